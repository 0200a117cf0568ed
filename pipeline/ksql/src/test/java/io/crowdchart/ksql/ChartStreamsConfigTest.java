package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.ksql.ChartStreamsConfig.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.OperationNotAttemptedException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.LogAndSkipOnInvalidTimestamp;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartStreamsConfigTest {

    private static final ChartStreamsConfig LOCAL = ChartStreamsConfig.local("broker:9092", Path.of("state"));

    @Test
    void the_local_settings_are_exactly_once_and_prompt() {
        assertThat(LOCAL.toProperties())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("bootstrap.servers", "broker:9092"),
                        Map.entry("application.id", "crowd-chart-ksql"),
                        Map.entry("state.dir", "state"),
                        Map.entry("replication.factor", 1),
                        Map.entry("dsl.store.suppliers.class", InMemoryDslStoreSuppliers.class),
                        Map.entry("num.stream.threads", 1),
                        Map.entry("processing.guarantee", "exactly_once_v2"),
                        Map.entry("consumer.auto.offset.reset", "earliest"),
                        Map.entry("deserialization.exception.handler", DeadLetters.class),
                        Map.entry("default.timestamp.extractor", LogAndSkipOnInvalidTimestamp.class),
                        Map.entry("processing.exception.handler.global.enabled", true),
                        Map.entry("default.client.supplier", StableClients.class),
                        Map.entry("main.consumer.group.instance.id", "crowd-chart-ksql"),
                        Map.entry("producer.transaction.timeout.ms", 10_000),
                        Map.entry("commit.interval.ms", 20L),
                        Map.entry("poll.ms", 20L),
                        Map.entry("statestore.cache.max.bytes", 0L),
                        Map.entry("producer.linger.ms", 0)));
    }

    @Test
    void every_input_reaches_its_setting() {
        ChartStreamsConfig config =
                new ChartStreamsConfig("other:9092", Path.of("place"), "mine", Duration.ofMillis(5), Stores.ON_DISK, 3);

        assertThat(config.toProperties())
                .containsEntry("bootstrap.servers", "other:9092")
                .containsEntry("state.dir", "place")
                .containsEntry("application.id", "mine")
                .containsEntry("main.consumer.group.instance.id", "mine")
                .containsEntry("commit.interval.ms", 5L)
                .containsEntry("poll.ms", 5L)
                .containsEntry("dsl.store.suppliers.class", RocksDBDslStoreSuppliers.class)
                .containsEntry("replication.factor", 3);
    }

    @Test
    void kafka_streams_knows_all_of_them() {
        Set<String> known = new HashSet<>(StreamsConfig.configDef().names());
        ConsumerConfig.configNames()
                .forEach(name -> known.addAll(List.of("consumer." + name, "main.consumer." + name)));
        ProducerConfig.configNames().forEach(name -> known.add("producer." + name));

        assertThat(known).containsAll(LOCAL.toProperties().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''     | app | 30 | 1 | bootstrapServers must not be blank
            b:9092 | ' ' | 30 | 1 | applicationId must not be blank
            b:9092 | app |  0 | 1 | commitInterval must be at least 1 ms, was PT0S
            b:9092 | app | 30 | 0 | replicationFactor must be at least 1, was 0
            """)
    void an_impossible_input_is_named(String servers, String application, long commit, int copies, String message) {
        assertThatThrownBy(() -> new ChartStreamsConfig(
                        servers, Path.of("state"), application, Duration.ofMillis(commit), Stores.IN_MEMORY, copies))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void transactions_and_members_have_the_same_name_in_every_process_and_thread() {
        Map<String, Object> producer =
                Map.of("transactional.id", "crowd-chart-ksql-305e62c0-2e66-427e-a0ce-8a6399d370d5-2", "acks", "all");
        Map<String, Object> consumer = Map.of("group.instance.id", "crowd-chart-ksql-2");

        assertThat(StableClients.withStableNames(producer))
                .isEqualTo(Map.of("transactional.id", "crowd-chart-ksql", "acks", "all"));
        assertThat(StableClients.withStableNames(consumer)).isEqualTo(Map.of("group.instance.id", "crowd-chart-ksql"));
        assertThat(StableClients.withStableNames(Map.of("acks", "all"))).isEqualTo(Map.of("acks", "all"));
    }

    @Test
    void a_failed_write_is_no_dead_letter() {
        DefaultProductionExceptionHandler handler = new DefaultProductionExceptionHandler();
        handler.configure(LOCAL.toProperties());

        assertThat(handler.handleError(
                                new DefaultErrorHandlerContext(
                                        null, "votes", 0, 7, null, "node", null, 1, new byte[0], new byte[0]),
                                new ProducerRecord<>("song_titles", new byte[0]),
                                new OperationNotAttemptedException("another write failed"))
                        .deadLetterQueueRecords())
                .isEmpty();
    }
}
