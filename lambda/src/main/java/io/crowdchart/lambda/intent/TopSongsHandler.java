package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** "Top five": the first songs, no more than people keep in mind at a time. */
final class TopSongsHandler extends IntentHandler {

    private static final String COUNT = "count";

    private final ChartTalk talk;

    TopSongsHandler(ChartTalk talk) {
        super(Set.of("TopSongsIntent"), Set.of(COUNT));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        OptionalInt count = SpokenNumber.in(turn.slot(COUNT).orElse(String.valueOf(Messages.MOST_NAMES)));
        if (count.isEmpty()) {
            return Reply.ask(turn.messages().noCount());
        }
        int asked = count.getAsInt();
        // One line more tells whether the list ends in the middle of songs that share a rank.
        ChartQuery query = ChartQuery.top(ChartWindow.ALL_TIME, Math.min(asked, Messages.MOST_NAMES) + 1);
        return talk.reply(query, turn.messages(), view -> told(asked, view, turn.messages()));
    }

    private static String told(int asked, ChartView view, Messages messages) {
        int named = Math.min(Math.min(asked, Messages.MOST_NAMES), view.lines().size());
        List<String> sentences = new ArrayList<>();
        if (asked > view.songs()) {
            sentences.add(messages.topAll(view.songs()));
        }
        if (named < Math.min(asked, view.songs())) {
            sentences.add(messages.topLimit());
        } else if (sentences.isEmpty() && named > 1) {
            sentences.add(messages.topIntro(named));
        }
        sentences.addAll(places(view.lines().subList(0, named), messages));
        if (view.lines().size() > named) {
            long last = view.lines().get(named - 1).rank();
            if (view.lines().get(named).rank() == last) {
                sentences.add(messages.topMore(last));
            }
        }
        return sentences.stream().reduce(messages::together).orElseThrow();
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
