package io.crowdchart.connect.chart.record;

import io.crowdchart.model.topic.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkConnector;

/** Which topics may be given to the sink. */
public final class ChartedTopics {

    private static final List<String> NAMES =
            Topic.charted().stream().map(Topic::topicName).toList();

    private ChartedTopics() {}

    public static boolean contains(String topic) {
        return NAMES.contains(topic);
    }

    public static String names() {
        return String.join(", ", NAMES);
    }

    /** The topics that a connector's configuration names. */
    public static List<String> named(Map<String, String> properties) {
        String topics = properties.getOrDefault(SinkConnector.TOPICS_CONFIG, "");
        return Arrays.stream(topics.split(","))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .toList();
    }

    /** The charted topics that a connector's configuration names. */
    public static List<String> of(Map<String, String> properties) {
        List<String> named = named(properties);
        return NAMES.stream().filter(named::contains).toList();
    }

    /** What is wrong with the topics of a connector's configuration. */
    public static Optional<String> problem(Map<String, String> properties) {
        List<String> unknown =
                named(properties).stream().filter(topic -> !contains(topic)).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("'" + SinkConnector.TOPICS_CONFIG + "' may name only " + names() + "; unknown: "
                        + String.join(", ", unknown));
    }
}
