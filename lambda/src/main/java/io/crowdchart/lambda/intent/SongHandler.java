package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.intent.Offer.Asked;
import io.crowdchart.lambda.speech.Messages;
import java.util.List;
import java.util.Set;

/** "Where is July?", "How many votes has July?", and after an answer about one song, "Where is it?" in the same chart. */
final class SongHandler extends IntentHandler {

    private static final String SONG = "song";

    private final SongTalk songs;
    private final SongChoice choice;
    private final Asked asked;

    private SongHandler(String intent, Set<String> slots, SongTalk songs, SongChoice choice, Asked asked) {
        super(Set.of(intent), slots);
        this.songs = songs;
        this.choice = choice;
        this.asked = asked;
    }

    static List<SongHandler> all(SongTalk songs, SongChoice choice) {
        return List.of(
                new SongHandler("SongRankIntent", Set.of(SONG), songs, choice, Asked.RANK),
                new SongHandler("SongVotesIntent", Set.of(SONG), songs, choice, Asked.VOTES),
                new SongHandler("SameSongRankIntent", Set.of(), songs, choice, Asked.RANK),
                new SongHandler("SameSongVotesIntent", Set.of(), songs, choice, Asked.VOTES));
    }

    @Override
    Reply reply(Turn turn) {
        return slots().isEmpty() ? sameSong(turn) : song(turn);
    }

    private Reply song(Turn turn) {
        Messages messages = turn.messages();
        return turn.song(SONG)
                .flatMap(heard -> choice.named(heard, turn).or(() -> songs.told(heard, asked, turn)))
                .orElseGet(() -> Reply.ask(messages.songUnheard()).keeping(turn.context()));
    }

    private Reply sameSong(Turn turn) {
        Messages messages = turn.messages();
        return turn.memory()
                .song()
                .map(key -> songs.told(
                        NamedSong.known(key), asked, turn.memory().period().orElse(ChartPeriod.ALL_TIME), turn))
                .orElseGet(() -> Reply.ask(messages.songWhich()).keeping(turn.context()));
    }
}
