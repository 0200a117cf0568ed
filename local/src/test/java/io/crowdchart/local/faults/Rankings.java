package io.crowdchart.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        String window = windowOf(topic, key);
        if (song.isEmpty() || window.isEmpty()) {
            return;
        }
        Map<String, Long> chart = charts.computeIfAbsent(window, name -> new TreeMap<>());
        if (record.value() == null) {
            chart.remove(song);
            return;
        }
        JsonNode votes = json(record.value()).path(Column.VOTES);
        if (votes.isIntegralNumber() && votes.canConvertToLong() && votes.longValue() >= 0) {
            chart.put(song, votes.longValue());
        }
    }

    private static String windowOf(Topic topic, JsonNode key) {
        return switch (topic) {
            case SONG_RANKING -> "all";
            case DAILY_RANKING -> text(key.path(Column.DAY));
            default -> text(key.path(Column.HOUR));
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
