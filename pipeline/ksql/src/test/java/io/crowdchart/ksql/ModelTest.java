package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.ksql.cases.Tables;
import io.crowdchart.ksql.cases.TwinWithoutBroker;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random posts, counted by the twin and by brute force. */
class ModelTest {

    @TempDir
    Path stateDir;

    /** Some that were met before and a new one each time, or the one given with {@code -Dseed=}. */
    static LongStream seeds() {
        Long given = Long.getLong("seed");
        if (given != null) {
            return LongStream.of(given);
        }
        return LongStream.concat(LongStream.rangeClosed(1, 3), LongStream.of(System.nanoTime()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_twin_counts_as_brute_force_does(long seed) {
        RandomPosts posts = new RandomPosts(seed);

        Tables tables = new TwinWithoutBroker(stateDir).play(posts.next(400), any -> true);

        assertThat(RandomPosts.counted(tables)).as("seed %d", seed).isEqualTo(posts.expected());
    }
}
