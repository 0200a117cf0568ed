package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordDecoderTest {

    private static final Object TWO_VOTES = Map.of("VOTES", 2L);
    private static final Object HEY_JUDE_ON_MONDAY = Map.of("DAY", "2026-11-23", "SONG", "hey jude");

    @Test
    void a_ranking_says_how_many_votes_a_song_has_in_a_chart() {
        assertThat(decode(Topic.SONG_RANKING, "hey jude", TWO_VOTES))
                .isEqualTo(new ChartChange.Votes(ChartWindow.ALL_TIME, "hey jude", 2));
        assertThat(decode(Topic.DAILY_RANKING, HEY_JUDE_ON_MONDAY, TWO_VOTES))
                .isEqualTo(new ChartChange.Votes(ChartWindow.named("2026-11-23"), "hey jude", 2));
        assertThat(decode(Topic.HOURLY_RANKING, Map.of("HOUR", "2026-11-23T06", "SONG", "hey jude"), TWO_VOTES))
                .isEqualTo(new ChartChange.Votes(ChartWindow.named("2026-11-23T06"), "hey jude", 2));
    }

    @Test
    void a_tombstone_of_a_ranking_means_no_votes() {
        assertThat(decode(Topic.SONG_RANKING, "hey jude", null))
                .isEqualTo(new ChartChange.Votes(ChartWindow.ALL_TIME, "hey jude", 0));
        assertThat(decode(Topic.DAILY_RANKING, HEY_JUDE_ON_MONDAY, null))
                .isEqualTo(new ChartChange.Votes(ChartWindow.named("2026-11-23"), "hey jude", 0));
    }

    @Test
    void a_title_says_how_a_song_is_written_and_its_tombstone_takes_that_back() {
        assertThat(decode(Topic.SONG_TITLES, "hey jude", Map.of("TITLE", "Hey Jude")))
                .isEqualTo(new ChartChange.Title("hey jude", "Hey Jude"));
        assertThat(decode(Topic.SONG_TITLES, "hey jude", null))
                .isEqualTo(new ChartChange.Title("hey jude", "hey jude"));
    }

    @Test
    void a_pulse_says_up_to_when_a_source_has_seen_posts_and_its_tombstone_says_nothing() {
        assertThat(decode(Topic.PULSE, "bluesky", Map.of("SEEN_AT", 1779719019132431L, "ZONE", "Europe/Berlin")))
                .isEqualTo(
                        new ChartChange.PulseSeen("bluesky", new Pulse(1779719019132431L, ZoneId.of("Europe/Berlin"))));
        assertThat(decode(Topic.PULSE, "bluesky", null)).isEqualTo(new ChartChange.Nothing());
    }

    @Test
    void columns_that_are_not_known_yet_are_passed_over() {
        assertThat(decode(Topic.SONG_RANKING, "hey jude", Map.of("VOTES", 2L, "TREND", "up")))
                .isEqualTo(new ChartChange.Votes(ChartWindow.ALL_TIME, "hey jude", 2));
    }

    static List<Arguments> badRecords() {
        return Stream.of(badKeys(), badVotes(), badTitles(), badPulses())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Arguments> badKeys() {
        return List.of(
                bad(Topic.SONG_RANKING, null, TWO_VOTES, "SONG must be a text of 1 to 200 characters"),
                bad(Topic.SONG_RANKING, "  ", TWO_VOTES, "SONG must be a text of 1 to 200 characters"),
                bad(Topic.SONG_RANKING, "x".repeat(201), TWO_VOTES, "SONG must be a text of 1 to 200 characters"),
                bad(Topic.SONG_RANKING, 7L, TWO_VOTES, "SONG must be a text of 1 to 200 characters"),
                bad(Topic.SONG_RANKING, null, null, "SONG must be a text of 1 to 200 characters"),
                bad(Topic.DAILY_RANKING, null, TWO_VOTES, "the key must be a JSON object"),
                bad(Topic.DAILY_RANKING, "hey jude", TWO_VOTES, "the key must be a JSON object"),
                bad(Topic.DAILY_RANKING, Map.of("DAY", "2026-11-23"), TWO_VOTES, "SONG must be a text"),
                bad(Topic.DAILY_RANKING, day("2026-02-30"), TWO_VOTES, "DAY must be a day like 2026-11-23"),
                bad(Topic.DAILY_RANKING, day("2026-11-23T06"), TWO_VOTES, "DAY must be a day like 2026-11-23"),
                bad(Topic.DAILY_RANKING, day("all"), TWO_VOTES, "DAY must be a day like 2026-11-23"),
                bad(Topic.DAILY_RANKING, day(20261123L), TWO_VOTES, "DAY must be a day like 2026-11-23"),
                bad(Topic.HOURLY_RANKING, HEY_JUDE_ON_MONDAY, TWO_VOTES, "HOUR must be an hour like 2026-11-23T06"),
                bad(Topic.VOTES, "hey jude", TWO_VOTES, "the topic must be one of song_ranking, daily_ranking"));
    }

    private static List<Arguments> badVotes() {
        String expected = "VOTES must be a whole number from 0 to 9007199254740992";
        return List.of(
                bad(Topic.SONG_RANKING, "july", 2L, "the value must be a JSON object"),
                bad(Topic.SONG_RANKING, "july", Map.of(), expected),
                bad(Topic.SONG_RANKING, "july", nullVotes(), expected),
                bad(Topic.SONG_RANKING, "july", Map.of("VOTES", -1L), expected),
                bad(Topic.SONG_RANKING, "july", Map.of("VOTES", Long.MAX_VALUE), expected),
                bad(Topic.SONG_RANKING, "july", Map.of("VOTES", 1.5), expected),
                bad(Topic.SONG_RANKING, "july", Map.of("VOTES", "2"), expected),
                bad(Topic.SONG_RANKING, "july", Map.of("votes", 2L), expected));
    }

    private static List<Arguments> badTitles() {
        return List.of(
                bad(Topic.SONG_TITLES, "july", "July", "the value must be a JSON object"),
                bad(Topic.SONG_TITLES, "july", Map.of("TITLE", ""), "TITLE must be a text of 1 to 200 characters"),
                bad(Topic.SONG_TITLES, "july", Map.of("TITLE", "J".repeat(201)), "TITLE must be a text"));
    }

    private static List<Arguments> badPulses() {
        return List.of(
                bad(Topic.PULSE, "", Map.of("SEEN_AT", 1L, "ZONE", "UTC"), "the key, a source, must be a text"),
                bad(Topic.PULSE, "bluesky", Map.of("SEEN_AT", 0L, "ZONE", "UTC"), "SEEN_AT must be a whole number"),
                bad(Topic.PULSE, "bluesky", Map.of("SEEN_AT", Long.MAX_VALUE, "ZONE", "UTC"), "SEEN_AT must be"),
                bad(Topic.PULSE, "bluesky", Map.of("SEEN_AT", 1L), "ZONE must be a time zone like Europe/Berlin"),
                bad(Topic.PULSE, "bluesky", Map.of("SEEN_AT", 1L, "ZONE", "Mars/Base"), "ZONE must be a time zone"),
                bad(
                        Topic.PULSE,
                        "bluesky",
                        Map.of("SEEN_AT", 1L, "ZONE", "Z".repeat(300)),
                        "ZONE must be a time zone"));
    }

    @ParameterizedTest
    @MethodSource("badRecords")
    void what_cannot_be_understood_is_named_with_its_place_and_without_its_content(SinkRecord record, String expected) {
        assertThatThrownBy(() -> RecordDecoder.decode(record))
                .isInstanceOf(DataException.class)
                .hasNoCause()
                .hasMessageStartingWith("unusable record at offset 15 of " + record.topic() + "-0: ")
                .hasMessageContaining(expected)
                .satisfies(problem -> assertThat(problem.getMessage())
                        .doesNotContain("july", "hey jude", "xxx", "Mars", "2026-02-30", "20261123"));
    }

    private static Arguments bad(Topic topic, @Nullable Object key, @Nullable Object value, String expected) {
        return Arguments.of(Records.of(topic, 15, key, value), expected);
    }

    private static Object day(Object day) {
        return Map.of("DAY", day, "SONG", "july");
    }

    private static Object nullVotes() {
        Map<String, Object> value = new HashMap<>();
        value.put("VOTES", null);
        return value;
    }

    private static ChartChange decode(Topic topic, @Nullable Object key, @Nullable Object value) {
        return RecordDecoder.decode(Records.of(topic, 15, key, value));
    }
}
