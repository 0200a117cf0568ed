package io.crowdchart.operations.audit;

import io.crowdchart.operations.cluster.WrongUseException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The option that says how long a difference must last to be one. */
public final class Patience {

    private static final int LONGEST_SECONDS = 600;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long a difference must last to be one; longer than a vote needs on its way"
                    + " (default: ${DEFAULT-VALUE}).")
    private int seconds;

    /**
     * How long it must last.
     *
     * @throws WrongUseException if that is too short or too long
     */
    public Duration lasting() {
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new WrongUseException("--patience expects 1 to " + LONGEST_SECONDS + " seconds, was " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }
}
