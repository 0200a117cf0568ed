package io.crowdchart.lambda.song;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which song of the chart somebody meant; its index follows the chart. Safe for use by many threads.
 *
 * <p>Whoever asks for a song looks first for the {@link Heard#keys keys} of what was heard: if the chart has one of them, that
 * is the song, and nothing of this is needed. Only what is not found so is resolved here. The songs are read again when a
 * question comes and they are older than {@link #GOOD_FOR}; while the cache is away, those that are known serve on, and
 * whoever asks waits no longer than was said, nor than there is time left.
 */
public final class LiveSongs {

    /** How old the songs may be before they are read again. */
    public static final Duration GOOD_FOR = Duration.ofSeconds(5);

    /** How long a question waits for songs that are read again, if it has so much time left. */
    public static final Duration WITHIN = Duration.ofMillis(600);

    /** With less time left it is not worth a try. */
    static final Duration LEAST = Duration.ofMillis(100);

    private static final SongsQuery SONGS = new SongsQuery(ChartWindow.ALL_TIME, SongsQuery.MAX_COUNT);

    private final ChartReader charts;
    private final Clock clock;
    private final Duration within;
    private Optional<List<SongVotes>> known = Optional.empty();
    private Optional<SongIndex> index = Optional.empty();
    private @Nullable Instant triedAt;
    private @Nullable Instant readAt;

    /** The songs of the charts that a reader reads, read within {@link #WITHIN}. */
    public LiveSongs(ChartReader charts, Clock clock) {
        this(charts, clock, WITHIN);
    }

    /**
     * The songs of the charts that a reader reads.
     *
     * @param within how long a question may wait for them at most
     */
    public LiveSongs(ChartReader charts, Clock clock, Duration within) {
        this.charts = charts;
        this.clock = clock;
        this.within = within;
    }

    /**
     * Which song of the chart of all time was meant.
     *
     * @param heard what Alexa heard
     * @param locale in which language
     * @param left how much time there is, if the songs have to be read again
     * @return nothing if it cannot be told, since no songs are known
     */
    public Optional<Resolution> resolve(String heard, Locale locale, Duration left) {
        return index(left).map(songs -> songs.resolve(heard, locale));
    }

    /**
     * The same without asking anyone.
     *
     * @return nothing if no songs are known that are of now
     */
    public Optional<Resolution> resolveAtOnce(String heard, Locale locale) {
        return ofNow().map(songs -> songs.resolve(heard, locale));
    }

    /**
     * Where a song is in the chart of all time, without asking anyone.
     *
     * @return nothing if it is not among the songs that are known, or if these are not of now
     */
    public Optional<ChartPlace> place(String key) {
        return ofNow().flatMap(songs -> songs.place(key));
    }

    /**
     * The songs of the chart of all time, the first with the most votes.
     *
     * @param left how much time there is, if they have to be read again
     * @return none if none are known
     */
    public synchronized List<SongVotes> known(Duration left) {
        readIfDue(left);
        return known.orElse(List.of());
    }

    /**
     * The same without asking anyone.
     *
     * @return none if none are known that are of now
     */
    public synchronized List<SongVotes> knownAtOnce() {
        return isOfNow() ? known.orElse(List.of()) : List.of();
    }

    private synchronized Optional<SongIndex> index(Duration left) {
        readIfDue(left);
        return indexed();
    }

    private synchronized Optional<SongIndex> ofNow() {
        return isOfNow() ? indexed() : Optional.empty();
    }

    /** Songs that nobody asks for are not worth an index. */
    private Optional<SongIndex> indexed() {
        if (index.isEmpty()) {
            index = known.map(SongIndex::of);
        }
        return index;
    }

    private void readIfDue(Duration left) {
        Instant now = clock.instant();
        if (!isOver(triedAt, now) || left.compareTo(LEAST) < 0) {
            return;
        }
        triedAt = now;
        ChartSongs songs = charts.songs(SONGS, left.compareTo(within) < 0 ? left : within);
        if (songs instanceof ChartSongs.Known those) {
            keep(Optional.of(those.songs()));
            readAt = now;
        } else if (songs instanceof ChartSongs.Rebuilding) {
            // What comes next may be another chart.
            keep(Optional.empty());
        }
    }

    private void keep(Optional<List<SongVotes>> songs) {
        index = songs.equals(known) ? index : Optional.empty();
        known = songs;
    }

    private boolean isOfNow() {
        return !isOver(readAt, clock.instant());
    }

    /** A try that failed is not made again at once either: each may cost the whole time of an answer. */
    private static boolean isOver(@Nullable Instant last, Instant now) {
        return last == null || now.isBefore(last) || !now.isBefore(last.plus(GOOD_FOR));
    }
}
