package io.crowdchart.cache;

import static io.crowdchart.cache.Batches.RANKING;
import static io.crowdchart.cache.Batches.START;
import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.song.Song;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A writer and a reader of the same charts, which have no content yet. */
abstract class ChartsFixture {

    static final Duration STALE_AFTER = Duration.ofSeconds(30);

    final MovableClock clock = new MovableClock();
    ChartWriter writer;
    ChartReader reader;

    /** A writer on a cache without any content. */
    abstract ChartWriter emptyCharts();

    /** Another writer of the same charts. */
    abstract ChartWriter sameChartsAgain();

    /** Lets time pass, on the clock of the cache, too. */
    void pass(Duration time) {
        clock.advance(time);
    }

    /** Empties the cache, past the writer. */
    abstract void flush();

    /** A reader of the same charts. */
    abstract ChartReader readerOfTheSame();

    @BeforeEach
    void open() {
        clock.reset();
        writer = emptyCharts();
        reader = readerOfTheSame();
        Batches.begin(writer);
    }

    @AfterEach
    void close() {
        writer.close();
        reader.close();
    }

    static WriteResult refusedAt(long offset) {
        return new WriteResult.Refused(Map.of(RANKING, START.at(offset)));
    }

    long offset(TopicPart part) {
        return Objects.requireNonNull(writer.look(List.of(part)).places().get(part))
                .position()
                .offset();
    }

    /** The first batch of the ranking's partition, with a pulse of now. */
    Batches pulsed(long to) {
        return Batches.first(RANKING, to).pulse("bluesky", clock.instant());
    }

    void apply(Batches batch) {
        assertThat(writer.write(batch.build())).isEqualTo(new WriteResult.Applied());
    }

    ChartView top(int count) {
        return view(ChartQuery.top(ALL_TIME, count));
    }

    ChartView view(ChartQuery query) {
        ChartAnswer answer = reader.read(query);
        assertThat(answer).isInstanceOf(ChartAnswer.Fresh.class);
        return ((ChartAnswer.Fresh) answer).view();
    }

    static ChartEntry entry(long rank, String song, long votes) {
        return new ChartEntry(rank, new Song(song, song), votes);
    }
}
