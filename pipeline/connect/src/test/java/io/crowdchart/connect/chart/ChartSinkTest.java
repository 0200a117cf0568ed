package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.memory.InMemoryCharts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartSinkTest {

    private static final TopicPartition RANKING_PARTITION = new TopicPartition("song_ranking", 0);
    private static final Map<String, String> SETTINGS = Map.of(
            "topics", "song_ranking, pulse",
            "chart.redis.host", "localhost",
            "chart.kafka.bootstrap.servers", "localhost:9092");

    private final InMemoryCharts charts =
            new InMemoryCharts(Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC));
    private final ChartSink sink = new ChartSink(redis -> charts);

    @Test
    void connect_finds_it_as_a_service() {
        assertThat(ServiceLoader.load(SinkConnector.class).stream().map(ServiceLoader.Provider::type))
                .contains(ChartSink.class);
    }

    @Test
    void its_version_is_that_of_the_build() {
        assertThat(sink.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(new ChartSinkTask().version()).isEqualTo(sink.version());
    }

    @Test
    void every_task_gets_the_settings_of_the_connector() {
        sink.start(SETTINGS);

        assertThat(sink.taskClass()).isEqualTo(ChartSinkTask.class);
        assertThat(sink.taskConfigs(2)).isEqualTo(List.of(SETTINGS, SETTINGS));
    }

    @Test
    void a_topic_that_is_no_chart_is_refused_with_the_names_that_are() {
        Map<String, String> settings = with("topics", "song_ranking,votes");
        String problem = "'topics' may name only song_ranking, daily_ranking, hourly_ranking, song_titles, pulse;"
                + " unknown: votes";

        assertThat(sink.validate(settings).configValues())
                .filteredOn(value -> value.name().equals("topics"))
                .flatExtracting(ConfigValue::errorMessages)
                .containsExactly(problem);
        assertThatThrownBy(() -> sink.start(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessage(problem);
    }

    @Test
    void charted_topics_are_accepted() {
        assertThat(sink.validate(SETTINGS).configValues())
                .allSatisfy(value -> assertThat(value.errorMessages()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"key.converter", "value.converter"})
    void another_converter_than_that_of_bytes_is_refused(String setting) {
        Map<String, String> settings = with(setting, "org.apache.kafka.connect.json.JsonConverter");
        String problem = "'" + setting + "' must be org.apache.kafka.connect.converters.ByteArrayConverter, since the"
                + " sink reads JSON itself; was org.apache.kafka.connect.json.JsonConverter";

        assertThat(sink.validate(settings).configValues())
                .filteredOn(value -> value.name().equals(setting))
                .flatExtracting(ConfigValue::errorMessages)
                .containsExactly(problem);
        assertThatThrownBy(() -> sink.start(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessage(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            topics.regex | song_.* | 'topics.regex' cannot be used: name the topics of the charts in 'topics', out of\
             song_ranking, daily_ranking, hourly_ranking, song_titles, pulse; was song_.*
            transforms   | votes   | 'transforms' cannot be used: the charts are also made from the topics directly,\
             where nothing transforms records; was votes
            """, quoteCharacter = '"')
    void what_connect_has_for_other_sinks_is_refused_where_this_one_cannot_have_it(
            String setting, String value, String problem) {
        Map<String, String> settings = with(setting, value);

        assertThat(sink.validate(settings).configValues())
                .filteredOn(found -> found.name().equals(setting))
                .flatExtracting(ConfigValue::errorMessages)
                .containsExactly(problem);
        assertThatThrownBy(() -> sink.start(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessage(problem);
    }

    @Test
    void a_reset_of_the_offsets_asks_for_a_rebuild() {
        assertThat(sink.alterOffsets(SETTINGS, Collections.singletonMap(RANKING_PARTITION, null)))
                .isTrue();

        assertThat(charts.look(List.of()).rebuild())
                .hasValueSatisfying(mark -> assertThat(mark.builder()).isEmpty());
    }

    @Test
    void particular_offsets_cannot_be_set() {
        assertThatThrownBy(() -> sink.alterOffsets(SETTINGS, Map.of(RANKING_PARTITION, 3L)))
                .isInstanceOf(ConnectException.class)
                .hasMessage("the sink's positions live with the charts and cannot be set, asked for 3 in"
                        + " song_ranking-0; reset the offsets to make the charts anew");
        assertThat(charts.look(List.of()).rebuild()).isEmpty();
    }

    @Test
    void offsets_cannot_be_reset_without_the_cache() {
        charts.setUnavailable(true);

        assertThatThrownBy(() -> sink.alterOffsets(SETTINGS, Collections.singletonMap(RANKING_PARTITION, null)))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("the offsets were left as they are, because the cache cannot be used");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }
}
