package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.ksql.ChartStreamsConfig.Stores;
import io.crowdchart.ksql.cases.KafkaEngine;
import io.crowdchart.ksql.cases.Tables;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
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
        Properties settings = new Properties();
        settings.putAll(configOn(broker, Stores.IN_MEMORY).toProperties());
        return new KafkaStreams(ChartTopology.create(), settings);
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
