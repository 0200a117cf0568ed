package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.model.vote.BallotBox;
import io.crowdchart.model.vote.Vote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random lives of posts, counted by the twin and by brute force. */
class ModelTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final List<String> SONGS =
            List.of("Hey Jude", "Imagine", "July", "千本桜", "Say \"Hi\" 🎸", "Été", "!!!", "99 Luftballons");

    @TempDir
    Path stateDir;

    private final BallotBox truth = new BallotBox();
    private final Map<String, ChartWindow> windows = new TreeMap<>();
    private final List<Runnable> past = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 5), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_twin_counts_as_brute_force_does(long seed) throws IOException {
        Random random = new Random(seed);
        Properties settings = new Properties();
        settings.putAll(ChartStreamsConfig.local("unused:9092", stateDir).toProperties());
        try (TopologyTestDriver driver = new TopologyTestDriver(ChartTopology.create(), settings)) {
            TestInputTopic<String, byte[]> votes =
                    driver.createInputTopic("votes", new StringSerializer(), new ByteArraySerializer());
            for (int event = 0; event < 1_500; event++) {
                happen(random, votes);
            }

            assertThat(counted(driver)).as("seed %d", seed).isEqualTo(expected());
        }
    }

    private void happen(Random random, TestInputTopic<String, byte[]> votes) {
        String post = "post " + random.nextInt(200);
        int dice = random.nextInt(100);
        if (dice < 60) {
            Vote vote = someVote(random);
            past.add(() -> cast(votes, post, vote));
        } else if (dice < 85) {
            past.add(() -> retract(votes, post));
        } else if (dice < 95 && !past.isEmpty()) {
            // The source goes back a little and delivers everything from there again.
            int from = Math.max(0, past.size() - 1 - random.nextInt(10));
            List.copyOf(past.subList(from, past.size())).forEach(Runnable::run);
            return;
        } else {
            past.add(() -> votes.pipeInput(post, new byte[] {'?'}));
        }
        past.get(past.size() - 1).run();
    }

    private static Vote someVote(Random random) {
        Song song = Song.named(SONGS.get(random.nextInt(SONGS.size()))).orElseThrow();
        return Vote.cast("voter " + random.nextInt(25), song, START.plusSeconds(random.nextInt(6 * 3600)), ZONE);
    }

    private void cast(TestInputTopic<String, byte[]> votes, String post, Vote vote) {
        truth.cast(post, vote);
        vote.windows().forEach(window -> windows.put(window.name(), window));
        ObjectNode value = MAPPER.createObjectNode()
                .put(Column.VOTER, vote.voter())
                .put(Column.SONG, vote.song().key())
                .put(Column.TITLE, vote.song().title())
                .put(Column.DAY, vote.day().name())
                .put(Column.HOUR, vote.hour().name());
        votes.pipeInput(post, value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void retract(TestInputTopic<String, byte[]> votes, String post) {
        truth.retract(post);
        votes.pipeInput(post, null);
    }

    /** Votes by window and song. */
    private Map<String, Map<String, Long>> expected() {
        Map<String, Map<String, Long>> expected = new TreeMap<>();
        windows.values().forEach(window -> {
            for (SongVotes song : truth.count(window)) {
                expected.computeIfAbsent(window.name(), name -> new HashMap<>())
                        .put(song.song().key(), song.votes());
            }
        });
        return expected;
    }

    private static Map<String, Map<String, Long>> counted(TopologyTestDriver driver) throws IOException {
        Map<String, Map<String, Long>> counted = new TreeMap<>();
        for (Topic topic : List.of(Topic.SONG_RANKING, Topic.DAILY_RANKING, Topic.HOURLY_RANKING)) {
            for (TestRecord<byte[], byte[]> record : driver.createOutputTopic(
                            topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()) {
                JsonNode key = MAPPER.readTree(record.key());
                String window = key.path(Column.DAY).asText(key.path(Column.HOUR).asText("all"));
                Map<String, Long> songs = counted.computeIfAbsent(window, name -> new HashMap<>());
                String song = key.isTextual() ? key.textValue() : key.path(Column.SONG).textValue();
                if (record.value() == null) {
                    songs.remove(song);
                } else {
                    songs.put(song, MAPPER.readTree(record.value()).path(Column.VOTES).longValue());
                }
            }
        }
        counted.values().removeIf(Map::isEmpty);
        return counted;
    }
}
