package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.screen.ChartScreen;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** "Is July ahead of Whiskey Girl?" */
final class CompareSongsHandler extends IntentHandler {

    private static final String SONG = "song";
    private static final String OTHER = "other";

    private final ChartTalk talk;

    CompareSongsHandler(ChartTalk talk) {
        super(Set.of("CompareSongsIntent"), Set.of(SONG, OTHER));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        Optional<HeardSong> song = turn.slot(SONG).flatMap(HeardSong::of);
        Optional<HeardSong> other = turn.slot(OTHER).flatMap(HeardSong::of);
        if (song.isEmpty() || other.isEmpty()) {
            return Reply.ask(turn.messages().songsUnheard());
        }
        return reply(song.get(), other.get(), turn.messages());
    }

    private Reply reply(HeardSong song, HeardSong other, Messages messages) {
        return talk.reply(
                ChartPeriod.ALL_TIME,
                window -> new ChartQuery(
                        window,
                        0,
                        0,
                        Stream.concat(song.keys().stream(), other.keys().stream())
                                .distinct()
                                .toList()),
                messages,
                view -> shown(Reply.answer(told(song, other, view, messages)), song, other, view));
    }

    private static Reply shown(Reply reply, HeardSong song, HeardSong other, ChartView view) {
        List<ChartEntry> lines = Stream.of(line(song, view), line(other, view))
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing(ChartEntry::rank))
                .toList();
        return lines.isEmpty()
                ? reply
                : reply.showing(new ChartScreen(ChartPeriod.ALL_TIME, ShownSong.among(lines, view.earlier())));
    }

    private static String told(HeardSong song, HeardSong other, ChartView view, Messages messages) {
        Optional<ChartEntry> first = line(song, view);
        Optional<ChartEntry> second = line(other, view);
        if (first.isEmpty() && second.isEmpty()) {
            return messages.bothAbsent(song.title(), other.title());
        }
        if (first.isEmpty() || second.isEmpty()) {
            String absent = first.isEmpty() ? song.title() : other.title();
            return messages.together(
                    messages.songAbsent(absent),
                    messages.songAt(first.or(() -> second).orElseThrow()));
        }
        return told(first.get(), second.get(), messages);
    }

    private static String told(ChartEntry first, ChartEntry second, Messages messages) {
        if (first.song().key().equals(second.song().key())) {
            return messages.songAt(first);
        }
        if (first.votes() == second.votes()) {
            return messages.level(first, second);
        }
        return first.votes() > second.votes() ? messages.ahead(first, second) : messages.ahead(second, first);
    }

    private static Optional<ChartEntry> line(HeardSong song, ChartView view) {
        return song.keys().stream()
                .map(view.places()::get)
                .filter(Objects::nonNull)
                .map(ChartPlace::line)
                .findFirst();
    }
}
