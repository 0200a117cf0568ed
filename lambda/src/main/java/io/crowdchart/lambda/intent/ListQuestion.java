package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.intent.Memory.Page;
import io.crowdchart.lambda.screen.ChartScreen;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Which songs are these? As many as people keep in mind at a time; then the rest is offered.
 *
 * @param period of which chart
 * @param from the position of the first line, from 0
 * @param asked how many songs are wanted
 */
record ListQuestion(ChartPeriod period, int from, int asked) {

    /** As many songs as are read at a time. */
    static ListQuestion page(ChartPeriod period, int from) {
        return new ListQuestion(period, from, Messages.MOST_NAMES);
    }

    Reply reply(ChartTalk talk, Turn turn) {
        return talk.reply(
                period,
                // A line more at either end tells whether songs that share a rank go on there.
                window -> new ChartQuery(window, from - before(), before() + most() + 1, List.of()),
                turn,
                view -> told(view, turn));
    }

    private int before() {
        return from > 0 ? 1 : 0;
    }

    private int most() {
        return Math.min(asked, Messages.MOST_NAMES);
    }

    private Reply told(ChartView view, Turn turn) {
        Messages messages = turn.messages();
        int first = Math.min(before(), view.lines().size());
        int end = Math.min(first + most(), view.lines().size());
        List<ChartEntry> lines = view.lines().subList(first, end);
        if (lines.isEmpty()) {
            return Reply.answer(messages.topEnd()).keeping(turn.context());
        }
        List<ChartEntry> around = new ArrayList<>(view.lines().subList(0, first));
        around.addAll(view.lines().subList(end, view.lines().size()));
        List<String> sentences = new ArrayList<>();
        intro(view, lines.size(), messages, sentences);
        sentences.addAll(places(lines, around, messages));
        boolean more = view.lines().size() > end;
        long last = lines.get(lines.size() - 1).rank();
        if (more && view.lines().get(end).rank() == last) {
            sentences.add(messages.topMore(last));
        }
        Memory memory = Memory.NONE.withPage(new Page(period, from, lines.size()));
        return Reply.answer(sentences.stream().reduce(messages::together).orElseThrow())
                .keeping(more ? memory.withOffer(new Offer.More()) : memory)
                .showing(new ChartScreen(period, ShownSong.among(lines, view.earlier())));
    }

    private void intro(ChartView view, int named, Messages messages, List<String> sentences) {
        if (from > 0) {
            sentences.add(named == 1 ? messages.topLast() : messages.topPart(from + 1, from + named));
        } else if (asked > view.songs()) {
            sentences.add(messages.topAll(view.songs()));
            if (named < view.songs()) {
                sentences.add(messages.topLimit());
            }
        } else if (named < asked) {
            sentences.add(messages.topLimit());
        } else if (named > 1) {
            sentences.add(messages.topIntro(named));
        }
    }

    /** Each rank once; a song that shares its rank with others, which are not on this page, is tied all the same. */
    private static List<String> places(List<ChartEntry> lines, List<ChartEntry> around, Messages messages) {
        return lines.stream()
                .map(ChartEntry::rank)
                .distinct()
                .map(rank -> {
                    List<ChartEntry> sharing =
                            lines.stream().filter(line -> line.rank() == rank).toList();
                    if (sharing.size() > 1) {
                        return messages.tied(sharing);
                    }
                    boolean alone = around.stream().noneMatch(line -> line.rank() == rank);
                    return alone ? messages.line(sharing.get(0)) : messages.songTied(sharing.get(0));
                })
                .toList();
    }
}
