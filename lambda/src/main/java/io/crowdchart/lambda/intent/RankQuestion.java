package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import java.util.List;

/**
 * Who is at a rank? Songs with equally many votes share a rank, and the ranks behind it are nobody's: it takes the
 * neighbourhood of a line to tell.
 *
 * @param rank the rank, from 1
 * @param period in the chart of which time
 */
record RankQuestion(int rank, ChartPeriod period) {

    /** A tie that reaches farther than this is told without its size. */
    private static final int NEIGHBOURS = 20;

    Reply reply(ChartTalk talk, Messages messages) {
        return talk.reply(
                period,
                window -> new ChartQuery(window, from(), rank - from() + NEIGHBOURS, List.of()),
                messages,
                view -> told(view, messages));
    }

    private int from() {
        return Math.max(0, rank - 1 - NEIGHBOURS);
    }

    private Reply told(ChartView view, Messages messages) {
        Memory memory = Memory.NONE.withPeriod(period);
        int line = rank - 1 - from();
        if (line >= view.lines().size()) {
            return Reply.answer(messages.beyond(view.songs())).keeping(memory);
        }
        long found = view.lines().get(line).rank();
        List<ChartEntry> sharing =
                view.lines().stream().filter(entry -> entry.rank() == found).toList();
        Reply there = Reply.answer(sharing(sharing, view, messages))
                .keeping(
                        sharing.size() == 1
                                ? memory.withSong(sharing.get(0).song().key())
                                : memory);
        return found == rank ? there : there.after(messages.skipped(rank), messages);
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
