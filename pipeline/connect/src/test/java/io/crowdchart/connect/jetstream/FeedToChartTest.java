package io.crowdchart.connect.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.connect.post.Post;
import io.crowdchart.connect.vote.VoteExtractor;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import io.crowdchart.model.vote.BallotBox;
import io.crowdchart.model.vote.Vote;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class FeedToChartTest {

    private final EventParser parser =
            new EventParser("bluesky", new WantedCollections(List.of("app.bsky.feed.post")), Clock.systemUTC());
    private final VoteExtractor<SourceRecord> extractor = new VoteExtractor<>();

    @Test
    void the_feed_gives_the_chart_that_was_counted_independently() throws IOException {
        extractor.configure(Map.of("hashtag", "KafkaSummit", "secret", "a secret of the tests"));
        var box = new BallotBox();

        TestEvents.feed().forEach(line -> cast(line, box));

        Map<String, Long> chart = new LinkedHashMap<>();
        box.count(ChartWindow.ALL_TIME).forEach(song -> chart.put(song.song().key(), song.votes()));
        assertThat(box.posts()).isEqualTo(5_034);
        assertThat(chart).hasSize(261).containsExactlyEntriesOf(expected());
    }

    private void cast(String line, BallotBox box) {
        Parsed.Event event = (Parsed.Event) parser.parse(line);
        event.post().ifPresent(post -> {
            SourceRecord row = extractor.apply(new SourceRecord(
                    Map.of(), Map.of(), "posts", Schema.STRING_SCHEMA, post.id(), Post.SCHEMA, post.toStruct()));
            if (row == null) {
                return;
            }
            String key = (String) row.key();
            if (row.value() instanceof Map<?, ?> columns) {
                box.cast(key, vote(columns));
            } else {
                box.retract(key);
            }
        });
    }

    private static Vote vote(Map<?, ?> columns) {
        return new Vote(
                (String) columns.get("VOTER"),
                new Song((String) columns.get("SONG"), (String) columns.get("TITLE")),
                ChartWindow.Day.named((String) columns.get("DAY")),
                ChartWindow.Hour.named((String) columns.get("HOUR")));
    }

    private static Map<String, Long> expected() throws IOException {
        JsonNode expected = new ObjectMapper().readTree(TestEvents.resource("kafkasummit-expected.json"));
        Map<String, Long> chart = new LinkedHashMap<>();
        expected.path("chart")
                .forEach(song ->
                        chart.put(song.path("song").asText(), song.path("votes").asLong()));
        return chart;
    }
}
