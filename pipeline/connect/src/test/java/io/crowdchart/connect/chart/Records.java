package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.topic.Topic;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Records as Connect hands them to the task. */
final class Records {

    static final TopicPart RANKING = new TopicPart("song_ranking", 0);
    static final TopicPart DAILY = new TopicPart("daily_ranking", 0);
    static final TopicPart PULSE = new TopicPart("pulse", 0);

    private Records() {}

    static SinkRecord of(Topic topic, long offset, @Nullable Object key, @Nullable Object value) {
        return new SinkRecord(topic.topicName(), 0, null, key, null, value, offset);
    }

    static SinkRecord ranking(long offset, String song, long votes) {
        return of(Topic.SONG_RANKING, offset, song, Map.of("VOTES", votes));
    }

    static SinkRecord rankingGone(long offset, String song) {
        return of(Topic.SONG_RANKING, offset, song, null);
    }

    static SinkRecord daily(long offset, String day, String song, long votes) {
        return of(Topic.DAILY_RANKING, offset, Map.of("DAY", day, "SONG", song), Map.of("VOTES", votes));
    }

    static SinkRecord title(long offset, String song, String title) {
        return of(Topic.SONG_TITLES, offset, song, Map.of("TITLE", title));
    }

    static SinkRecord pulse(long offset, long seenAtMicros) {
        return of(Topic.PULSE, offset, "bluesky", Map.of("SEEN_AT", seenAtMicros, "ZONE", "Europe/Berlin"));
    }

    static SinkRecord bad(long offset) {
        return of(Topic.SONG_RANKING, offset, "july", Map.of("VOTES", "many"));
    }

    static TopicPartition partition(TopicPart part) {
        return new TopicPartition(part.topic(), part.partition());
    }
}
