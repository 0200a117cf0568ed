package io.crowdchart.infra.config;

import software.amazon.awscdk.services.logs.RetentionDays;

/** How large a deployment is. What each costs is in docs/deploying.md. */
public enum Profile {
    /** For a conference: the smallest brokers, one worker. A broker that restarts may stop the chart for minutes. */
    SMALL,
    /** For a chart that goes on: three copies of everything in Kafka, two workers. */
    MEDIUM;

    /**
     * The brokers of MSK.
     *
     * @param instanceType what they run on
     * @param count how many there are; a multiple of the zones
     * @param gibibytes the disk of each
     * @param replication the number of copies of every partition
     * @param minInSync how many of them a write waits for
     */
    public record Brokers(String instanceType, int count, int gibibytes, int replication, int minInSync) {}

    /**
     * A service on Fargate.
     *
     * @param cpu in units, 1024 a processor
     * @param mebibytes its memory
     * @param count how many run at a time
     */
    public record Task(int cpu, int mebibytes, int count) {

        /** How much of the memory the JVM may take as its heap, in MiB; the rest is for its other memory and the side-car. */
        public int heapMebibytes() {
            return mebibytes / 2;
        }
    }

    public Brokers brokers() {
        return switch (this) {
            case SMALL -> new Brokers("kafka.t3.small", 2, 10, 2, 1);
            case MEDIUM -> new Brokers("kafka.m7g.large", 4, 100, 3, 2);
        };
    }

    public Task connectWorker() {
        return switch (this) {
            case SMALL -> new Task(512, 2048, 1);
            case MEDIUM -> new Task(1024, 4096, 2);
        };
    }

    /** There is never more than one: it is the only writer of the rankings. */
    public Task ksqlServer() {
        return switch (this) {
            case SMALL -> new Task(1024, 4096, 1);
            case MEDIUM -> new Task(2048, 8192, 1);
        };
    }

    /** How large the cache may grow where nothing else is wished, in GiB. */
    int cacheGibibytes() {
        return switch (this) {
            case SMALL -> 1;
            case MEDIUM -> 2;
        };
    }

    public RetentionDays logRetention() {
        return switch (this) {
            case SMALL -> RetentionDays.ONE_MONTH;
            case MEDIUM -> RetentionDays.THREE_MONTHS;
        };
    }
}
