package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.intent.Offer.Asked;
import io.crowdchart.lambda.intent.SongFinder.Found;
import io.crowdchart.lambda.screen.ChartScreen;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells which of two songs is ahead, or asks which songs they are, one after the other. Safe for use by many threads. */
final class ComparisonTalk {

    private final ChartTalk talk;
    private final SongFinder songs;

    ComparisonTalk(ChartTalk talk, SongFinder songs) {
        this.talk = talk;
        this.songs = songs;
    }

    /** What is told of two songs as they were heard; nothing if one of them was none. */
    Optional<Reply> told(HeardTitle first, HeardTitle second, Turn turn) {
        return songs.heard(first).flatMap(known -> told(known, second, turn));
    }

    /** What is told of a song and another one as it was heard; nothing if that was none. */
    Optional<Reply> told(NamedSong first, HeardTitle second, Turn turn) {
        return songs.heard(second).map(other -> told(first, other, turn));
    }

    private Reply told(NamedSong first, NamedSong second, Turn turn) {
        return talk.reply(
                ChartPeriod.ALL_TIME,
                window -> new ChartQuery(window, 0, 0, keys(first, second)),
                turn,
                view -> told(first, second, view, turn));
    }

    private static List<String> keys(NamedSong first, NamedSong second) {
        return Stream.concat(first.keys().stream(), second.keys().stream())
                .distinct()
                .toList();
    }

    private Reply told(NamedSong first, NamedSong second, ChartView view, Turn turn) {
        Messages messages = turn.messages();
        Found one = songs.find(first, view, turn.time());
        if (one instanceof Found.Unclear unclear) {
            return question(unclear, second, messages);
        }
        Found other = songs.find(second, view, turn.time());
        if (other instanceof Found.Unclear unclear) {
            return question(unclear, first, messages);
        }
        Optional<ChartEntry> line = line(one);
        Optional<ChartEntry> otherLine = line(other);
        return shown(
                Reply.answer(
                        line.isPresent() && otherLine.isPresent()
                                ? compared(line.get(), otherLine.get(), messages)
                                : absent(first, line, second, otherLine, messages)),
                Stream.concat(line.stream(), otherLine.stream()),
                view);
    }

    private static Reply question(Found.Unclear unclear, NamedSong against, Messages messages) {
        String heard = against.heard().map(HeardTitle::text).orElse(against.title());
        return SongQuestion.of(unclear.question(), Asked.COMPARISON, Optional.of(heard), messages);
    }

    private static Optional<ChartEntry> line(Found found) {
        return found instanceof Found.At at ? Optional.of(at.place().line()) : Optional.empty();
    }

    private static String absent(
            NamedSong first,
            Optional<ChartEntry> line,
            NamedSong second,
            Optional<ChartEntry> otherLine,
            Messages messages) {
        return line.or(() -> otherLine)
                .map(there -> messages.together(
                        messages.songAbsent(line.isEmpty() ? first.title() : second.title()), messages.songAt(there)))
                .orElseGet(() -> messages.bothAbsent(first.title(), second.title()));
    }

    private static String compared(ChartEntry first, ChartEntry second, Messages messages) {
        if (first.song().key().equals(second.song().key())) {
            return messages.songAt(first);
        }
        if (first.votes() == second.votes()) {
            return messages.level(first, second);
        }
        return first.votes() > second.votes() ? messages.ahead(first, second) : messages.ahead(second, first);
    }

    private static Reply shown(Reply reply, Stream<ChartEntry> found, ChartView view) {
        List<ChartEntry> lines =
                found.distinct().sorted(Comparator.comparing(ChartEntry::rank)).toList();
        return lines.isEmpty()
                ? reply
                : reply.showing(new ChartScreen(ChartPeriod.ALL_TIME, ShownSong.among(lines, view.earlier())));
    }
}
