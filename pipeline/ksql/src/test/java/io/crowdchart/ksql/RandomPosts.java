package io.crowdchart.ksql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.ksql.cases.Step;
import io.crowdchart.ksql.cases.Tables;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.model.vote.BallotBox;
import io.crowdchart.model.vote.Vote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Posts that come, change, go, come twice and are unreadable, at random; and the charts they must give, by brute force. */
final class RandomPosts {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-11-23T20:00:00Z");
    private static final List<String> SONGS =
            List.of("Hey Jude", "Imagine", "July", "千本桜", "Say \"Hi\" 🎸", "Été", "!!!", "99 Luftballons");

    private final Random random;
    private final BallotBox truth = new BallotBox();
    private final Map<String, ChartWindow> windows = new TreeMap<>();
    private final List<Runnable> past = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    RandomPosts(long seed) {
        random = new Random(seed);
    }

    /** The records of so many events, in their order. */
    List<Step> next(int events) {
        steps.clear();
        for (int event = 0; event < events; event++) {
            happen();
        }
        return List.copyOf(steps);
    }

    /** Votes by window and song, after all that happened. */
    Map<String, Map<String, Long>> expected() {
        Map<String, Map<String, Long>> expected = new TreeMap<>();
        windows.values().forEach(window -> {
            for (SongVotes song : truth.count(window)) {
                expected.computeIfAbsent(window.name(), name -> new HashMap<>())
                        .put(song.song().key(), song.votes());
            }
        });
        return expected;
    }

    /** The same as tables say it. */
    static Map<String, Map<String, Long>> counted(Tables tables) {
        List<String> rankings = List.of(
                Topic.SONG_RANKING.topicName(), Topic.DAILY_RANKING.topicName(), Topic.HOURLY_RANKING.topicName());
        Map<String, Map<String, Long>> counted = new TreeMap<>();
        tables.forEachRow((topic, key, value) -> {
            if (rankings.contains(topic) && !value.isNull()) {
                counted.computeIfAbsent(windowOf(key), name -> new HashMap<>())
                        .put(songOf(key), value.path(Column.VOTES).longValue());
            }
        });
        return counted;
    }

    private static String windowOf(JsonNode key) {
        return key.path(Column.DAY).asText(key.path(Column.HOUR).asText(ChartWindow.ALL_TIME.name()));
    }

    private static String songOf(JsonNode key) {
        return key.isTextual() ? key.textValue() : key.path(Column.SONG).textValue();
    }

    private void happen() {
        String post = "post " + random.nextInt(200);
        int dice = random.nextInt(100);
        if (dice < 10 && !past.isEmpty()) {
            // The source goes back a little and delivers everything from there again.
            int from = Math.max(0, past.size() - 1 - random.nextInt(10));
            past.subList(from, past.size()).forEach(Runnable::run);
        } else if (dice < 70) {
            Vote vote = someVote();
            happen(() -> cast(post, vote));
        } else if (dice < 95) {
            happen(() -> retract(post));
        } else {
            happen(() -> steps.add(new Step("votes", bytes(post), bytes("unreadable"))));
        }
    }

    private void happen(Runnable event) {
        past.add(event);
        event.run();
    }

    private Vote someVote() {
        Song song = Song.named(SONGS.get(random.nextInt(SONGS.size()))).orElseThrow();
        return Vote.cast("voter " + random.nextInt(25), song, START.plusSeconds(random.nextInt(6 * 3600)), ZONE);
    }

    private void cast(String post, Vote vote) {
        truth.cast(post, vote);
        vote.windows().forEach(window -> windows.put(window.name(), window));
        String value = MAPPER.createObjectNode()
                .put(Column.VOTER, vote.voter())
                .put(Column.SONG, vote.song().key())
                .put(Column.TITLE, vote.song().title())
                .put(Column.DAY, vote.day().name())
                .put(Column.HOUR, vote.hour().name())
                .toString();
        steps.add(new Step("votes", bytes(post), bytes(value)));
    }

    private void retract(String post) {
        truth.retract(post);
        steps.add(new Step("votes", bytes(post), null));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
