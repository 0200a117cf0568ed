package io.crowdchart.lambda.screen;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.chart.Trend;
import io.crowdchart.lambda.speech.Captions;
import io.crowdchart.model.chart.ChartEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A song on a screen.
 *
 * @param line its line in the chart
 * @param trend how it has moved
 */
public record ShownSong(ChartEntry line, Trend trend) {

    /** Lines of a chart, moved since an earlier one. */
    public static List<ShownSong> among(List<ChartEntry> lines, List<ChartEntry> earlier) {
        return lines.stream()
                .map(line -> new ShownSong(line, Trend.of(line, earlier)))
                .toList();
    }

    Map<String, Object> data(ChartPeriod period, Captions captions) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rank", line.rank());
        data.put("place", captions.digits(line.rank()));
        data.put("title", ScreenText.of(captions.title(line)));
        data.put("votes", captions.votes(line.votes()));
        data.put("label", ScreenText.unbound(captions.label(line)));
        data.put("trend", trend.kind().name().toLowerCase(Locale.ROOT));
        captions.moved(trend).ifPresent(words -> data.put("moved", words));
        captions.movement(trend).ifPresent(words -> data.put("movement", words));
        data.put("touch", new Touch(line.rank(), line.song().key(), period).arguments());
        return data;
    }
}
