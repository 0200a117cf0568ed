package io.crowdchart.lambda.intent;

import com.amazon.ask.model.Directive;
import com.amazon.ask.model.dialog.DynamicEntitiesDirective;
import com.amazon.ask.model.er.dynamic.Entity;
import com.amazon.ask.model.er.dynamic.EntityListItem;
import com.amazon.ask.model.er.dynamic.EntityValueAndSynonyms;
import com.amazon.ask.model.er.dynamic.UpdateBehavior;
import io.crowdchart.lambda.chart.AnswerTime;
import io.crowdchart.lambda.song.LiveSongs;
import io.crowdchart.lambda.speech.Speech;
import io.crowdchart.lambda.title.TitleRules;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells Alexa the first titles of the chart while a session is open, so that she hears them better and names their keys. Only
 * titles that may be said are told. Safe for use by many threads.
 */
final class ToldTitles {

    /** As many values as Alexa takes of all types together. */
    static final int MOST = 100;

    /** Alexa takes no longer value; what is longer nobody says. */
    static final int LONGEST = 140;

    /** How many characters in all: a response has no room for a hundred of the longest. */
    private static final int ROOM = 10_000;

    private static final String TYPE = "AMAZON.MusicRecording";

    private final LiveSongs songs;
    private final TitleRules rules;

    ToldTitles(LiveSongs songs, TitleRules rules) {
        this.songs = songs;
        this.rules = rules;
    }

    /**
     * What there is to tell.
     *
     * @param mark stands for the titles, so that they need not be told twice
     */
    record News(String mark, Directive directive) {}

    /**
     * The titles, unless they have been told.
     *
     * @param told the mark of those that Alexa knows; nothing at the beginning of a session, when they may be read anew
     * @param time what is left of it is the time to read them
     * @return nothing if there is nothing new, or nothing is known
     */
    Optional<News> news(Optional<String> told, Locale locale, AnswerTime time) {
        List<SongVotes> known = told.isPresent() ? songs.knownAtOnce() : songs.known(time.left());
        List<Song> titles = told(known, locale);
        String mark = Integer.toHexString(
                titles.stream().map(Song::key).sorted().toList().hashCode());
        return titles.isEmpty() || told.filter(mark::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new News(mark, directive(titles)));
    }

    private List<Song> told(List<SongVotes> known, Locale locale) {
        List<Song> titles = new ArrayList<>();
        int room = ROOM;
        for (SongVotes next : known) {
            Song song = next.song();
            if (titles.size() == MOST
                    || room < song.key().length() + song.title().length()) {
                break;
            }
            if (isTold(song, locale)) {
                titles.add(song);
                room -= song.key().length() + song.title().length();
            }
        }
        return titles;
    }

    private boolean isTold(Song song, Locale locale) {
        return value(song).length() <= LONGEST
                && song.key().length() <= LONGEST
                && value(song).codePoints().anyMatch(Character::isLetterOrDigit)
                && rules.isSaid(song.title(), locale);
    }

    private static String value(Song song) {
        return new Speech(song.title()).text();
    }

    private static Directive directive(List<Song> titles) {
        return DynamicEntitiesDirective.builder()
                .withUpdateBehavior(UpdateBehavior.REPLACE)
                .withTypes(List.of(EntityListItem.builder()
                        .withName(TYPE)
                        .withValues(titles.stream().map(ToldTitles::entity).toList())
                        .build()))
                .build();
    }

    private static Entity entity(Song song) {
        return Entity.builder()
                .withId(song.key())
                .withName(
                        EntityValueAndSynonyms.builder().withValue(value(song)).build())
                .build();
    }
}
