package io.crowdchart.connect.chart;

import io.crowdchart.connect.chart.record.ChartedTopics;
import java.util.Map;
import java.util.Optional;

/** Settings that Connect has for every sink, and that this one cannot have. */
enum RefusedSetting {
    /** Records of a topic that is no chart would never be passed. */
    TOPICS_REGEX(
            "topics.regex",
            "'topics.regex' cannot be used: name the topics of the charts in 'topics', out of "
                    + ChartedTopics.names()),

    /** A rebuild reads the topics itself, and knows nothing of them. */
    TRANSFORMS(
            "transforms",
            "'transforms' cannot be used: the charts are also made from the topics directly, where nothing transforms"
                    + " records");

    private final String setting;
    private final String problem;

    RefusedSetting(String setting, String problem) {
        this.setting = setting;
        this.problem = problem;
    }

    String setting() {
        return setting;
    }

    /** What is wrong with a connector's configuration. */
    Optional<String> problem(Map<String, String> properties) {
        String value = properties.getOrDefault(setting, "");
        return value.isBlank() ? Optional.empty() : Optional.of(problem + "; was " + value);
    }
}
