package io.crowdchart.lambda.screen;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.speech.Captions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Songs of a chart, one below the other; a touch asks for the place of one.
 *
 * @param period of which chart
 * @param songs the songs, from the top; at least one
 * @param freshness how fresh the chart is, if that is known
 */
public record ChartScreen(ChartPeriod period, List<ShownSong> songs, Optional<Freshness> freshness) implements Screen {

    public ChartScreen {
        if (songs.isEmpty()) {
            throw new IllegalArgumentException("a chart is shown with one song or more");
        }
        songs = List.copyOf(songs);
    }

    /** Songs of a chart. */
    public ChartScreen(ChartPeriod period, List<ShownSong> songs) {
        this(period, songs, Optional.empty());
    }

    @Override
    public Document document() {
        return Document.CHART;
    }

    @Override
    public ChartScreen asOf(Freshness known) {
        return new ChartScreen(period, songs, Optional.of(known));
    }

    @Override
    public Map<String, Object> data(Captions captions) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("heading", captions.heading(period.key()));
        data.put(
                "songs", songs.stream().map(song -> song.data(period, captions)).toList());
        freshness.ifPresent(known -> known.putInto(data, captions));
        return data;
    }
}
