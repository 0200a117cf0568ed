package io.crowdchart.model.topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The Kafka topics between the steps, in the order in which a vote passes them. */
public enum Topic {
    /** One row a post that votes; a null value takes it back. Written by the source, read by KSQL. */
    VOTES("votes", 2, Cleanup.COMPACT),
    /** The time up to which a source has seen posts. Written by the source, read by KSQL. */
    HEARTBEATS("heartbeats", 1, Cleanup.COMPACT),

    /** One row a voter and song. Inside KSQL. */
    BALLOTS("ballots", 2, Cleanup.COMPACT),
    /** One row a day, voter and song. Inside KSQL. */
    DAILY_BALLOTS("daily_ballots", 2, Cleanup.COMPACT),
    /** One row an hour, voter and song. Inside KSQL. */
    HOURLY_BALLOTS("hourly_ballots", 2, Cleanup.COMPACT),

    /** The all-time chart: votes by song; a null value takes the song off. Read by the sink. */
    SONG_RANKING("song_ranking", 1, Cleanup.COMPACT),
    /** The charts by day: votes by day and song. Read by the sink. */
    DAILY_RANKING("daily_ranking", 1, Cleanup.COMPACT),
    /** The charts by hour: votes by hour and song. Read by the sink. */
    HOURLY_RANKING("hourly_ranking", 1, Cleanup.COMPACT),
    /** How a song is written: its first spelling. Read by the sink. */
    SONG_TITLES("song_titles", 1, Cleanup.COMPACT),
    /** The heartbeats after they went through KSQL. Read by the sink. */
    PULSE("pulse", 1, Cleanup.COMPACT),

    /** Records that the sink could not use, with the reason in their headers. */
    CHART_DEAD_LETTERS("chart_dead_letters", 1, Cleanup.DELETE),
    /** Records that the aggregation could not use, with the reason in their headers. */
    KSQL_DEAD_LETTERS("ksql_dead_letters", 1, Cleanup.DELETE);

    /** How Kafka cleans a topic up. */
    public enum Cleanup {
        /** The newest record of every key stays. */
        COMPACT,
        /** Old records go. */
        DELETE;

        /** The value of {@code cleanup.policy}. */
        public String policy() {
            return this == COMPACT ? "compact" : "delete";
        }
    }

    private final String topicName;
    private final int partitions;
    private final Cleanup cleanup;

    Topic(String topicName, int partitions, Cleanup cleanup) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.cleanup = cleanup;
    }

    /** Its name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** The number of its partitions. */
    public int partitions() {
        return partitions;
    }

    /** How Kafka cleans it up. */
    public Cleanup cleanup() {
        return cleanup;
    }

    /**
     * Its settings in Kafka. A dead letter is a record with the story of its failure, so it may be larger than any other; and
     * it stays long enough for somebody to find it and give it back.
     */
    public Map<String, String> configs() {
        return cleanup == Cleanup.COMPACT
                ? Map.of("cleanup.policy", cleanup.policy())
                : Map.of(
                        "cleanup.policy",
                        cleanup.policy(),
                        "max.message.bytes",
                        Integer.toString(2 * 1_048_576),
                        "retention.ms",
                        Long.toString(Duration.ofDays(90).toMillis()));
    }

    /** The topics that the sink keeps in the cache. */
    public static List<Topic> charted() {
        return List.of(SONG_RANKING, DAILY_RANKING, HOURLY_RANKING, SONG_TITLES, PULSE);
    }

    /**
     * The topic of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Topic named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no topic of the pipeline is named '" + topicName + "'"));
    }
}
