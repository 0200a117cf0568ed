package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
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
 * @param page where to begin
 * @param asked how many songs are wanted
 */
record ListQuestion(Page page, int asked) {

    /** As many songs as are read at a time. */
    static ListQuestion of(Page page) {
        return new ListQuestion(page, Messages.MOST_NAMES);
    }

    Reply reply(ChartTalk talk, Messages messages) {
        return talk.reply(
                page.period(),
                // One line more tells whether the list ends in the middle of songs that share a rank.
                window -> new ChartQuery(window, page.from(), most() + 1, List.of()),
                messages,
                view -> told(view, messages));
    }

    private int most() {
        return Math.min(asked, Messages.MOST_NAMES);
    }

    private Reply told(ChartView view, Messages messages) {
        int named = Math.min(most(), view.lines().size());
        if (named == 0) {
            return Reply.answer(messages.topEnd()).keeping(Memory.NONE.withPage(page));
        }
        List<String> sentences = new ArrayList<>();
        intro(view, named, messages, sentences);
        sentences.addAll(places(view.lines().subList(0, named), messages));
        if (view.lines().size() > named) {
            long last = view.lines().get(named - 1).rank();
            if (view.lines().get(named).rank() == last) {
                sentences.add(messages.topMore(last));
            }
        }
        Memory memory = Memory.NONE.withPage(page);
        return Reply.answer(sentences.stream().reduce(messages::together).orElseThrow())
                .keeping(view.lines().size() > named ? memory.withOffer(new Offer.More()) : memory)
                .showing(new ChartScreen(
                        page.period(), ShownSong.among(view.lines().subList(0, named), view.earlier())));
    }

    private void intro(ChartView view, int named, Messages messages, List<String> sentences) {
        if (page.from() > 0) {
            sentences.add(messages.topNext(named));
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

    private static List<String> places(List<ChartEntry> lines, Messages messages) {
        return lines.stream()
                .map(ChartEntry::rank)
                .distinct()
                .map(rank -> lines.stream().filter(line -> line.rank() == rank).toList())
                .map(sharing -> sharing.size() == 1 ? messages.alone(sharing.get(0)) : messages.tied(sharing))
                .toList();
    }
}
