package io.crowdchart.cache;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.cache.write.ChartWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryChartsTest extends ChartsContract {

    private final InMemoryCharts charts = new InMemoryCharts(clock, STALE_AFTER);

    @Override
    ChartWriter emptyCharts() {
        return charts;
    }

    @Override
    ChartReader readerOfTheSame() {
        return charts;
    }

    @Override
    ChartWriter sameChartsAgain() {
        return charts.anotherWriter();
    }

    @Override
    void flush() {
        charts.flush();
    }

    @Test
    void they_can_be_made_unavailable_and_available_again() {
        apply(pulsed(10).votes("a", 1));

        charts.setUnavailable(true);
        assertThat(reader.read(ChartQuery.top(ALL_TIME, 1))).isEqualTo(new ChartAnswer.Unavailable());
        assertThat(reader.songs(new SongsQuery(ALL_TIME, 1), Duration.ofSeconds(1)))
                .isEqualTo(new ChartSongs.Unavailable());
        assertThatThrownBy(() -> writer.write(pulsed(11).build())).isInstanceOf(CacheUnavailableException.class);

        charts.setUnavailable(false);
        assertThat(top(1).votes()).isEqualTo(1);
    }
}
