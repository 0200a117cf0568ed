package io.crowdchart.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.connect.chart.ChartSink;
import io.crowdchart.connect.jetstream.JetstreamSource;
import io.crowdchart.connect.vote.VoteExtractor;
import io.crowdchart.model.topic.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RoundRobinAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.converters.ByteArrayConverter;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.apache.kafka.connect.runtime.SinkConnectorConfig;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.StringConverter;
import org.apache.kafka.connect.storage.StringConverterConfig;
import org.junit.jupiter.api.Test;

/** The connector files against everything that reads them: the connectors, Connect, the clients, and the topics' names. */
class ConnectorFilesTest {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("JETSTREAM_HOSTS", "ws://127.0.0.1:1"),
            Map.entry("JETSTREAM_START", "now"),
            Map.entry("HEARTBEAT_INTERVAL_MS", "5000"),
            Map.entry("CHART_HASHTAG", "KafkaSummit"),
            Map.entry("CHART_ZONE", "Europe/Berlin"),
            Map.entry("VOTE_SECRET", "0123456789abcdef"),
            Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
            Map.entry("KAFKA_SECURITY_PROTOCOL", ""),
            Map.entry("KAFKA_SASL_MECHANISM", ""),
            Map.entry("KAFKA_SASL_JAAS_CONFIG", ""),
            Map.entry("KAFKA_SASL_CALLBACK_HANDLER", ""),
            Map.entry("REDIS_HOST", "127.0.0.1"),
            Map.entry("REDIS_PORT", "6379"),
            Map.entry("REDIS_CLUSTER", "false"),
            Map.entry("REDIS_TLS", "false"),
            Map.entry("REDIS_USER", ""),
            Map.entry("REDIS_PASSWORD", ""),
            Map.entry("REDIS_IAM_CACHE", ""),
            Map.entry("DEAD_LETTERS_REPLICATION", "1"));

    private static final Map<String, ConfigDef> CONVERTERS = Map.of(
            JsonConverter.class.getName(), JsonConverterConfig.configDef(),
            StringConverter.class.getName(), StringConverterConfig.configDef());

    private final ConnectorFile source = ConnectorFile.jetstreamSource();
    private final ConnectorFile sink = ConnectorFile.chartSink();

    @Test
    void every_setting_of_the_sink_is_known_to_someone() {
        assertThat(unknown(sink, new ChartSink().config(), SinkConnectorConfig.configDef()))
                .isEmpty();
    }

    @Test
    void every_setting_of_the_source_is_known_to_someone() {
        assertThat(unknown(source, new JetstreamSource().config(), SourceConnectorConfig.configDef()))
                .isEmpty();
    }

    @Test
    void with_its_placeholders_filled_every_setting_is_valid() {
        assertThat(errors(new ChartSink().validate(sink.filled(VALUES)).configValues()))
                .isEmpty();
        assertThat(errors(new JetstreamSource().validate(source.filled(VALUES)).configValues()))
                .isEmpty();
        Map<String, String> votes = new HashMap<>(source.under("transforms.votes."));
        votes.replaceAll((name, value) -> source.filled(VALUES).get("transforms.votes." + name));
        assertThat(errors(new VoteExtractor<SourceRecord>().config().validate(votes)))
                .isEmpty();
    }

    @Test
    void the_placeholders_are_the_ones_that_hosts_fill() {
        Set<String> placeholders = new TreeSet<>(source.placeholders());
        placeholders.addAll(sink.placeholders());

        assertThat(placeholders).isEqualTo(new TreeSet<>(VALUES.keySet()));
    }

    @Test
    void the_classes_are_those_of_this_plugin() {
        assertThat(sink.get("connector.class")).isEqualTo(ChartSink.class.getName());
        assertThat(source.get("connector.class")).isEqualTo(JetstreamSource.class.getName());
        assertThat(source.get("transforms.votes.type")).isEqualTo(VoteExtractor.class.getName());
    }

    @Test
    void the_topics_are_those_of_the_model() {
        assertThat(List.of(sink.get("topics").split(",")))
                .isEqualTo(Topic.charted().stream().map(Topic::topicName).toList());
        assertThat(sink.get("errors.deadletterqueue.topic.name")).isEqualTo(Topic.CHART_DEAD_LETTERS.topicName());
        assertThat(source.get("transforms.votes.topic")).isEqualTo(Topic.VOTES.topicName());
    }

    @Test
    void the_sink_reads_only_committed_records_and_all_of_them() {
        assertThat(sink.under("consumer.override."))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "earliest");
    }

    @Test
    void the_sink_gets_bytes_and_its_tasks_share_the_topics() {
        assertThat(sink.get("key.converter")).isEqualTo(ByteArrayConverter.class.getName());
        assertThat(sink.get("value.converter")).isEqualTo(ByteArrayConverter.class.getName());
        assertThat(sink.get("consumer.override.partition.assignment.strategy"))
                .isEqualTo(RoundRobinAssignor.class.getName());
    }

    private static Set<String> unknown(ConnectorFile file, ConfigDef connector, ConfigDef connect) {
        Set<String> unknown = new TreeSet<>(file.config().keySet());
        unknown.removeAll(connector.names());
        unknown.removeAll(connect.names());
        for (String converter : List.of("key.converter", "value.converter")) {
            unknown.removeAll(prefixed(
                    converter + ".",
                    CONVERTERS
                            .getOrDefault(file.get(converter), new ConfigDef())
                            .names()));
        }
        unknown.removeAll(prefixed("consumer.override.", ConsumerConfig.configNames()));
        unknown.removeAll(prefixed("producer.override.", ProducerConfig.configNames()));
        unknown.removeAll(prefixed(
                "transforms.votes.", new VoteExtractor<SourceRecord>().config().names()));
        unknown.remove("transforms.votes.type");
        return unknown;
    }

    private static Set<String> prefixed(String prefix, Set<String> names) {
        return names.stream().map(name -> prefix + name).collect(Collectors.toSet());
    }

    private static List<String> errors(List<ConfigValue> values) {
        return values.stream().flatMap(value -> value.errorMessages().stream()).toList();
    }
}
