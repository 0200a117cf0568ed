package io.crowdchart.local.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.local.pipeline.StartException;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the all-time chart, as it is read from Redis, to a JSON file. */
final class ChartFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ChartFile() {}

    /** Writes the whole chart in rank order, ties by song. */
    static void write(ChartReader reader, Path file) throws IOException {
        ArrayNode chart = JSON.createArrayNode();
        for (ChartEntry line : whole(reader)) {
            chart.addObject()
                    .put("rank", line.rank())
                    .put("song", line.song().key())
                    .put("title", line.song().title())
                    .put("votes", line.votes());
        }
        Files.write(file, JSON.writeValueAsBytes(chart));
    }

    private static List<ChartEntry> whole(ChartReader reader) {
        List<ChartEntry> lines = new ArrayList<>();
        List<ChartEntry> page;
        do {
            page = page(reader, lines.size());
            lines.addAll(page);
        } while (!page.isEmpty());
        return lines;
    }

    private static List<ChartEntry> page(ChartReader reader, int from) {
        ChartAnswer answer = reader.read(new ChartQuery(ChartWindow.ALL_TIME, from, ChartQuery.MAX_COUNT, List.of()));
        if (answer instanceof ChartAnswer.Unavailable) {
            throw new StartException("--chart: the chart in Redis cannot be reached");
        }
        return Freshness.viewOf(answer).map(ChartView::lines).orElse(List.of());
    }
}
