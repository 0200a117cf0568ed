package io.crowdchart.operations.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.ChartStack;
import io.crowdchart.operations.count.Line;
import io.crowdchart.operations.kafka.TopicReader;
import io.crowdchart.operations.ranking.RankingRows;
import io.crowdchart.operations.ranking.RowBytes;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The aggregation writes rows between the look of a repair and its own rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StaleRowIT {

    private ChartStack stack;

    @BeforeAll
    void start(@TempDir Path folder) {
        stack = new ChartStack(folder);
        stack.makeTopics();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    void a_row_that_the_aggregation_wrote_after_the_look_is_never_replaced() {
        Map<TopicPartition, Long> looked = read(new RankingRows());
        stack.row(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":8}");
        try (Repair repair = new Repair(stack.clients())) {
            assertThat(repair.write(looked, List.of(row("july", 7), row("june", 6))))
                    .isEqualTo(1);
        }
        assertThat(votes("july")).hasValue(8L);
        assertThat(votes("june")).hasValue(6L);
    }

    @Test
    void every_attempt_looks_again() {
        Map<TopicPartition, Long> looked = read(new RankingRows());
        Queue<String> busy = new ArrayDeque<>(List.of("a", "b"));
        // A row whose record lies behind ours wins anyway; the next attempt sees it.
        Runnable votes = () -> Optional.ofNullable(busy.poll())
                .ifPresent(song -> stack.row(Topic.SONG_RANKING, "\"" + song + "\"", "{\"VOTES\":2}"));
        stack.row(Topic.SONG_RANKING, "\"c\"", "{\"VOTES\":2}");
        try (Repair repair = new Repair(stack.clients(), votes)) {
            repair.write(looked, List.of(row("a", 1), row("b", 1), row("c", 1), row("d", 1)));
        }
        assertThat(votes("a")).hasValue(2L);
        assertThat(votes("b")).hasValue(2L);
        assertThat(votes("c")).hasValue(2L);
        assertThat(votes("d")).hasValue(1L);
    }

    private static ProducerRecord<byte[], byte[]> row(String song, long votes) {
        return new ProducerRecord<>(
                Topic.SONG_RANKING.topicName(), RowBytes.key(Line.allTime(song)), RowBytes.votes(votes));
    }

    private Optional<Long> votes(String song) {
        RankingRows rows = new RankingRows();
        read(rows);
        return rows.votes(Line.allTime(song)).flatMap(RankingRows.Votes::number);
    }

    private Map<TopicPartition, Long> read(RankingRows rows) {
        try (var reader = new TopicReader(stack.clients(), RankingRows.TOPICS)) {
            reader.readOn(record -> rows.add(Topic.named(record.topic()), record.key(), record.value()));
            return reader.positions();
        }
    }
}
