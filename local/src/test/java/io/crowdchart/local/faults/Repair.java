package io.crowdchart.local.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The operator's remedy for a ranking topic that lost records: writes what is missing or different, while nothing plays. */
final class Repair {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Repair() {}

    /** Makes a ranking topic equal to the votes. */
    static void of(Stage stage, Topic topic) throws InterruptedException, ExecutionException {
        Map<String, Map<String, Long>> written =
                Rankings.read(stage.machine().bootstrapServers()).charts();
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stage.machine().bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ChartWindow window : stage.truth().windows().values()) {
                if (Rankings.kindOf(topic).isInstance(window)) {
                    Map<String, Long> expected = stage.truth().votes(window);
                    for (String song : different(written.getOrDefault(window.name(), Map.of()), expected)) {
                        producer.send(new ProducerRecord<>(
                                        topic.topicName(), key(topic, window.name(), song), value(expected.get(song))))
                                .get();
                    }
                }
            }
        }
    }

    private static Set<String> different(Map<String, Long> found, Map<String, Long> expected) {
        Set<String> songs = new TreeSet<>(found.keySet());
        songs.addAll(expected.keySet());
        songs.removeIf(song -> Objects.equals(found.get(song), expected.get(song)));
        return songs;
    }

    private static byte[] key(Topic topic, String window, String song) {
        if (topic == Topic.SONG_RANKING) {
            return json(song);
        }
        Map<String, String> key = new LinkedHashMap<>();
        key.put(topic == Topic.DAILY_RANKING ? Column.DAY : Column.HOUR, window);
        key.put(Column.SONG, song);
        return json(key);
    }

    private static byte @Nullable [] value(@Nullable Long votes) {
        return votes == null ? null : json(JsonNodeFactory.instance.objectNode().put(Column.VOTES, votes));
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
