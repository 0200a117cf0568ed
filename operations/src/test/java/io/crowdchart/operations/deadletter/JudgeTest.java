package io.crowdchart.operations.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final String KEY = "\"july\"";
    private static final Set<TopicPartition> THERE = Set.of(new TopicPartition("song_ranking", 0));

    @Test
    void a_record_that_is_still_the_newest_of_its_key_is_given_back() {
        assertThat(fate(letter(7, "bad"), newest(7, "bad"))).isEqualTo(Fate.REPLAY);
    }

    @Test
    void a_newer_record_of_the_key_supersedes_it() {
        assertThat(fate(letter(7, "bad"), newest(8, "{\"VOTES\":3}"))).isEqualTo(Fate.SUPERSEDED);
        assertThat(fate(letter(7, "bad"), newest(8, null))).isEqualTo(Fate.SUPERSEDED);
        assertThat(fate(letter(7, null), newest(8, "{\"VOTES\":3}"))).isEqualTo(Fate.SUPERSEDED);
    }

    @Test
    void a_record_that_was_compacted_away_had_a_newer_one_even_if_that_is_gone_too() {
        assertThat(fate(letter(7, "bad"), Optional.empty())).isEqualTo(Fate.GONE);
    }

    @Test
    void a_removal_that_was_compacted_away_may_be_given_back_while_nothing_of_its_key_is_there() {
        assertThat(fate(letter(7, null), Optional.empty())).isEqualTo(Fate.REPLAY);
    }

    @Test
    void another_record_at_its_place_shows_that_the_topic_was_made_anew() {
        assertThat(fate(letter(7, "bad"), newest(7, "other"))).isEqualTo(Fate.GONE);
        assertThat(fate(letter(7, "bad"), newest(3, "other"))).isEqualTo(Fate.GONE);
        assertThat(fate(letter(7, null), newest(3, "other"))).isEqualTo(Fate.GONE);
    }

    @Test
    void a_record_that_was_put_aside_twice_is_given_back_once() {
        DeadLetter first = letter(7, "bad");
        DeadLetter second = letter(7, "bad");

        Map<DeadLetter, Fate> fates = Judge.fates(List.of(first, second), THERE, row -> newest(7, "bad"));

        assertThat(fates.values()).containsExactly(Fate.REPLAY, Fate.REPEATED);
    }

    @Test
    void what_cannot_be_given_back_says_why() {
        assertThat(fate(DeadLetter.of(record(KEY, "bad", Map.of())), Optional.empty()))
                .isEqualTo(Fate.NO_SOURCE);
        assertThat(fate(
                        DeadLetter.of(record(KEY, "bad", source("crowd-chart-ksql-ballots-repartition", 7))),
                        Optional.empty()))
                .isEqualTo(Fate.FOREIGN);
        assertThat(fate(DeadLetter.of(record(KEY, "bad", source("chart_dead_letters", 7))), Optional.empty()))
                .isEqualTo(Fate.FOREIGN);
        assertThat(fate(DeadLetter.of(record(null, "bad", source("song_ranking", 7))), Optional.empty()))
                .isEqualTo(Fate.NO_KEY);
        assertThat(fate(DeadLetter.of(record(KEY, "bad", source("hourly_ranking", 7))), newest(7, "bad")))
                .isEqualTo(Fate.NO_PARTITION);
        var cut = record(KEY, "bad", source("song_ranking", 7));
        cut.headers().add("value.bytes", "1000000".getBytes(UTF_8));
        assertThat(fate(DeadLetter.of(cut), newest(7, "bad"))).isEqualTo(Fate.CUT);
    }

    private static Fate fate(DeadLetter letter, Optional<ConsumerRecord<byte[], byte[]>> newest) {
        return Judge.fates(List.of(letter), THERE, row -> newest)
                .values()
                .iterator()
                .next();
    }

    private static DeadLetter letter(long offset, @Nullable String value) {
        return DeadLetter.of(record(KEY, value, source("song_ranking", offset)));
    }

    private static Map<String, String> source(String topic, long offset) {
        return Map.of(
                "__connect.errors.topic",
                topic,
                "__connect.errors.partition",
                "0",
                "__connect.errors.offset",
                Long.toString(offset));
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> newest(long offset, @Nullable String value) {
        return Optional.of(new ConsumerRecord<>(
                "song_ranking", 0, offset, KEY.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8)));
    }

    private static ConsumerRecord<byte[], byte[]> record(
            @Nullable String key, @Nullable String value, Map<String, String> headers) {
        var all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, text.getBytes(UTF_8)));
        return new ConsumerRecord<>(
                "chart_dead_letters",
                0,
                0,
                1_700_000_000_000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key == null ? null : key.getBytes(UTF_8),
                value == null ? null : value.getBytes(UTF_8),
                all,
                Optional.empty());
    }
}
