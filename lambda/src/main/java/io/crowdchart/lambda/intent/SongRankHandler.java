package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** "Where is July?" */
final class SongRankHandler extends IntentHandler {

    private static final String SONG = "song";

    private final ChartTalk talk;

    SongRankHandler(ChartTalk talk) {
        super(Set.of("SongRankIntent"), Set.of(SONG));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        Optional<String> heard = turn.slot(SONG);
        Optional<Song> song = heard.flatMap(Song::named);
        if (heard.isEmpty() || song.isEmpty()) {
            return Reply.ask(turn.messages().songUnheard());
        }
        List<String> keys = Stream.concat(
                        song.stream(),
                        SpokenTitle.withoutArtist(heard.get()).stream().flatMap(t -> Song.named(t).stream()))
                .map(Song::key)
                .distinct()
                .toList();
        ChartQuery query = new ChartQuery(ChartWindow.ALL_TIME, 0, 0, keys);
        String title = song.get().title();
        return talk.reply(query, turn.messages(), view -> told(keys, title, view, turn.messages()));
    }

    private static String told(List<String> keys, String heard, ChartView view, Messages messages) {
        return keys.stream()
                .map(view.places()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(place -> told(place, messages))
                .orElseGet(() -> messages.songAbsent(heard));
    }

    private static String told(ChartPlace place, Messages messages) {
        return place.tied() ? messages.songTied(place.line()) : messages.songAt(place.line());
    }
}
