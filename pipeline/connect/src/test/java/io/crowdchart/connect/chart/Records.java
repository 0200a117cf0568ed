package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.TopicPart;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Records as Connect hands them to the task: bytes. */
final class Records {

    static final TopicPart RANKING = new TopicPart("song_ranking", 0);
    static final TopicPart DAILY = new TopicPart("daily_ranking", 0);
    static final TopicPart TITLES = new TopicPart("song_titles", 0);
    static final TopicPart PULSE = new TopicPart("pulse", 0);

    private Records() {}

    static SinkRecord of(TopicPart part, long offset, @Nullable String key, @Nullable String value) {
        return new SinkRecord(
                part.topic(),
                part.partition(),
                null,
                bytes(key),
                null,
                bytes(value),
                offset,
                0L,
                TimestampType.CREATE_TIME);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    static SinkRecord ranking(long offset, String song, long votes) {
        return of(RANKING, offset, "\"" + song + "\"", "{\"VOTES\":" + votes + "}");
    }

    static SinkRecord rankingGone(long offset, String song) {
        return of(RANKING, offset, "\"" + song + "\"", null);
    }

    static SinkRecord daily(long offset, String day, String song, long votes) {
        return of(DAILY, offset, "{\"DAY\":\"" + day + "\",\"SONG\":\"" + song + "\"}", "{\"VOTES\":" + votes + "}");
    }

    static SinkRecord title(long offset, String song, String title) {
        return of(TITLES, offset, "\"" + song + "\"", "{\"TITLE\":\"" + title + "\"}");
    }

    static SinkRecord pulse(long offset, long seenAtMicros) {
        return of(PULSE, offset, "\"bluesky\"", "{\"SEEN_AT\":" + seenAtMicros + ",\"ZONE\":\"Europe/Berlin\"}");
    }

    static SinkRecord bad(long offset) {
        return of(RANKING, offset, "\"nobody\"", "{\"VOTES\":\"many\"}");
    }

    static TopicPart part(SinkRecord record) {
        return new TopicPart(record.topic(), record.kafkaPartition());
    }

    static TopicPart part(TopicPartition partition) {
        return new TopicPart(partition.topic(), partition.partition());
    }

    static TopicPartition partition(TopicPart part) {
        return new TopicPartition(part.topic(), part.partition());
    }
}
