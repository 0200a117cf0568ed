package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.Stretch;
import io.crowdchart.connect.chart.topics.TopicRead;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** What the sink expects of the topics, real or not. There are a ranking and a pulse, new and empty. */
abstract class ChartTopicsContract {

    abstract ChartTopics topics();

    /** Writes a ranking in a transaction of its own. */
    abstract void vote(String song, long votes);

    abstract void makeAnew(TopicPart part) throws Exception;

    abstract void delete(TopicPart part) throws Exception;

    abstract void deleteBefore(TopicPart part, long offset) throws Exception;

    /** The group is at a position, as the sink commits it. */
    abstract void commit(TopicPart part, Position position) throws Exception;

    @Test
    void empty_topics_begin_where_they_end() throws Exception {
        TopicsNow now = now();

        assertThat(now.missing()).isEmpty();
        assertThat(now.parts()).containsOnlyKeys(RANKING, PULSE);
        PartNow ranking = part(now, RANKING);
        assertThat(ranking.start()).isZero();
        assertThat(ranking.end()).isZero();
        assertThat(ranking.topicId()).isNotBlank().isNotEqualTo(part(now, PULSE).topicId());
        assertThat(ranking.tombstonesStay()).isEqualTo(Duration.ofDays(1));
        assertThat(now.committed()).isEmpty();
    }

    @Test
    void the_end_is_behind_all_that_was_committed() throws Exception {
        vote("july", 1);
        vote("july", 2);

        PartNow ranking = part(now(), RANKING);

        assertThat(ranking.end()).isGreaterThanOrEqualTo(2);
        assertThat(read(new Stretch(0, ranking.end())))
                .containsExactly("\"july\" {\"VOTES\":1}", "\"july\" {\"VOTES\":2}");
    }

    @Test
    void a_stretch_has_its_records_and_no_others() throws Exception {
        vote("july", 1);
        long middle = part(now(), RANKING).end();
        vote("july", 2);
        long end = part(now(), RANKING).end();
        vote("july", 3);

        assertThat(read(new Stretch(0, middle))).containsExactly("\"july\" {\"VOTES\":1}");
        assertThat(read(new Stretch(middle, end))).containsExactly("\"july\" {\"VOTES\":2}");
        assertThat(read(new Stretch(middle - 1, middle))).as("a mark").isEmpty();
    }

    @Test
    void a_topic_that_is_made_anew_has_another_id() throws Exception {
        vote("july", 1);
        String before = part(now(), RANKING).topicId();

        makeAnew(RANKING);

        PartNow after = part(now(), RANKING);
        assertThat(after.topicId()).isNotEqualTo(before);
        assertThat(after.end()).isZero();
    }

    @Test
    void a_deleted_topic_is_missing() throws Exception {
        delete(RANKING);

        TopicsNow now = now();

        assertThat(now.missing()).containsExactly("song_ranking");
        assertThat(now.parts()).containsOnlyKeys(PULSE);
    }

    @Test
    void what_was_deleted_cannot_be_read_and_nothing_is_jumped_over() throws Exception {
        vote("july", 1);
        vote("july", 2);
        long end = part(now(), RANKING).end();
        deleteBefore(RANKING, 2);

        assertThat(part(now(), RANKING).start()).isEqualTo(2);
        assertThatThrownBy(() -> read(new Stretch(0, end))).isInstanceOf(TopicsUnavailableException.class);
    }

    @Test
    void the_positions_of_the_group_are_told() throws Exception {
        vote("july", 1);
        Position position = new Position(part(now(), RANKING).topicId(), 1);

        commit(RANKING, position);

        assertThat(now().committed()).isEqualTo(Map.of(RANKING, position));
    }

    private TopicsNow now() throws Exception {
        return topics().ask().get(60, TimeUnit.SECONDS);
    }

    private static PartNow part(TopicsNow now, TopicPart part) {
        return Objects.requireNonNull(now.parts().get(part));
    }

    /** All that was committed. */
    final List<String> readAll() throws Exception {
        return read(new Stretch(0, part(now(), RANKING).end()));
    }

    private List<String> read(Stretch stretch) {
        List<String> read = new ArrayList<>();
        try (TopicRead records = topics().read(Map.of(RANKING, stretch))) {
            for (int i = 0; i < 600 && !records.isDone(); i++) {
                records.next(Duration.ofMillis(100)).forEach(record -> read.add(shown(record)));
            }
            assertThat(records.isDone()).isTrue();
        }
        return read;
    }

    private static String shown(SinkRecord record) {
        return new String((byte[]) record.key(), StandardCharsets.UTF_8)
                + " "
                + new String((byte[]) record.value(), StandardCharsets.UTF_8);
    }
}
