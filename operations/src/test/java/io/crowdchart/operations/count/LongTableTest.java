package io.crowdchart.operations.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {

    @Test
    void it_holds_what_a_map_holds() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("LongTableTest: -Dseed=" + seed);
        Random random = new Random(seed);
        Map<Long, Integer> expected = new HashMap<>();
        LongTable table = new LongTable();
        boolean right = true;
        for (int i = 0; i < 200_000; i++) {
            // Dense numbers, pairs of numbers, and any.
            long key =
                    switch (random.nextInt(3)) {
                        case 0 -> random.nextInt(20_000);
                        case 1 -> ((long) random.nextInt(200) << 32) | random.nextInt(200);
                        default -> random.nextLong() >>> 1;
                    };
            int by = random.nextInt(5) - 2;
            int now = expected.merge(key, by, Integer::sum);
            right &= table.add(key, by) == now;
        }
        assertThat(right).as("seed %d", seed).isTrue();
        assertThat(expected.entrySet()).as("seed %d", seed).allMatch(entry -> table.get(entry.getKey()) == entry.getValue());
        assertThat(table.get(Long.MAX_VALUE)).isZero();
    }
}
