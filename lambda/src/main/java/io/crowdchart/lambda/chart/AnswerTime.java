package io.crowdchart.lambda.chart;

import java.time.Duration;

/** The time that an answer may take to find out what it tells, however many steps that takes. Safe for use by many threads. */
public final class AnswerTime {

    /** Whoever asks has an answer within two seconds, whatever Redis does; the rest of them is for the skill itself. */
    public static final Duration IN_ALL = Duration.ofMillis(1_700);

    private final long end;

    private AnswerTime(long end) {
        this.end = end;
    }

    /** The time of an answer to a question that comes now. */
    public static AnswerTime fromNow() {
        return new AnswerTime(System.nanoTime() + IN_ALL.toNanos());
    }

    /** What is left; zero if it is over. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
