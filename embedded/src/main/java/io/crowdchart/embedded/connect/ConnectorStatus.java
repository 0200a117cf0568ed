package io.crowdchart.embedded.connect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How a connector is doing.
 *
 * @param name its name
 * @param state its own state, like {@code RUNNING} or {@code STOPPED}
 * @param trace why it failed; empty if it did not
 * @param tasks its tasks; none until it has made them
 */
public record ConnectorStatus(String name, String state, String trace, List<TaskStatus> tasks) {

    static final String RUNNING = "RUNNING";
    static final String FAILED = "FAILED";

    public ConnectorStatus {
        tasks = List.copyOf(tasks);
    }

    /**
     * How a task is doing.
     *
     * @param id its number, from 0
     * @param state like {@code RUNNING} or {@code FAILED}
     * @param trace why it failed; empty if it did not
     */
    public record TaskStatus(int id, String state, String trace) {}

    /** Whether the connector and all its tasks run, and there is a task. */
    public boolean running() {
        return state.equals(RUNNING)
                && !tasks.isEmpty()
                && tasks.stream().allMatch(task -> task.state().equals(RUNNING));
    }

    /** Whether the connector or one of its tasks failed. */
    public boolean failed() {
        return state.equals(FAILED)
                || tasks.stream().anyMatch(task -> task.state().equals(FAILED));
    }

    /** Why the connector or its tasks failed; empty if none did. */
    public String failure() {
        return trace + tasks.stream().map(TaskStatus::trace).collect(Collectors.joining());
    }
}
