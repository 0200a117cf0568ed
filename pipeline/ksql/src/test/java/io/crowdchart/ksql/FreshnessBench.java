package io.crowdchart.ksql;

import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How long a vote takes from the call of the producer to a {@code read_committed} reader of the ranking, at about 20 votes a
 * second; no test: {@code scripts/bench freshness}.
 */
class FreshnessBench {

    private static final int WARM_UP = 100;
    private static final int VOTES = 300;

    private record Setup(long commit, long poll, int threads, long cache, ChartStreamsConfig.Stores stores) {}

    private FreshnessBench() {}

    public static void main(String[] arguments) throws Exception {
        try (Watchdog watchdog = Watchdog.start()) {
            measureAll(watchdog.newFolder("freshness-bench"));
        }
    }

    private static void measureAll(Path folder) throws Exception {
        var memory = ChartStreamsConfig.Stores.IN_MEMORY;
        var disk = ChartStreamsConfig.Stores.ON_DISK;
        List<Setup> setups = List.of(
                new Setup(10, 10, 1, 0, memory),
                new Setup(20, 20, 1, 0, memory),
                new Setup(20, 10, 1, 0, memory),
                new Setup(30, 10, 1, 0, memory),
                new Setup(50, 10, 1, 0, memory),
                new Setup(100, 10, 1, 0, memory),
                new Setup(100, 100, 1, 0, memory),
                new Setup(30, 30, 1, 0, memory),
                new Setup(30, 100, 1, 0, memory),
                new Setup(30, 10, 1, 4 << 20, memory),
                new Setup(50, 10, 1, 4 << 20, memory),
                new Setup(30, 10, 2, 0, memory),
                new Setup(30, 10, 1, 0, disk));
        System.out.println(
                "| commit ms | poll ms | threads | cache | stores | p50 ms | p90 ms | p99 ms | max ms | CPU ms/s | load |");
        int number = 0;
        // Two rounds, because a machine is not equally quiet all the time.
        for (int at = 0; at < 2 * setups.size(); at++) {
            Setup setup = setups.get(at % setups.size());
            Path own = folder.resolve("run" + number++);
            try (KafkaBroker broker = KafkaBroker.start(own.resolve("kafka"))) {
                broker.createTopics(Arrays.stream(Topic.values())
                        .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                                .configs(
                                        Map.of("cleanup.policy", topic.cleanup().policy())))
                        .toList());
                measure(broker.bootstrapServers(), own.resolve("streams"), setup);
            }
        }
    }

    private static void measure(String servers, Path stateDir, Setup setup) throws Exception {
        Properties settings = new Properties();
        settings.putAll(
                new ChartStreamsConfig(servers, stateDir, "bench", Duration.ofMillis(setup.commit), setup.stores, 1)
                        .toProperties());
        settings.put(StreamsConfig.POLL_MS_CONFIG, setup.poll);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, setup.threads);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, setup.cache);
        Map<String, Long> sent = new ConcurrentHashMap<>();
        List<Long> delays = new ArrayList<>();
        try (KafkaStreams streams = new KafkaStreams(ChartTopology.create(), settings);
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
                        new StringSerializer(),
                        new StringSerializer());
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            streams.start();
            while (streams.state() != KafkaStreams.State.RUNNING) {
                LockSupport.parkNanos(10_000_000);
            }
            consumer.assign(List.of(new TopicPartition("song_ranking", 0)));
            consumer.seekToBeginning(consumer.assignment());
            Thread sender = new Thread(() -> send(producer, sent));
            sender.start();
            long cpu = cpu();
            long start = System.nanoTime();
            int seen = 0;
            while (seen < WARM_UP + VOTES) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                    Long at = sent.remove(record.key());
                    if (at != null && seen++ >= WARM_UP) {
                        delays.add((System.nanoTime() - at) / 1_000_000);
                    }
                    if (seen == WARM_UP) {
                        cpu = cpu();
                        start = System.nanoTime();
                    }
                }
            }
            long busy = (cpu() - cpu) / 1_000_000 * 1000 / Math.max(1, (System.nanoTime() - start) / 1_000_000);
            sender.join();
            delays.sort(null);
            System.out.printf(
                    "| %d | %d | %d | %s | %s | %d | %d | %d | %d | %d | %.1f |%n",
                    setup.commit,
                    setup.poll,
                    setup.threads,
                    setup.cache == 0 ? "0" : "4 MiB",
                    setup.stores,
                    delays.get(VOTES / 2),
                    delays.get(VOTES * 9 / 10),
                    delays.get(VOTES * 99 / 100),
                    delays.get(VOTES - 1),
                    busy,
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                            .getSystemLoadAverage());
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void send(KafkaProducer<String, String> producer, Map<String, Long> sent) {
        for (int vote = 0; vote < WARM_UP + VOTES; vote++) {
            String song = "song " + vote;
            sent.put("\"" + song + "\"", System.nanoTime());
            var unused = producer.send(new ProducerRecord<>(
                    "votes",
                    "post " + vote,
                    "{\"VOTER\":\"v" + vote % 50 + "\",\"SONG\":\"" + song + "\",\"TITLE\":\"Song " + vote
                            + "\",\"DAY\":\"2026-11-23\",\"HOUR\":\"2026-11-23T06\"}"));
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(20_000_000, 80_000_000));
        }
    }
}
