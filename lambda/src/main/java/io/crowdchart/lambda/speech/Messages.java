package io.crowdchart.lambda.speech;

import io.crowdchart.lambda.chart.Movements.Movement;
import io.crowdchart.lambda.title.TitleRules;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.song.Song;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What the skill says, in one language: whole sentences as plain text, not escaped, to be spoken through {@link Speech}.
 * Immutable, safe for use by many threads.
 */
public final class Messages {

    /** As many songs are named in one sentence or answer; people do not keep more in mind. */
    public static final int MOST_NAMES = 5;

    private static final int MOST_EXAMPLES = 3;

    private final Phrases phrases;
    private final Titles titles;

    private Messages(Phrases phrases, Locale locale, TitleRules rules) {
        this.phrases = phrases;
        this.titles = new Titles(phrases, locale, rules);
    }

    /**
     * The messages for a locale.
     *
     * @param locale the locale of the request; English is spoken where there are no messages in its language, whatever the
     *     locale of the machine
     * @param variation any number; it chooses between wordings that mean the same, always in the same way
     * @param rules which titles are said
     */
    public static Messages in(Locale locale, int variation, TitleRules rules) {
        try {
            return new Messages(new Phrases(bundle(locale), locale, variation), locale, rules);
        } catch (MissingResourceException e) {
            return new Messages(new Phrases(bundle(Locale.ENGLISH), Locale.ENGLISH, variation), locale, rules);
        }
    }

    /** The messages for a locale, each in its first wording, for a host who wishes nothing. */
    public static Messages in(Locale locale) {
        return in(locale, 0, TitleRules.DEFAULT);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.crowdchart.lambda.speech.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Titles titles() {
        return titles;
    }

    /** A text of whole sentences, each with a capital at its beginning, whatever stands in the place of a title. */
    public String asSentences(String text) {
        return titles.capitalised(text);
    }

    Phrases phrases() {
        return phrases;
    }

    /** The title of a card. */
    public String cardTitle() {
        return say("card.title");
    }

    /** Two texts, one after the other. */
    public String together(String first, String second) {
        return say("sentences", "first", first, "second", second);
    }

    /** The welcome. */
    public String welcome() {
        return say("welcome");
    }

    /** What can be asked. */
    public String help() {
        return say("help");
    }

    /** An answer to what is no question for this skill. */
    public String fallback() {
        return say("fallback");
    }

    /** An answer to what is no answer to a question, which is put again. */
    public String misheard() {
        return say("misheard");
    }

    /** How to vote. */
    public String howToVote() {
        return say("vote.how");
    }

    /** An answer when the skill itself fails. */
    public String fault() {
        return say("fault");
    }

    /** The farewell. */
    public String goodbye() {
        return say("goodbye");
    }

    /** The question at the start of a conversation. */
    public String firstQuestion() {
        return say("question.first");
    }

    /** The question after an answer. */
    public String nextQuestion() {
        return say("question.next");
    }

    /** What is said when no answer to a question comes. */
    public String reprompt() {
        return say("reprompt");
    }

    /** A song alone at its rank. */
    public String alone(ChartEntry entry) {
        return ranked("place.alone", entry);
    }

    /** The same in a list, where five of them must not take long. */
    public String line(ChartEntry entry) {
        return ranked("place.line", entry);
    }

    /** Two songs or more that share a rank, each named. */
    public String tied(List<ChartEntry> entries) {
        return tied("place.tied", entries, entries.size());
    }

    /** So many songs that share a rank that only some are named. */
    public String crowded(List<ChartEntry> entries) {
        return tied("place.crowded", entries, MOST_EXAMPLES);
    }

    /** Songs that share a rank, nobody knows how many; only some are named. */
    public String endless(List<ChartEntry> entries) {
        return tied("place.endless", entries, MOST_EXAMPLES);
    }

    private String tied(String key, List<ChartEntry> entries, int named) {
        ChartEntry first = entries.get(0);
        return phrases.ranked(
                key,
                first.rank(),
                Map.of(
                        "count", phrases.digits(entries.size()),
                        "songs",
                                phrases.list(entries.stream()
                                        .limit(named)
                                        .map(this::title)
                                        .toList()),
                        "votes", votes(first.votes())));
    }

    /** A rank that nobody has. */
    public String skipped(long rank) {
        return phrases.ranked("place.skipped", rank, Map.of("skipped", phrases.ordinal(rank)));
    }

    /** A rank beyond the end of a chart. */
    public String beyond(long songs) {
        return phrases.counted("place.beyond", songs);
    }

    /** A rank that no chart has. */
    public String noRank() {
        return say("place.none");
    }

    /** The start of a list of so many songs. */
    public String topIntro(int count) {
        return say("top.intro", "count", phrases.number(count));
    }

    /** The start of a list of a whole chart, when more songs were asked for. */
    public String topAll(long songs) {
        return phrases.counted("top.all", songs);
    }

    /** The start of a list when more songs were asked for than are read at a time. */
    public String topLimit() {
        return say("top.limit", "limit", phrases.number(MOST_NAMES));
    }

    /** The end of a list in the middle of songs that share a rank. */
    public String topMore(long rank) {
        return phrases.ranked("top.more", rank, Map.of());
    }

    /** The start of any other part of a list, from one song to another by their positions from 1. */
    public String topPart(int from, int to) {
        return say("top.part", "from", phrases.number(from), "to", phrases.number(to));
    }

    /** The start of a part of a list that is only the last song. */
    public String topLast() {
        return say("top.last");
    }

    /** There is nothing behind the list that was read. */
    public String topEnd() {
        return say("top.end");
    }

    /** A number of songs that cannot be read. */
    public String noCount() {
        return say("top.none");
    }

    /** Where a song is that has its rank alone. */
    public String songAt(ChartEntry entry) {
        return ranked("song.at", entry);
    }

    /** Where a song is that shares its rank. */
    public String songTied(ChartEntry entry) {
        return ranked("song.tied", entry);
    }

    /** A song that is nowhere in the chart, named as it was heard. */
    public String songAbsent(String title) {
        return say("song.absent", "song", bounded(title));
    }

    /** How many votes a song has. */
    public String songVotes(ChartEntry entry) {
        return say("song.votes", "song", title(entry), "votes", votes(entry.votes()));
    }

    /** A song with more votes than another one. */
    public String ahead(ChartEntry first, ChartEntry second) {
        return phrases.filled(
                "songs.ahead",
                Map.of(
                        "first", title(first),
                        "second", title(second),
                        "votes", votes(first.votes()),
                        "fewer", phrases.digits(second.votes())));
    }

    /** Two songs with as many votes. */
    public String level(ChartEntry first, ChartEntry second) {
        return say("songs.level", "first", title(first), "second", title(second), "votes", votes(first.votes()));
    }

    /** Two songs that are nowhere in the chart, named as they were heard. */
    public String bothAbsent(String first, String second) {
        return say("songs.absent", "first", bounded(first), "second", bounded(second));
    }

    /** Two songs were asked for, and not both were heard. */
    public String songsUnheard() {
        return say("songs.unheard");
    }

    /** A question about a song that nobody has named. */
    public String songWhich() {
        return say("song.which");
    }

    /** The question whether it was this song. */
    public String meant(Song song) {
        return say("song.meant", "song", bounded(song.title()));
    }

    /** The question which of two songs it was. */
    public String meantWhich(Song first, Song second) {
        return say("song.meant.which", "first", bounded(first.title()), "second", bounded(second.title()));
    }

    /** None of the songs that were offered was meant. */
    public String meantNone() {
        return say("song.meant.none");
    }

    /** The songs that have climbed farthest; nothing if none has. */
    public Optional<String> climbing(List<Movement> songs) {
        return moved("moved.up", songs);
    }

    /** The songs that have fallen farthest; nothing if none has. */
    public Optional<String> falling(List<Movement> songs) {
        return moved("moved.down", songs);
    }

    private Optional<String> moved(String key, List<Movement> songs) {
        return songs.stream().limit(MOST_EXAMPLES).map(song -> moved(key, song)).reduce(this::together);
    }

    private String moved(String key, Movement song) {
        Map<String, String> values = new HashMap<>(phrases.rank(song.line().rank()));
        values.put("song", title(song.line()));
        return phrases.counted(key, song.places(), values);
    }

    /** The songs that are new, so many of them named as people keep in mind; nothing if none is. */
    public Optional<String> newcomers(List<ChartEntry> songs) {
        if (songs.isEmpty()) {
            return Optional.empty();
        }
        String key = songs.size() > MOST_NAMES ? "moved.new.many" : "moved.new";
        String named =
                phrases.list(songs.stream().limit(MOST_NAMES).map(this::title).toList());
        return Optional.of(phrases.counted(key, songs.size(), Map.of("songs", named)));
    }

    /** There is no chart of the period before to compare with. */
    public String nothingBefore(String period) {
        return say("moved.nothing.before." + period);
    }

    /** No song has moved like that since the period before. */
    public String nothingMoved(String period) {
        return say("moved.none." + period);
    }

    /** How large a chart is. */
    public String size(long votes, long songs) {
        return say("size", "votes", votes(votes), "songs", phrases.counted("songs", songs));
    }

    /** Nothing was said that could be repeated. */
    public String nothingSaid() {
        return say("repeat.nothing");
    }

    /** The offer to read on. */
    public String moreQuestion() {
        return say("question.more");
    }

    /** No song was heard. */
    public String songUnheard() {
        return say("song.unheard");
    }

    /** How fresh and how large a chart is. */
    public String fresh(Duration age, long votes, long songs) {
        return freshness("fresh", age, votes, songs);
    }

    /** How old and how large a chart is. */
    public String freshUntil(Duration age, long votes, long songs) {
        return freshness("fresh.stale", age, votes, songs);
    }

    private String freshness(String key, Duration age, long votes, long songs) {
        return say(key, "ago", ago(age), "votes", votes(votes), "songs", phrases.counted("songs", songs));
    }

    /** A note behind an answer from a chart that is old. */
    public String stale(Duration age) {
        return say("stale", "ago", ago(age));
    }

    /** A chart of a period without a song. */
    public String empty(String period) {
        return say("empty." + period);
    }

    /** A chart of a period that had no song some time ago. */
    public String emptyUntil(String period, Duration age) {
        return say("empty.stale." + period, "ago", ago(age));
    }

    /** Which chart the next sentence is about. */
    public String periodIntro(String period) {
        return say("period." + period);
    }

    /** A chart that is being put together. */
    public String rebuilding() {
        return say("rebuilding");
    }

    /** A chart that cannot be reached. */
    public String unavailable() {
        return say("unavailable");
    }

    String votes(long votes) {
        return phrases.counted("votes", votes);
    }

    /**
     * Up to one and a half of a unit the smaller one is said: "80 seconds ago", "2 minutes ago". Rounded up, so that nothing
     * sounds younger than it is.
     */
    String ago(Duration age) {
        if (age.compareTo(Duration.ofSeconds(2)) < 0) {
            return say("ago.moment");
        }
        long seconds = age.plusNanos(999_999_999).toSeconds();
        if (seconds < 90) {
            return phrases.counted("ago.seconds", seconds);
        }
        if (seconds < Duration.ofMinutes(90).toSeconds()) {
            return phrases.counted("ago.minutes", roundedUp(seconds, 60));
        }
        if (seconds < Duration.ofHours(36).toSeconds()) {
            return phrases.counted("ago.hours", roundedUp(seconds, 3_600));
        }
        return phrases.counted("ago.days", roundedUp(seconds, 86_400));
    }

    private static long roundedUp(long seconds, long unit) {
        return (seconds + unit - 1) / unit;
    }

    private String title(ChartEntry entry) {
        return bounded(entry.song().title());
    }

    /** A title, or what was heard in its place, as it may be said. */
    private String bounded(String title) {
        return titles.spoken(title);
    }

    private String ranked(String key, ChartEntry entry) {
        return phrases.ranked(key, entry.rank(), Map.of("song", title(entry), "votes", votes(entry.votes())));
    }

    private String say(String key) {
        return phrases.filled(key, Map.of());
    }

    private String say(String key, String name, String value) {
        return phrases.filled(key, Map.of(name, value));
    }

    private String say(String key, String name, String value, String name2, String value2) {
        return phrases.filled(key, Map.of(name, value, name2, value2));
    }

    private String say(
            String key, String name, String value, String name2, String value2, String name3, String value3) {
        return phrases.filled(key, Map.of(name, value, name2, value2, name3, value3));
    }
}
