package io.crowdchart.infra.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dashboard, whose body is JSON in pieces: what CloudFormation will put in stands in angle brackets. */
record DashboardBody(JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    DashboardBody(Templates templates) {
        this(parsed(Text.of(templates
                .one("AWS::CloudWatch::Dashboard", "WayOfAVote")
                .properties()
                .path("DashboardBody"))));
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A metric in a graph.
     *
     * @param name its namespace and its name
     * @param dimensions of what it is
     */
    record Shown(String name, Map<String, String> dimensions) {}

    /** All that its graphs show. */
    List<Shown> metrics() {
        List<Shown> all = new ArrayList<>();
        body.path("widgets").forEach(widget -> all.addAll(metrics(widget)));
        return all;
    }

    /** A graph names a metric as [namespace, name, dimension, value, …, {how it looks}]. */
    private static List<Shown> metrics(JsonNode widget) {
        List<Shown> shown = new ArrayList<>();
        for (JsonNode metric : widget.path("properties").path("metrics")) {
            Map<String, String> dimensions = new TreeMap<>();
            for (int i = 2; metric.path(i + 1).isTextual(); i += 2) {
                dimensions.put(metric.path(i).asText(), metric.path(i + 1).asText());
            }
            shown.add(new Shown(metric.path(0).asText() + "/" + metric.path(1).asText(), dimensions));
        }
        return shown;
    }

    /**
     * A step of the way.
     *
     * @param title what stands above it
     * @param below what is right below: the names of metrics, or a text
     */
    record Step(String title, String below) {}

    /** The steps, as they stand from left to right. */
    List<Step> steps() {
        List<JsonNode> top = new ArrayList<>();
        body.path("widgets").forEach(widget -> {
            if (widget.path("y").asInt() == 0) {
                top.add(widget);
            }
        });
        return top.stream()
                .sorted(Comparator.comparingInt(widget -> widget.path("x").asInt()))
                .map(widget -> new Step(markdown(widget), below(widget)))
                .toList();
    }

    private String below(JsonNode title) {
        for (JsonNode widget : body.path("widgets")) {
            if (widget.path("x").asInt() == title.path("x").asInt()
                    && widget.path("y").asInt() == title.path("height").asInt()) {
                return markdown(widget)
                        + String.join(
                                " ", metrics(widget).stream().map(Shown::name).toList());
            }
        }
        return "nothing";
    }

    private static String markdown(JsonNode widget) {
        return widget.path("properties").path("markdown").asText();
    }
}
