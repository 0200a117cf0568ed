package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the charted topics as KSQL does, in transactions, and knows what the charts must say. */
final class TopicWriter implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final Map<ChartWindow, Map<String, Long>> truth = new HashMap<>();

    TopicWriter(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "ksql", "linger.ms", "0"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    /** Votes of a song in the all-time chart and in one day's; 0 is a tombstone. */
    void votes(String song, String day, long votes) {
        producer.beginTransaction();
        sendVotes(song, day, votes);
        producer.commitTransaction();
    }

    /** Many songs with titles, each with as many votes as its number says, in large transactions. */
    void manySongs(int count, String day) {
        for (int song = 1; song <= count; song++) {
            if (song % 2_000 == 1) {
                producer.beginTransaction();
            }
            sendVotes("song " + song, day, song);
            put(Topic.SONG_TITLES, "\"song " + song + "\"", "{\"TITLE\":\"Song " + song + "\"}");
            if (song % 2_000 == 0 || song == count) {
                producer.commitTransaction();
            }
        }
    }

    private void sendVotes(String song, String day, long votes) {
        @Nullable String value = votes == 0 ? null : "{\"VOTES\":" + votes + "}";
        put(Topic.SONG_RANKING, "\"" + song + "\"", value);
        put(Topic.DAILY_RANKING, "{\"DAY\":\"" + day + "\",\"SONG\":\"" + song + "\"}", value);
        truth.computeIfAbsent(ChartWindow.ALL_TIME, any -> new HashMap<>()).put(song, votes);
        truth.computeIfAbsent(ChartWindow.named(day), any -> new HashMap<>()).put(song, votes);
    }

    void pulse(long seenAtMicros) {
        send(Topic.PULSE, "\"bluesky\"", "{\"SEEN_AT\":" + seenAtMicros + ",\"ZONE\":\"Europe/Berlin\"}");
    }

    void title(String song, String title) {
        send(Topic.SONG_TITLES, "\"" + song + "\"", "{\"TITLE\":\"" + title + "\"}");
    }

    /** One committed record. */
    void send(Topic topic, String key, @Nullable String value) {
        producer.beginTransaction();
        put(topic, key, value);
        producer.commitTransaction();
    }

    private void put(Topic topic, String key, @Nullable String value) {
        var unused = producer.send(new ProducerRecord<>(topic.topicName(), key, value));
    }

    /** One record that is taken back. */
    void sendAborted(Topic topic, String key, String value) {
        producer.beginTransaction();
        put(topic, key, value);
        producer.flush();
        producer.abortTransaction();
    }

    /** A chart whose topic was made anew has nothing. */
    void forget(ChartWindow window) {
        truth.put(window, new HashMap<>());
    }

    void requireTruthOf(ChartReader charts) {
        truth.forEach((window, songs) -> {
            Map<String, Long> charted = new HashMap<>(songs);
            charted.values().removeIf(votes -> votes == 0);
            assertThat(Charts.votes(charts, window)).as(window.name()).isEqualTo(charted);
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
