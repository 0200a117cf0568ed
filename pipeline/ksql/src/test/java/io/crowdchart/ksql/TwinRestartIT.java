package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.ksql.ChartStreamsConfig.Stores;
import io.crowdchart.ksql.cases.KafkaEngine;
import io.crowdchart.ksql.cases.Step;
import io.crowdchart.ksql.cases.Tables;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwinRestartIT {

    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    @Test
    void a_twin_that_is_closed_in_midstream_goes_on_where_it_was() {
        RandomPosts posts = new RandomPosts(SEED);
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"))) {
            KafkaEngine engine = engineOn(broker);
            for (int part = 0; part < 3; part++) {
                try (KafkaStreams twin = twinOn(broker)) {
                    twin.start();
                    engine.send(posts.next(200));
                }
            }
            try (KafkaStreams twin = twinOn(broker)) {
                twin.start();

                assertThat(finalCount(engine, posts)).as("seed %d", SEED).isEqualTo(posts.expected());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void a_twin_that_is_killed_in_midstream_goes_on_where_it_was(Stores stores) {
        RandomPosts posts = new RandomPosts(SEED);
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"))) {
            KafkaEngine engine = engineOn(broker);
            try (TwinProcess twin = TwinProcess.start(configOn(broker, stores), folder)) {
                twin.awaitRunning();
                engine.send(posts.next(400));
            }
            try (TwinProcess twin = TwinProcess.start(configOn(broker, stores), folder)) {
                twin.awaitRunning();
                assertThat(finalCount(engine, posts)).as("seed %d", SEED).isEqualTo(posts.expected());
            }
        }
    }

    @Test
    void a_thread_that_dies_is_replaced_at_once() {
        RandomPosts posts = new RandomPosts(SEED);
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"))) {
            KafkaEngine engine = engineOn(broker);
            Properties settings = settingsOn(broker);
            settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, FailsOnce.class);
            // So long that a thread which waits for what the dead one left behind fails this test.
            settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 600_000);
            settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 600_000);
            FailsOnce.failed.set(false);
            KafkaStreams twin = new KafkaStreams(ChartTopology.create(), settings);
            try {
                twin.setUncaughtExceptionHandler(e -> StreamThreadExceptionResponse.REPLACE_THREAD);
                twin.start();
                engine.send(posts.next(200));
                engine.send(List.of(new Step(Topic.VOTES.topicName(), new byte[] {'k'}, new byte[] {'{'})));
                engine.send(posts.next(200));

                assertThat(finalCount(engine, posts)).as("seed %d", SEED).isEqualTo(posts.expected());
                assertThat(FailsOnce.failed).isTrue();
            } finally {
                // A thread that waits does not hear that it should end.
                twin.close(Duration.ofSeconds(10));
            }
        }
    }

    /** Kills the thread that comes to the first unreadable record; the next one puts it aside. */
    public static final class FailsOnce implements DeserializationExceptionHandler {

        private static final AtomicBoolean failed = new AtomicBoolean();

        private final DeadLetters deadLetters = new DeadLetters();

        @Override
        public void configure(Map<String, ?> configs) {}

        @Override
        public Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
            return failed.getAndSet(true) ? deadLetters.handleError(context, record, exception) : Response.fail();
        }
    }

    private static Map<String, Map<String, Long>> finalCount(KafkaEngine engine, RandomPosts posts) {
        Tables tables = engine.read(soFar -> RandomPosts.counted(soFar).equals(posts.expected()));
        return RandomPosts.counted(tables);
    }

    private static KafkaEngine engineOn(KafkaBroker broker) {
        KafkaEngine engine = new KafkaEngine(broker.bootstrapServers(), Duration.ofSeconds(60), Duration.ofSeconds(1));
        engine.createTopics(List.of(Topic.values()));
        return engine;
    }

    private KafkaStreams twinOn(KafkaBroker broker) {
        return new KafkaStreams(ChartTopology.create(), settingsOn(broker));
    }

    private Properties settingsOn(KafkaBroker broker) {
        Properties settings = new Properties();
        settings.putAll(configOn(broker, Stores.IN_MEMORY).toProperties());
        return settings;
    }

    private ChartStreamsConfig configOn(KafkaBroker broker, Stores stores) {
        ChartStreamsConfig local = ChartStreamsConfig.local(broker.bootstrapServers(), folder.resolve("streams"));
        return new ChartStreamsConfig(
                local.bootstrapServers(),
                local.stateDir(),
                local.applicationId(),
                local.commitInterval(),
                stores,
                local.replicationFactor());
    }
}
