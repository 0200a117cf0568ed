package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.chart.Trend;
import io.crowdchart.lambda.intent.Offer.Asked;
import io.crowdchart.lambda.intent.SongFinder.Found;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.screen.SongScreen;
import io.crowdchart.lambda.speech.Messages;
import java.util.Optional;

/** What is told of one song: its rank or its votes; or the question which song it is. Safe for use by many threads. */
final class SongTalk {

    private final ChartTalk talk;
    private final SongFinder songs;

    SongTalk(ChartTalk talk, SongFinder songs) {
        this.talk = talk;
        this.songs = songs;
    }

    /** What is told of a song as it was heard; nothing if it was none. */
    Optional<Reply> told(HeardTitle heard, Asked asked, Turn turn) {
        return songs.heard(heard).map(song -> told(song, asked, ChartPeriod.ALL_TIME, turn));
    }

    /** What is told of a song in the chart of a period. */
    Reply told(NamedSong song, Asked asked, ChartPeriod period, Turn turn) {
        return talk.reply(period, window -> new ChartQuery(window, 0, 0, song.keys()), turn, view -> {
            Messages messages = turn.messages();
            Found found = songs.find(song, view, turn.time());
            if (found instanceof Found.At at) {
                return told(at.place(), asked, messages)
                        .keeping(Memory.NONE
                                .withPeriod(period)
                                .withSong(at.place().line().song().key()))
                        .showing(screen(at.place(), period, view));
            }
            if (found instanceof Found.Unclear unclear) {
                return SongQuestion.of(unclear.question(), asked, Optional.empty(), messages);
            }
            return Reply.answer(messages.songAbsent(song.title())).keeping(Memory.NONE.withPeriod(period));
        });
    }

    private static Reply told(ChartPlace place, Asked asked, Messages messages) {
        return Reply.answer(asked == Asked.VOTES ? messages.songVotes(place.line()) : rank(place, messages));
    }

    private static SongScreen screen(ChartPlace place, ChartPeriod period, ChartView view) {
        return new SongScreen(period, new ShownSong(place.line(), Trend.of(place.line(), view.earlier())));
    }

    private static String rank(ChartPlace place, Messages messages) {
        return place.tied() ? messages.songTied(place.line()) : messages.songAt(place.line());
    }
}
