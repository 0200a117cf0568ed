package io.crowdchart.lambda.chart;

import io.crowdchart.model.chart.ChartEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has moved from the first lines of an earlier chart to those of a later one.
 *
 * @param climbing songs with a better rank than before, the farthest way first
 * @param falling songs with a worse rank than before, the farthest way first
 * @param newcomers songs that were not among the earlier lines, in chart order
 */
public record Movements(List<Movement> climbing, List<Movement> falling, List<ChartEntry> newcomers) {

    public Movements {
        climbing = List.copyOf(climbing);
        falling = List.copyOf(falling);
        newcomers = List.copyOf(newcomers);
    }

    /**
     * A song with another rank than before.
     *
     * @param line its line now
     * @param places how many places it has moved, at least 1, up or down
     */
    public record Movement(ChartEntry line, long places) {}

    /** What has moved. */
    public static Movements between(List<ChartEntry> earlier, List<ChartEntry> later) {
        Map<String, Long> ranks = new HashMap<>();
        earlier.forEach(line -> ranks.put(line.song().key(), line.rank()));
        return new Movements(
                farthest(moves(later, ranks, -1)),
                farthest(moves(later, ranks, 1)),
                later.stream()
                        .filter(line -> !ranks.containsKey(line.song().key()))
                        .toList());
    }

    private static Stream<Movement> moves(List<ChartEntry> later, Map<String, Long> ranks, int direction) {
        return later.stream()
                .map(line -> new Movement(line, direction * (line.rank() - rankOr(line.rank(), line, ranks))))
                .filter(movement -> movement.places() > 0);
    }

    /** A song that was not there has not moved. */
    private static long rankOr(long here, ChartEntry line, Map<String, Long> ranks) {
        Long before = ranks.get(line.song().key());
        return before == null ? here : before;
    }

    private static List<Movement> farthest(Stream<Movement> moves) {
        return moves.sorted(Comparator.comparing(Movement::places)
                        .reversed()
                        .thenComparing(movement -> movement.line().rank()))
                .toList();
    }
}
