package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.screen.ChartScreen;
import io.crowdchart.lambda.screen.Screen;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.screen.SongScreen;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
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

    Reply reply(ChartTalk talk, Turn turn) {
        return talk.reply(period, this::query, turn, view -> told(view, turn.messages()));
    }

    private ChartQuery query(ChartWindow window) {
        return new ChartQuery(window, from(), rank - from() + NEIGHBOURS, List.of());
    }

    /** For whoever opens the skill: who is number one of all time, and the beginning of the chart is shown. */
    static Reply opening(ChartTalk talk, Turn turn) {
        RankQuestion question = new RankQuestion(1, ChartPeriod.ALL_TIME);
        return talk.opening(
                question::query,
                turn,
                view -> question.told(view, turn.messages()).showing(new ChartScreen(ChartPeriod.ALL_TIME, top(view))));
    }

    private static List<ShownSong> top(ChartView view) {
        return ShownSong.among(view.lines().stream().limit(Messages.MOST_NAMES).toList(), view.earlier());
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
                                : memory)
                .showing(shown(sharing, view));
        return found == rank ? there : there.after(messages.skipped(rank), messages);
    }

    private Screen shown(List<ChartEntry> sharing, ChartView view) {
        List<ShownSong> songs =
                ShownSong.among(sharing.stream().limit(Messages.MOST_NAMES).toList(), view.earlier());
        return songs.size() == 1 ? new SongScreen(period, songs.get(0)) : new ChartScreen(period, songs);
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
