package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.util.List;

/**
 * Who is at a rank? Songs with equally many votes share a rank, and the ranks behind it are nobody's: it takes the
 * neighbourhood of a line to tell.
 *
 * @param rank the rank, from 1
 */
record RankQuestion(int rank) {

    /** A tie that reaches farther than this is told without its size. */
    private static final int NEIGHBOURS = 20;

    ChartQuery query() {
        return new ChartQuery(ChartWindow.ALL_TIME, from(), rank - from() + NEIGHBOURS, List.of());
    }

    private int from() {
        return Math.max(0, rank - 1 - NEIGHBOURS);
    }

    String told(ChartView view, Messages messages) {
        int line = rank - 1 - from();
        if (line >= view.lines().size()) {
            return messages.beyond(view.songs());
        }
        long found = view.lines().get(line).rank();
        List<ChartEntry> sharing =
                view.lines().stream().filter(entry -> entry.rank() == found).toList();
        String there = sharing(sharing, view, messages);
        return found == rank ? there : messages.together(messages.skipped(rank), there);
    }

    private String sharing(List<ChartEntry> sharing, ChartView view, Messages messages) {
        if (sharing.size() == 1 && isWhole(sharing, view)) {
            return messages.alone(sharing.get(0));
        }
        if (!isWhole(sharing, view)) {
            return messages.endless(sharing);
        }
        return sharing.size() <= Messages.MOST_NAMES ? messages.tied(sharing) : messages.crowded(sharing);
    }

    /** Whether the lines that were read hold all songs that share the rank. */
    private boolean isWhole(List<ChartEntry> sharing, ChartView view) {
        long rankTold = sharing.get(0).rank();
        long lastRank = view.lines().get(view.lines().size() - 1).rank();
        boolean startsHere = rankTold > from();
        boolean endsHere = lastRank != rankTold || from() + view.lines().size() == view.songs();
        return startsHere && endsHere;
    }
}
