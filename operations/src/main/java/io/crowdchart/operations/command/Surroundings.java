package io.crowdchart.operations.command;

import java.time.Clock;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param screen where it writes
 * @param clock the time
 * @param environment the environment variables
 */
public record Surroundings(Screen screen, Clock clock, Map<String, String> environment) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Without the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "Surroundings[" + clock + "]";
    }
}
