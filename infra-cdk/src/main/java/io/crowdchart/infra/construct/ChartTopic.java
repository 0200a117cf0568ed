package io.crowdchart.infra.construct;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The topics of the pipeline, as the model names them: the app does not see the model, but a test compares the two. */
enum ChartTopic {
    VOTES("votes", 2),
    HEARTBEATS("heartbeats", 1),
    BALLOTS("ballots", 2),
    DAILY_BALLOTS("daily_ballots", 2),
    HOURLY_BALLOTS("hourly_ballots", 2),
    SONG_RANKING("song_ranking", 1),
    DAILY_RANKING("daily_ranking", 1),
    HOURLY_RANKING("hourly_ranking", 1),
    SONG_TITLES("song_titles", 1),
    PULSE("pulse", 1),
    CHART_DEAD_LETTERS("chart_dead_letters"),
    KSQL_DEAD_LETTERS("ksql_dead_letters");

    private final String topicName;
    private final int partitions;
    private final boolean forDeadLetters;

    /** Keeps the newest record of every key. */
    ChartTopic(String topicName, int partitions) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.forDeadLetters = false;
    }

    /** Holds records that nobody could use, for a while; they may be larger than any other. */
    ChartTopic(String topicName) {
        this.topicName = topicName;
        this.partitions = 1;
        this.forDeadLetters = true;
    }

    String topicName() {
        return topicName;
    }

    int partitions() {
        return partitions;
    }

    /** Its settings, a line each. */
    String properties() {
        return new TreeMap<>(configs())
                .entrySet().stream()
                        .map(config -> config.getKey() + "=" + config.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private Map<String, String> configs() {
        if (!forDeadLetters) {
            return Map.of("cleanup.policy", "compact");
        }
        return Map.of(
                "cleanup.policy",
                "delete",
                "max.message.bytes",
                Integer.toString(2 * 1_048_576),
                "retention.ms",
                Long.toString(Duration.ofDays(90).toMillis()));
    }

    static List<String> names(ChartTopic... topics) {
        return Arrays.stream(topics).map(ChartTopic::topicName).toList();
    }
}
