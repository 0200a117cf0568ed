package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once when Kafka does not answer or topics are missing, and once when that is over. */
final class TopicsWatch {

    private static final Logger LOGGER = LoggerFactory.getLogger(TopicsWatch.class);

    private boolean away;
    private Set<String> missing = Set.of();

    void silent(TopicsUnavailableException problem) {
        if (!away) {
            away = true;
            LOGGER.warn("it cannot be told whether the charts are right: {}", problem.getMessage());
        }
    }

    void answered(TopicsNow now) {
        if (away) {
            away = false;
            LOGGER.info("Kafka tells again how the topics are");
        }
        if (!now.missing().equals(missing)) {
            missing = now.missing();
            if (missing.isEmpty()) {
                LOGGER.info("all topics of the charts are there");
            } else {
                LOGGER.warn("the charts stay as they are, waiting for missing topics: {}", new TreeSet<>(missing));
            }
        }
    }
}
