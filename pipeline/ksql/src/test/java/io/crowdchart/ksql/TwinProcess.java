package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The twin in a process of its own, so that a test can kill it. Started with bootstrap servers, state directory, the kind of stores, and a file that
 * it makes when it is running.
 */
public final class TwinProcess implements AutoCloseable {

    private final Process process;
    private final Path running;

    private TwinProcess(Process process, Path running) {
        this.process = process;
        this.running = running;
    }

    static TwinProcess start(ChartStreamsConfig config, Path folder) {
        try {
            Path running = Files.createTempFile(folder, "running", "");
            Files.delete(running);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:TieredStopAtLevel=1",
                    // RocksDB unpacks its library there, and a killed process leaves it.
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    System.getProperty("java.class.path"),
                    TwinProcess.class.getName(),
                    config.bootstrapServers(),
                    config.stateDir().toString(),
                    config.stores().name(),
                    running.toString()));
            return new TwinProcess(new ProcessBuilder(command).inheritIO().start(), running);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitRunning() {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(running).exists());
    }

    /** As a power cut would: nothing is closed, nothing is said to the broker. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    public static void main(String[] arguments) {
        // Nothing outlives the test, even if that is killed itself.
        ProcessHandle test = ProcessHandle.current().parent().orElseThrow();
        CompletableFuture<Void> ended =
                test.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
        ChartStreamsConfig local = ChartStreamsConfig.local(arguments[0], Path.of(arguments[1]));
        ChartStreamsConfig config = new ChartStreamsConfig(
                local.bootstrapServers(),
                local.stateDir(),
                local.applicationId(),
                local.commitInterval(),
                ChartStreamsConfig.Stores.valueOf(arguments[2]),
                local.replicationFactor());
        Properties settings = new Properties();
        settings.putAll(config.toProperties());
        // So long that a process which waits for what its killed predecessor left behind fails its test.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 600_000);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 600_000);
        KafkaStreams streams = new KafkaStreams(ChartTopology.create(), settings);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                say(Path.of(arguments[3]));
            }
        });
        streams.start();
        ended.join();
    }

    private static void say(Path running) {
        try {
            Files.writeString(running, "running");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
