package io.crowdchart.lambda;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Function;

/** Hears every answer of a reader and finds out whether it is true. One thread at a time. */
final class Witness implements ChartReader {

    private final ChartReader reader;
    private final KnownCharts known;
    private final ChangingCharts changing;
    private final Clock clock;
    private final Queue<String> lies;
    private final Map<String, Integer> heard = new TreeMap<>();
    private Optional<ChartAnswer> last = Optional.empty();

    Witness(ChartReader reader, KnownCharts known, ChangingCharts changing, Clock clock, Queue<String> lies) {
        this.reader = reader;
        this.known = known;
        this.changing = changing;
        this.clock = clock;
        this.lies = lies;
    }

    @Override
    public ChartAnswer read(ChartQuery query) {
        return heard(query, reader::read);
    }

    @Override
    public ChartAnswer read(ChartQuery query, Duration within) {
        return heard(query, question -> reader.read(question, within));
    }

    private ChartAnswer heard(ChartQuery query, Function<ChartQuery, ChartAnswer> read) {
        int written = changing.written();
        Instant asked = clock.instant();
        ChartAnswer answer = read.apply(query);
        Instant answered = clock.instant();
        heard.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
        last = Optional.of(answer);
        lie(query, answer, written, asked, answered).ifPresent(lie -> lies.add(lie + ": " + query + " -> " + answer));
        return answer;
    }

    /** The last answer, once. */
    Optional<ChartAnswer> takeLast() {
        Optional<ChartAnswer> taken = last;
        last = Optional.empty();
        return taken;
    }

    /** How often each outcome was heard. */
    Map<String, Integer> heard() {
        return heard;
    }

    @Override
    public ChartSongs songs(SongsQuery query, Duration within) {
        return reader.songs(query, within);
    }

    @Override
    public void close() {}

    private Optional<String> lie(ChartQuery query, ChartAnswer answer, int written, Instant asked, Instant answered) {
        if (answer instanceof ChartAnswer.Fresh fresh) {
            boolean now = fresh.view().songs() > 0 && version(fresh.view()) >= written;
            return now ? lie(query, fresh.view(), fresh.age(), asked, answered) : Optional.of("not fresh");
        }
        if (answer instanceof ChartAnswer.Empty empty) {
            boolean now = empty.view().songs() == 0 && version(empty.view()) >= written;
            return now ? lie(query, empty.view(), empty.age(), asked, answered) : Optional.of("not empty");
        }
        if (answer instanceof ChartAnswer.Stale stale) {
            return lie(query, stale.view(), stale.age(), asked, answered);
        }
        if (answer instanceof ChartAnswer.Unavailable) {
            return follows(query) ? Optional.of("it was known from before") : Optional.empty();
        }
        return Optional.of("the state was never gone");
    }

    private Optional<String> lie(ChartQuery query, ChartView view, Duration age, Instant asked, Instant answered) {
        int version = version(view);
        if (version == 0 || !known.truth(query, version, view.seenAt()).equals(view)) {
            return Optional.of("never written");
        }
        boolean younger = age.compareTo(Duration.between(view.seenAt(), asked)) < 0;
        boolean older = age.compareTo(Duration.between(view.seenAt(), answered)) > 0;
        return younger || older ? Optional.of("wrong age, asked at " + asked) : Optional.empty();
    }

    private int version(ChartView view) {
        return changing.versionOf(view.seenAt()).orElse(0);
    }

    /** Whether the first lines of any version answer a question. */
    private static boolean follows(ChartQuery query) {
        boolean top = query.from() + query.count() <= ChartQuery.MAX_COUNT
                && query.songs().isEmpty();
        return top || !query.window().equals(ChartWindow.ALL_TIME);
    }
}
