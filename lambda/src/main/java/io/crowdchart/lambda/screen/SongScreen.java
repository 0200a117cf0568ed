package io.crowdchart.lambda.screen;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.speech.Captions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One song of a chart and how it has moved.
 *
 * @param period of which chart
 * @param song the song
 * @param freshness how fresh the chart is, if that is known
 */
public record SongScreen(ChartPeriod period, ShownSong song, Optional<Freshness> freshness) implements Screen {

    /** A song of a chart. */
    public SongScreen(ChartPeriod period, ShownSong song) {
        this(period, song, Optional.empty());
    }

    @Override
    public Document document() {
        return Document.SONG;
    }

    @Override
    public SongScreen asOf(Freshness known) {
        return new SongScreen(period, song, Optional.of(known));
    }

    @Override
    public Map<String, Object> data(Captions captions) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("heading", captions.heading(period.key()));
        data.put("song", song.data(period, captions));
        freshness.ifPresent(known -> known.putInto(data, captions));
        return data;
    }
}
