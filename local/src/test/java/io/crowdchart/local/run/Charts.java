package io.crowdchart.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.local.feed.FeedGenerator;
import io.crowdchart.local.feed.GeneratedFeed;
import io.crowdchart.model.song.SongKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Feeds with a known truth, and charts to compare with it. */
final class Charts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONNECT_FEEDS =
            Path.of("..", "pipeline", "connect", "src", "test", "resources", "io", "crowdchart", "connect");

    private Charts() {}

    /** The votes by song in a file that {@code --chart} wrote. */
    static Map<String, Integer> written(Path file) throws IOException {
        return votes(JSON.readTree(file.toFile()));
    }

    /** The independently counted chart of the feed {@link #kafkaSummit}. */
    static Map<String, Integer> kafkaSummitExpected() throws IOException {
        return votes(
                JSON.readTree(CONNECT_FEEDS.resolve("kafkasummit-expected.json").toFile())
                        .path("chart"));
    }

    private static Map<String, Integer> votes(JsonNode chart) {
        Map<String, Integer> votes = new TreeMap<>();
        chart.forEach(
                line -> votes.put(line.path("song").asText(), line.path("votes").asInt()));
        return votes;
    }

    /** Unpacks the feed of 12,000 events. */
    static Path kafkaSummit(Path folder) throws IOException {
        Path feed = folder.resolve("kafkasummit.jsonl");
        try (InputStream packed = Files.newInputStream(CONNECT_FEEDS.resolve("kafkasummit.jsonl.gz"));
                InputStream lines = new GZIPInputStream(packed)) {
            Files.copy(lines, feed);
        }
        return feed;
    }

    /** A generated feed that ended a minute ago. */
    static GeneratedFeed generated(long seed, int events) {
        Duration span = Duration.ofMinutes(10);
        return FeedGenerator.generate(
                seed, events, "KafkaSummit", Instant.now().minus(span).minusSeconds(60), span);
    }

    /** Writes a generated feed to a file. */
    static Path file(GeneratedFeed feed, Path folder) throws IOException {
        return Files.write(folder.resolve("feed.jsonl"), feed.lines());
    }

    /** The chart that a generated feed must give. */
    static Map<String, Integer> expected(GeneratedFeed feed) {
        Map<String, Integer> expected = new TreeMap<>();
        feed.voters().forEach((title, voters) -> expected.put(SongKey.of(title), voters));
        return expected;
    }
}
