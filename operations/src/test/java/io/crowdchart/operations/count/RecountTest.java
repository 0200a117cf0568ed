package io.crowdchart.operations.count;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.ksql.ChartTopology;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import io.crowdchart.model.song.SongKey;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.model.vote.BallotBox;
import io.crowdchart.model.vote.Vote;
import io.crowdchart.operations.ranking.RankingRows;
import io.crowdchart.operations.ranking.RowBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecountTest {

    private static final Path CASES = Path.of("..", "pipeline", "ksql", "src", "test", "resources", "cases");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final List<String> SONGS =
            List.of("Hey Jude", "Imagine", "July", "千本桜", "Say \"Hi\" 🎸", "Été", "!!!", "99 Luftballons");

    @TempDir
    private Path folder;

    /** A record of the votes. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Step(byte @Nullable [] key, byte @Nullable [] value) {}

    @Test
    void votes_edits_and_retractions_are_counted_as_the_ballot_box_counts_them() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RecountTest: -Dseed=" + seed);
        Random random = new Random(seed);
        BallotBox truth = new BallotBox();
        Recount recount = new Recount();
        Set<ChartWindow> windows = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            int number = random.nextInt(2_000);
            String post = "post " + number;
            if (random.nextInt(100) < 25) {
                truth.retract(post);
                recount.add(number % 2, post.getBytes(UTF_8), null);
            } else {
                Vote vote = someVote(random);
                windows.addAll(vote.windows());
                truth.cast(post, vote);
                recount.add(number % 2, post.getBytes(UTF_8), value(vote));
            }
        }

        Map<String, Long> expected = new TreeMap<>();
        windows.forEach(window -> truth.count(window)
                .forEach(song -> expected.put(window.name() + " " + song.song().key(), song.votes())));
        Map<String, Long> counted = new TreeMap<>();
        recount.forEach((line, votes) -> {
            if (votes.most() > 0) {
                counted.put(line.window() + " " + line.song(), votes.most());
            }
        });
        assertThat(counted).as("seed %d", seed).isEqualTo(expected);
        assertThat(recount.posts()).isEqualTo(truth.posts());
        SONGS.forEach(
                name -> assertThat(SongKey.of(recount.title(SongKey.of(name)).orElseThrow()))
                        .isEqualTo(SongKey.of(name)));
    }

    @Test
    void the_same_post_in_two_partitions_is_two_posts() {
        Recount recount = new Recount();
        recount.add(0, "p".getBytes(UTF_8), "{\"VOTER\":\"a\",\"SONG\":\"july\"}".getBytes(UTF_8));
        recount.add(1, "p".getBytes(UTF_8), "{\"VOTER\":\"b\",\"SONG\":\"july\"}".getBytes(UTF_8));
        assertThat(recount.votes(Line.allTime("july"))).isEqualTo(2);
    }

    @Test
    void the_votes_of_a_while_ago_are_kept_until_they_are_forgotten() {
        Recount recount = new Recount();
        Line july = Line.allTime("july");
        vote(recount, "a", "july");
        assertThat(recount.recent(july)).isEqualTo(VoteRange.of(1));

        recount.remember(10, 0);
        vote(recount, "b", "july");
        vote(recount, "c", "july");
        vote(recount, "c", "june");
        recount.remember(20, 5);
        vote(recount, "b", "june");
        assertThat(recount.recent(july)).isEqualTo(new VoteRange(1, 3));
        assertThat(recount.recent(Line.allTime("june"))).isEqualTo(new VoteRange(0, 2));

        recount.remember(30, 11);
        assertThat(recount.recent(july)).isEqualTo(new VoteRange(1, 2));
        recount.remember(40, 21);
        assertThat(recount.recent(july)).isEqualTo(VoteRange.of(1));
        assertThat(recount.recent(Line.allTime("never"))).isEqualTo(VoteRange.NONE);
    }

    @Test
    void a_post_that_says_only_what_nobody_can_read_is_counted_apart_until_it_says_more() {
        Recount recount = new Recount();
        byte[] odd = "odd".getBytes(UTF_8);
        byte[] known = "known".getBytes(UTF_8);
        byte[] broken = "{\"VOTER\":".getBytes(UTF_8);
        recount.add(0, odd, broken);
        recount.add(0, odd, broken);
        vote(recount, "known", "july");
        recount.add(0, known, broken);
        recount.add(0, null, broken);
        assertThat(recount.unreadable()).isEqualTo(1);
        assertThat(recount.posts()).isEqualTo(1);
        assertThat(recount.votes(Line.allTime("july"))).isEqualTo(1);
        assertThat(recount.unreadableInWords())
                .hasValue("1 post can no longer be read; differences of up to 1 vote may come from them");

        // What was taken back is no vote, whatever follows.
        recount.add(0, known, null);
        recount.add(0, known, broken);
        recount.add(0, odd, null);
        assertThat(recount.unreadable()).isZero();
        assertThat(recount.unreadableInWords()).isEmpty();
        assertThat(recount.posts()).isZero();
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void every_case_of_the_statements_is_counted_as_their_twin_counts_it(Path file) throws Exception {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : MAPPER.readTree(Files.readAllBytes(file)).required("steps")) {
            if (step.required("topic").textValue().equals(Topic.VOTES.topicName())) {
                steps.add(new Step(key(step), value(step)));
            }
        }
        assertCountedAsTheTwinDoes(steps, file.toString());
    }

    static Stream<Path> caseFiles() throws Exception {
        try (Stream<Path> files = Files.list(CASES)) {
            List<Path> found = files.sorted().toList();
            assertThat(found).hasSizeGreaterThanOrEqualTo(36);
            return found.stream();
        }
    }

    @Test
    void random_and_hostile_records_are_counted_as_the_twin_counts_them() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("RecountTest: -Dseed=" + seed);
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] key = ("post " + random.nextInt(60)).getBytes(UTF_8);
            steps.add(new Step(key, random.nextInt(5) == 0 ? null : hostile(random)));
        }
        assertCountedAsTheTwinDoes(steps, "seed " + seed);
    }

    /** Compares bytes: the rows that the recount would write are those of the twin. */
    private void assertCountedAsTheTwinDoes(List<Step> steps, String what) {
        Recount recount = new Recount();
        steps.forEach(step -> recount.add(0, step.key(), step.value()));
        Map<String, String> counted = new TreeMap<>();
        recount.forEach((line, votes) -> {
            if (votes.most() > 0) {
                counted.put(
                        line.ranking() + " " + new String(RowBytes.key(line), UTF_8),
                        new String(RowBytes.votes(votes.most()), UTF_8));
            }
        });
        Map<String, String> twins = new TreeMap<>();
        Map<String, String> titles = new TreeMap<>();
        Properties settings = new Properties();
        settings.putAll(ChartStreamsConfig.local("unused:9092", folder).toProperties());
        try (TopologyTestDriver driver = new TopologyTestDriver(ChartTopology.create(), settings)) {
            var votes = driver.createInputTopic(
                    Topic.VOTES.topicName(), new ByteArraySerializer(), new ByteArraySerializer());
            steps.forEach(step -> votes.pipeInput(step.key(), step.value()));
            for (Topic topic : RankingRows.TOPICS) {
                rows(driver, topic, topic == Topic.SONG_TITLES ? titles : twins);
            }
        }
        assertThat(counted).as(what).isEqualTo(twins);
        assertThat(titles.keySet()).as(what).allSatisfy(row -> {
            String song = JsonColumns.readText(
                            row.substring(row.indexOf(' ') + 1).getBytes(UTF_8))
                    .orElseThrow();
            assertThat(recount.title(song)).isPresent();
        });
    }

    private static void rows(TopologyTestDriver driver, Topic topic, Map<String, String> table) {
        for (TestRecord<byte[], byte[]> row : driver.createOutputTopic(
                        topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()) {
            String key = topic + " " + new String(row.key(), UTF_8);
            if (row.value() == null) {
                table.remove(key);
            } else {
                table.put(key, new String(row.value(), UTF_8));
            }
        }
    }

    private static void vote(Recount recount, String voter, String song) {
        String value = "{\"VOTER\":\"" + voter + "\",\"SONG\":\"" + song + "\"}";
        recount.add(0, voter.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private static Vote someVote(Random random) {
        Song song = Song.named(SONGS.get(random.nextInt(SONGS.size()))).orElseThrow();
        return Vote.cast("voter " + random.nextInt(300), song, START.plusSeconds(random.nextInt(6 * 3600)), ZONE);
    }

    private static byte[] value(Vote vote) {
        return MAPPER.createObjectNode()
                .put(Column.VOTER, vote.voter())
                .put(Column.SONG, vote.song().key())
                .put(Column.TITLE, vote.song().title())
                .put(Column.DAY, vote.day().name())
                .put(Column.HOUR, vote.hour().name())
                .toString()
                .getBytes(UTF_8);
    }

    /** Objects with odd names and values, too long texts, missing columns, broken JSON. */
    private static byte[] hostile(Random random) {
        StringBuilder object = new StringBuilder("{");
        for (String column : List.of("VOTER", "voter", "SONG", "Song", "TITLE", "DAY", "day", "HOUR", "OTHER")) {
            if (random.nextInt(3) > 0) {
                object.append(object.length() > 1 ? "," : "")
                        .append('"')
                        .append(column)
                        .append("\":")
                        .append(hostileValue(random));
            }
        }
        String json = object.append('}').toString();
        return switch (random.nextInt(12)) {
            case 0 -> json.substring(0, random.nextInt(json.length())).getBytes(UTF_8);
            case 1 -> (json + " and more").getBytes(UTF_8);
            case 2 -> hostileValue(random).getBytes(UTF_8);
            default -> json.getBytes(UTF_8);
        };
    }

    private static String hostileValue(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "null";
            case 1 -> "\"\"";
            case 2 -> "\"" + "x".repeat(random.nextInt(250)) + "\"";
            case 3 -> "[1, \"two\", {\"b\":1,\"a\":2.50}]";
            case 4 -> "{\"b\":[true],\"a\":null}";
            case 5 -> "1.50";
            case 6 -> "true";
            case 7 -> "\"🎸 \\u0000 \\\"\"";
            default -> "\"song " + random.nextInt(4) + "\"";
        };
    }

    private static byte @Nullable [] key(JsonNode step) {
        if (step.has("keyBase64")) {
            return Base64.getDecoder().decode(step.get("keyBase64").textValue());
        }
        JsonNode key = step.required("key");
        return key.isNull() ? null : text(key).getBytes(UTF_8);
    }

    private static byte @Nullable [] value(JsonNode step) throws Exception {
        if (step.has("base64")) {
            return Base64.getDecoder().decode(step.get("base64").textValue());
        }
        if (step.has("text")) {
            return text(step.get("text")).getBytes(UTF_8);
        }
        JsonNode value = step.required("value");
        if (value.isNull()) {
            return null;
        }
        var written = MAPPER.createObjectNode();
        value.properties()
                .forEach(field -> written.set(
                        field.getKey(),
                        field.getValue().has("repeat")
                                ? MAPPER.getNodeFactory().textNode(text(field.getValue()))
                                : field.getValue()));
        return MAPPER.writeValueAsBytes(written);
    }

    /** A text, pieces of one, or one that is repeated. */
    private static String text(JsonNode node) {
        if (node.isArray()) {
            StringBuilder joined = new StringBuilder();
            node.forEach(piece -> joined.append(text(piece)));
            return joined.toString();
        }
        return node.isObject()
                ? node.required("repeat")
                        .textValue()
                        .repeat(node.required("times").intValue())
                : node.textValue();
    }
}
