package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.chart.Trend;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.screen.SongScreen;
import io.crowdchart.lambda.speech.Messages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** "Where is July?", "How many votes has July?", and after an answer about one song, "Where is it?" */
final class SongHandler extends IntentHandler {

    private static final String SONG = "song";

    private final ChartTalk talk;
    private final Telling telling;

    private SongHandler(Set<String> intents, Set<String> slots, ChartTalk talk, Telling telling) {
        super(intents, slots);
        this.talk = talk;
        this.telling = telling;
    }

    /** What is told of a place. */
    private interface Telling {
        String told(ChartPlace place, Messages messages);
    }

    static List<SongHandler> all(ChartTalk talk) {
        return List.of(
                new SongHandler(Set.of("SongRankIntent"), Set.of(SONG), talk, SongHandler::rank),
                new SongHandler(Set.of("SongVotesIntent"), Set.of(SONG), talk, SongHandler::votes),
                new SongHandler(Set.of("SameSongRankIntent"), Set.of(), talk, SongHandler::rank),
                new SongHandler(Set.of("SameSongVotesIntent"), Set.of(), talk, SongHandler::votes));
    }

    /** Tells where songs are that were touched on a screen. */
    static SongHandler touched(ChartTalk talk) {
        return new SongHandler(Set.of(), Set.of(), talk, SongHandler::rank);
    }

    private static String rank(ChartPlace place, Messages messages) {
        return place.tied() ? messages.songTied(place.line()) : messages.songAt(place.line());
    }

    private static String votes(ChartPlace place, Messages messages) {
        return messages.songVotes(place.line());
    }

    @Override
    Reply reply(Turn turn) {
        Messages messages = turn.messages();
        if (!slots().isEmpty()) {
            return turn.slot(SONG)
                    .flatMap(HeardSong::of)
                    .map(song -> told(song, messages))
                    .orElseGet(() -> Reply.ask(messages.songUnheard()));
        }
        return turn.memory()
                .song()
                .map(key -> told(HeardSong.known(key), messages))
                .orElseGet(() -> Reply.ask(messages.songWhich()));
    }

    private Reply told(HeardSong song, Messages messages) {
        return told(song, ChartPeriod.ALL_TIME, messages);
    }

    /** What is told of a song in the chart of a period. */
    Reply told(HeardSong song, ChartPeriod period, Messages messages) {
        return talk.reply(period, window -> new ChartQuery(window, 0, 0, song.keys()), messages, view -> {
            Optional<ChartPlace> place = song.keys().stream()
                    .map(view.places()::get)
                    .filter(Objects::nonNull)
                    .findFirst();
            return place.map(found -> Reply.answer(telling.told(found, messages))
                            .keeping(Memory.NONE.withSong(found.line().song().key()))
                            .showing(new SongScreen(
                                    period, new ShownSong(found.line(), Trend.of(found.line(), view.earlier())))))
                    .orElseGet(() -> Reply.answer(messages.songAbsent(song.title())));
        });
    }
}
