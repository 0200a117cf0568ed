package io.crowdchart.local.faults;

import io.crowdchart.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A record that somebody else wrote into a topic.
 *
 * <p>None of them says anything about a song of the feed: a record that can be used would be a vote, or a count that nobody
 * could tell from KSQL's own. Those that can be used come in pairs that leave nothing.
 *
 * @param unusable whether the step that reads the topic must put it aside with a reason
 */
record Poison(Topic topic, @Nullable Bytes key, @Nullable Bytes value, boolean unusable) {

    /** Stands in keys and values, so that it is known again. */
    static final String MARK = "pill7c1";

    /** Stands in what people may have written; no log may have it. */
    static final String PRIVATE_MARK = "secret4b9";

    private static final int LONG = 1_000_000;
    private static final int DEEP = 2_000;
    private static final String VOTE =
            "{\"VOTER\":\"%s\",\"SONG\":\"%s %d\",\"TITLE\":\"%s\",\"DAY\":\"%s\",\"HOUR\":\"%s\"}";

    private static Poison bad(Topic topic, @Nullable Bytes key, @Nullable Bytes value) {
        return new Poison(topic, key, value, true);
    }

    private static Poison usable(Topic topic, @Nullable Bytes key, @Nullable Bytes value) {
        return new Poison(topic, key, value, false);
    }

    /** For the topics that KSQL reads. */
    static List<Poison> forTheTwin(int round) {
        List<Poison> all = new ArrayList<>();
        for (Topic topic : List.of(Topic.VOTES, Topic.HEARTBEATS)) {
            unreadable(PRIVATE_MARK).forEach(value -> all.add(bad(topic, utf8(PRIVATE_MARK + " " + round), value)));
            all.add(bad(topic, null, utf8("no json, no key: " + PRIVATE_MARK)));
            all.add(usable(topic, null, null));
            all.add(bad(topic, Bytes.wrap(new byte[] {(byte) 0xC3, 0x28}), utf8("[\"" + PRIVATE_MARK + "\"]")));
        }
        all.add(bad(
                Topic.HEARTBEATS,
                utf8(PRIVATE_MARK),
                utf8("{\"SEEN_AT\":\"" + PRIVATE_MARK + "\",\"ZONE\":\"Europe/Berlin\"}")));
        all.addAll(votes(round));
        return List.copyOf(all);
    }

    private static List<Poison> votes(int round) {
        List<Poison> all = new ArrayList<>();
        all.add(bad(Topic.VOTES, utf8(PRIVATE_MARK), utf8("[]")));
        Stream.of("{}", "{\"VOTER\":7}", "{\"SONG\":null}", "{\"SONG\":\"" + PRIVATE_MARK + "x".repeat(LONG) + "\"}")
                .forEach(value -> all.add(usable(Topic.VOTES, utf8(PRIVATE_MARK + value.length()), utf8(value))));
        // A year that nobody here will see, days that are none: counted, and taken back.
        for (String[] time : new String[][] {{"9999-12-31", "9999-12-31T23"}, {"someday", "some hour"}, {"", ""}}) {
            String key = PRIVATE_MARK + " " + round + " " + time[0];
            String vote = VOTE.formatted(PRIVATE_MARK, PRIVATE_MARK, round, PRIVATE_MARK, time[0], time[1]);
            all.add(usable(Topic.VOTES, utf8(key), utf8(vote)));
            all.add(usable(Topic.VOTES, utf8(key), null));
        }
        return all;
    }

    /** For the topics that the sink reads. */
    static List<Poison> forTheSink(int round) {
        List<Poison> all = new ArrayList<>();
        for (Topic topic : Topic.charted()) {
            unreadable(MARK).forEach(value -> all.add(bad(topic, key(topic, round), value)));
            Stream.of("[]", "7", "true", "\"" + MARK + "\"", "{}")
                    .forEach(value -> all.add(bad(topic, key(topic, round), utf8(value))));
            all.add(bad(topic, null, good(topic)));
            all.add(bad(topic, utf8("no json: " + MARK), good(topic)));
            all.add(bad(topic, Bytes.wrap(new byte[] {'"', (byte) 0xC3, 0x28, '"'}), good(topic)));
            all.add(bad(topic, utf8("{\"" + MARK + "\":[" + "[".repeat(DEEP)), good(topic)));
            all.add(bad(topic, utf8("[\"" + MARK + "\"]"), good(topic)));
            all.add(bad(topic, utf8("\" \""), good(topic)));
            all.add(bad(topic, utf8("\"" + MARK + "x".repeat(300) + "\""), good(topic)));
        }
        all.addAll(wrongNumbers(round));
        all.addAll(wrongTimes());
        return List.copyOf(all);
    }

    private static List<Poison> wrongNumbers(int round) {
        List<Poison> all = new ArrayList<>();
        for (Topic topic : List.of(Topic.SONG_RANKING, Topic.DAILY_RANKING, Topic.HOURLY_RANKING)) {
            Stream.of("-1", "1.5", "\"7\"", "9223372036854775807", "99999999999999999999", "1e400", "null", "[7]")
                    .forEach(votes -> all.add(bad(topic, key(topic, round), utf8("{\"VOTES\":" + votes + "}"))));
        }
        Stream.of("-1", "0", "9223372036854775807", "\"soon\"")
                .forEach(time -> all.add(bad(
                        Topic.PULSE,
                        key(Topic.PULSE, round),
                        utf8("{\"SEEN_AT\":" + time + ",\"ZONE\":\"Europe/Berlin\"}"))));
        all.add(bad(
                Topic.PULSE, key(Topic.PULSE, round), utf8("{\"SEEN_AT\":1779719009157119,\"ZONE\":\"Mars/North\"}")));
        Stream.of("7", "\"\"", "\"" + "x".repeat(300) + "\"")
                .forEach(title -> all.add(
                        bad(Topic.SONG_TITLES, key(Topic.SONG_TITLES, round), utf8("{\"TITLE\":" + title + "}"))));
        return all;
    }

    private static List<Poison> wrongTimes() {
        List<Poison> all = new ArrayList<>();
        Stream.of("9999-99-99", "2026-02-30", "tomorrow", "+10000-01-01", "2026-11-23T06")
                .forEach(day -> all.add(bad(Topic.DAILY_RANKING, windowed("DAY", day), good(Topic.DAILY_RANKING))));
        Stream.of("2026-11-23T24", "2026-11-23", "9999-12-31T99", "later")
                .forEach(
                        hour -> all.add(bad(Topic.HOURLY_RANKING, windowed("HOUR", hour), good(Topic.HOURLY_RANKING))));
        all.add(usable(Topic.DAILY_RANKING, windowed("DAY", "9999-12-31"), good(Topic.DAILY_RANKING)));
        all.add(usable(Topic.DAILY_RANKING, windowed("DAY", "9999-12-31"), null));
        all.add(usable(Topic.HOURLY_RANKING, windowed("HOUR", "9999-12-31T23"), good(Topic.HOURLY_RANKING)));
        all.add(usable(Topic.HOURLY_RANKING, windowed("HOUR", "9999-12-31T23"), null));
        return all;
    }

    /** Values that no JSON parser takes for an object. */
    private static Stream<Bytes> unreadable(String mark) {
        return Stream.of(
                utf8("no json: " + mark),
                utf8("{\"VOTES\":7,\"" + mark),
                utf8("\"" + mark + "\""),
                utf8("[\"" + mark + "\"]"),
                utf8(mark + "x".repeat(LONG)),
                utf8("{\"VOTES\":\"" + mark + "y".repeat(LONG)),
                utf8("{\"VOTES\":".repeat(DEEP) + "7" + "}".repeat(DEEP)),
                utf8("[".repeat(DEEP) + "]".repeat(DEEP)),
                Bytes.wrap(new byte[] {'{', '"', (byte) 0xC3, 0x28, '"', ':', '7', '}'}),
                Bytes.wrap(new byte[] {0, 1, 2, (byte) 0xFF}));
    }

    private static Bytes key(Topic topic, int round) {
        String song = MARK + " " + round;
        return switch (topic) {
            case DAILY_RANKING -> utf8("{\"DAY\":\"2026-01-01\",\"SONG\":\"" + song + "\"}");
            case HOURLY_RANKING -> utf8("{\"HOUR\":\"2026-01-01T00\",\"SONG\":\"" + song + "\"}");
            default -> utf8("\"" + song + "\"");
        };
    }

    private static Bytes windowed(String column, String name) {
        return utf8("{\"" + column + "\":\"" + name + "\",\"SONG\":\"" + MARK + "\"}");
    }

    private static Bytes good(Topic topic) {
        return switch (topic) {
            case SONG_TITLES -> utf8("{\"TITLE\":\"" + MARK + "\"}");
            case PULSE -> utf8("{\"SEEN_AT\":1779719009157119,\"ZONE\":\"Europe/Berlin\"}");
            default -> utf8("{\"VOTES\":7}");
        };
    }

    private static Bytes utf8(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
