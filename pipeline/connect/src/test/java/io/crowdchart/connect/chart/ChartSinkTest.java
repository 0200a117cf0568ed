package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.write.TopicPart;
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

class ChartSinkTest {

    private static final TopicPart RANKING = new TopicPart("song_ranking", 0);
    private static final TopicPart PULSE = new TopicPart("pulse", 0);
    private static final TopicPartition RANKING_PARTITION = new TopicPartition("song_ranking", 0);
    private static final Map<String, String> SETTINGS =
            Map.of("topics", "song_ranking, pulse", "chart.redis.host", "localhost");

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

    @Test
    void altered_offsets_are_positions_in_the_cache() {
        charts.reposition(Map.of(RANKING, 5L, PULSE, 7L));

        assertThat(sink.alterOffsets(SETTINGS, Map.of(RANKING_PARTITION, 3L))).isTrue();

        assertThat(positions()).isEqualTo(Map.of(RANKING, 3L, PULSE, 7L));
    }

    @Test
    void reset_offsets_are_forgotten_by_the_cache() {
        charts.reposition(Map.of(RANKING, 5L, PULSE, 7L));

        assertThat(sink.alterOffsets(SETTINGS, Collections.singletonMap(RANKING_PARTITION, null)))
                .isTrue();

        assertThat(positions()).isEqualTo(Map.of(PULSE, 7L));
    }

    @Test
    void impossible_offsets_change_nothing() {
        charts.reposition(Map.of(RANKING, 5L));

        assertThatThrownBy(() -> sink.alterOffsets(SETTINGS, Map.of(new TopicPartition("votes", 0), 3L)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("partitions of song_ranking")
                .hasMessageEndingWith("was votes-0");
        assertThatThrownBy(() -> sink.alterOffsets(SETTINGS, Map.of(RANKING_PARTITION, -1L)))
                .isInstanceOf(ConnectException.class)
                .hasMessage("the position in song_ranking-0 must be at least 0, was -1");
        assertThat(positions()).isEqualTo(Map.of(RANKING, 5L));
    }

    @Test
    void offsets_cannot_be_altered_without_the_cache() {
        charts.setUnavailable(true);

        assertThatThrownBy(() -> sink.alterOffsets(SETTINGS, Map.of(RANKING_PARTITION, 3L)))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("the offsets were left as they are, because the cache cannot be used");
    }

    private Map<TopicPart, Long> positions() {
        return charts.positions(List.of(RANKING, PULSE));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }
}
