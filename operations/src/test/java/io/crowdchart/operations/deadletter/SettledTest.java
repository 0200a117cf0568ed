package io.crowdchart.operations.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.operations.cluster.WrongUseException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class SettledTest {

    private static final List<Long> LETTERS = List.of(2L, 3L, 5L, 8L, 9L);

    @Test
    void all_letters_settled_move_the_offset_behind_the_last() {
        OffsetAndMetadata committed =
                Settled.NOTHING.with(LETTERS, Set.copyOf(LETTERS)).toCommit();

        assertThat(committed).isEqualTo(new OffsetAndMetadata(10, ""));
    }

    @Test
    void a_letter_that_is_left_out_stays_open_whatever_is_settled_behind_it() {
        OffsetAndMetadata committed =
                Settled.NOTHING.with(LETTERS, Set.of(2L, 5L, 8L, 9L)).toCommit();

        assertThat(committed).isEqualTo(new OffsetAndMetadata(3, "5,8-9"));
        Settled read = Settled.of(committed);
        assertThat(LETTERS.stream().filter(letter -> !read.contains(letter))).containsExactly(3L);
        assertThat(read.with(LETTERS, Set.of(3L)).toCommit()).isEqualTo(new OffsetAndMetadata(10, ""));
    }

    @Test
    void what_was_settled_once_stays_settled() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Set<Long> letters = new TreeSet<>();
            random.longs(30, 0, 60).forEach(letters::add);
            Set<Long> expected = new TreeSet<>();
            Settled settled = Settled.NOTHING;
            for (int step = 0; step < 4; step++) {
                Set<Long> more = letters.stream()
                        .filter(letter -> random.nextInt(4) == 0)
                        .collect(Collectors.toSet());
                expected.addAll(more);
                settled = Settled.of(settled.with(letters, more).toCommit());
                assertThat(letters.stream().filter(settled::contains)).containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void foreign_metadata_settles_nothing() {
        assertThat(Settled.of(new OffsetAndMetadata(4, "somebody's note")).contains(5))
                .isFalse();
    }

    @Test
    void more_single_letters_than_kafka_keeps_in_mind_are_refused_in_one_line() {
        List<Long> letters = LongStream.range(0, 10_000).boxed().toList();
        Set<Long> everySecond =
                letters.stream().filter(letter -> letter % 2 == 1).collect(Collectors.toSet());

        assertThatThrownBy(() -> Settled.NOTHING.with(letters, everySecond).toCommit())
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("one by one");
    }
}
