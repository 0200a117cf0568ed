package io.crowdchart.connect.chart.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
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
    void the_word_null_is_a_tombstone_too() {
        assertThat(decode(Topic.SONG_RANKING, "hey jude", bytes("null")))
                .isEqualTo(new ChartChange.Votes(ChartWindow.ALL_TIME, "hey jude", 0));
    }

    @Test
    void texts_are_read_in_every_spelling_of_json() {
        assertThat(decode(Topic.SONG_RANKING, bytes("\"\\uD83C\\uDFB8 千本桜\""), bytes(" {\"VOTES\" : 2}\n")))
                .isEqualTo(new ChartChange.Votes(ChartWindow.ALL_TIME, "🎸 千本桜", 2));
    }

    @Test
    void other_converters_than_that_of_bytes_are_a_mistake_of_the_connector() {
        SinkRecord record = new SinkRecord("song_ranking", 0, null, "hey jude", null, Map.of("VOTES", 2L), 15);

        assertThatThrownBy(() -> RecordDecoder.decode(record))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessage("the sink takes bytes, and the key of song_ranking is java.lang.String: key.converter and"
                        + " value.converter must be org.apache.kafka.connect.converters.ByteArrayConverter");
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
        return Stream.of(badJson(), badKeys(), badVotes(), badTitles(), badPulses())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Arguments> badJson() {
        String value = "the value must be JSON in UTF-8 of at most 65536 bytes";
        return List.of(
                bad(Topic.SONG_RANKING, "july", bytes(""), value),
                bad(Topic.SONG_RANKING, "july", bytes("{\"VOTES\":"), value),
                bad(Topic.SONG_RANKING, "july", bytes("{\"VOTES\":2} july"), value),
                bad(Topic.SONG_RANKING, "july", bytes("{\"VOTES\":2,\"VOTES\":3}"), value),
                bad(Topic.SONG_RANKING, "july", bytes("{VOTES:2}"), value),
                bad(Topic.SONG_RANKING, "july", bytes("[".repeat(20) + "]".repeat(20)), value),
                bad(Topic.SONG_RANKING, "july", bytes("{\"VOTES\":" + "1".repeat(200) + "}"), value),
                bad(Topic.SONG_RANKING, "july", bytes(" ".repeat(65_536) + "{}"), value),
                bad(Topic.SONG_RANKING, "july", "{\"VOTES\":2}".getBytes(StandardCharsets.UTF_16LE), value),
                bad(
                        Topic.SONG_RANKING,
                        new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                        TWO_VOTES,
                        "the key must be JSON"),
                bad(Topic.SONG_RANKING, new byte[] {'"', (byte) 0xFF, '"'}, TWO_VOTES, "the key must be JSON"),
                bad(Topic.DAILY_RANKING, bytes("july"), TWO_VOTES, "the key must be JSON"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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
        return Arguments.of(record(topic, key, value), expected);
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
        return RecordDecoder.decode(record(topic, key, value));
    }

    private static SinkRecord record(Topic topic, @Nullable Object key, @Nullable Object value) {
        return new SinkRecord(topic.topicName(), 0, null, json(key), null, json(value), 15);
    }

    /** Bytes stay as they are. */
    private static byte @Nullable [] json(@Nullable Object part) {
        try {
            return part == null
                    ? null
                    : part instanceof byte[] bytes ? bytes : new ObjectMapper().writeValueAsBytes(part);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
