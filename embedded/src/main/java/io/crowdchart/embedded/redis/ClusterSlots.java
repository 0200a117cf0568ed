package io.crowdchart.embedded.redis;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The slots of a cluster, all on one node. */
final class ClusterSlots {

    private static final int COUNT = 16_384;

    private ClusterSlots() {}

    /** The command that takes all slots, in the form that Redis 6.2 knows too. */
    static String[] addAll() {
        return Stream.concat(
                        Stream.of("CLUSTER", "ADDSLOTS"),
                        IntStream.range(0, COUNT).mapToObj(Integer::toString))
                .toArray(String[]::new);
    }
}
