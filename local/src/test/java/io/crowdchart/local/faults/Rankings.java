package io.crowdchart.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * The ranking topics as they are now: of each key the last record that can be used.
 *
 * @param charts votes by song, by the name of the window
 * @param titles title by song
 */
record Rankings(Map<String, Map<String, Long>> charts, Map<String, String> titles) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the topics. */
    static Rankings read(String bootstrapServers) {
        Map<String, Map<String, Long>> charts = new TreeMap<>();
        for (Topic topic : new Topic[] {Topic.SONG_RANKING, Topic.DAILY_RANKING, Topic.HOURLY_RANKING}) {
            for (var record : TopicReader.read(bootstrapServers, topic.topicName())) {
                addVotes(charts, topic, record);
            }
        }
        charts.values().removeIf(Map::isEmpty);
        Map<String, String> titles = new TreeMap<>();
        for (var record : TopicReader.read(bootstrapServers, Topic.SONG_TITLES.topicName())) {
            addTitle(titles, record);
        }
        return new Rankings(charts, titles);
    }

    private static void addVotes(
            Map<String, Map<String, Long>> charts, Topic topic, ConsumerRecord<byte[], byte[]> record) {
        JsonNode key = json(record.key());
        String song = topic == Topic.SONG_RANKING ? text(key) : text(key.path(Column.SONG));
        Optional<ChartWindow> window = windowOf(topic, key);
        if (song.isBlank() || song.length() > Column.MAX_SONG || window.isEmpty()) {
            return;
        }
        Map<String, Long> chart = charts.computeIfAbsent(window.get().name(), name -> new TreeMap<>());
        if (record.value() == null) {
            chart.remove(song);
            return;
        }
        JsonNode votes = json(record.value()).path(Column.VOTES);
        if (votes.isIntegralNumber() && votes.canConvertToLong() && isPossible(votes.longValue())) {
            chart.put(song, votes.longValue());
        }
    }

    private static boolean isPossible(long votes) {
        return votes >= 0 && votes <= ChartBatch.MAX_VOTES;
    }

    private static Optional<ChartWindow> windowOf(Topic topic, JsonNode key) {
        String name = switch (topic) {
            case SONG_RANKING -> ChartWindow.ALL_TIME.name();
            case DAILY_RANKING -> text(key.path(Column.DAY));
            default -> text(key.path(Column.HOUR));
        };
        try {
            ChartWindow window = ChartWindow.named(name);
            return Optional.of(window).filter(kindOf(topic)::isInstance);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What kind of windows a ranking topic has. */
    static Class<? extends ChartWindow> kindOf(Topic topic) {
        return switch (topic) {
            case SONG_RANKING -> ChartWindow.AllTime.class;
            case DAILY_RANKING -> ChartWindow.Day.class;
            default -> ChartWindow.Hour.class;
        };
    }

    private static void addTitle(Map<String, String> titles, ConsumerRecord<byte[], byte[]> record) {
        String song = text(json(record.key()));
        String title = text(json(record.value()).path(Column.TITLE));
        if (!song.isEmpty() && !title.isEmpty()) {
            titles.put(song, title);
        }
    }

    private static String text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).orElse("");
    }

    private static JsonNode json(byte @Nullable [] bytes) {
        try {
            return bytes == null ? JSON.missingNode() : JSON.readTree(bytes);
        } catch (IOException e) {
            // A record that nobody can read says nothing here, either.
            return JSON.missingNode();
        }
    }
}
