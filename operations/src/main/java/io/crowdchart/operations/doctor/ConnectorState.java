package io.crowdchart.operations.doctor;

import io.crowdchart.operations.command.Counted;
import java.util.List;

/**
 * How a connector is.
 *
 * @param state its own state
 * @param trace the first line of why it failed; empty if it did not
 * @param tasks its tasks
 */
record ConnectorState(String state, String trace, List<Task> tasks) {

    private static final String RUNNING = "RUNNING";

    ConnectorState {
        tasks = List.copyOf(tasks);
    }

    /**
     * How a task is.
     *
     * @param id its number, from 0
     * @param state like {@code RUNNING} or {@code FAILED}
     * @param trace the first line of why it failed; empty if it did not
     */
    record Task(int id, String state, String trace) {}

    /** The judgement. */
    Finding finding(String link, String name) {
        if (!state.equals(RUNNING)) {
            return Finding.problem(
                    link,
                    name + " is " + withTrace(state, trace),
                    "Expected RUNNING. " + (trace.isEmpty() ? "PUT /connectors/" + name + "/resume" : restart(name)));
        }
        if (tasks.isEmpty()) {
            return Finding.problem(link, name + " is RUNNING, but has no task", "Expected one. " + restart(name));
        }
        List<String> others = tasks.stream()
                .filter(task -> !task.state().equals(RUNNING))
                .map(task -> "task " + task.id() + " is " + withTrace(task.state(), task.trace()))
                .toList();
        return others.isEmpty()
                ? Finding.ok(link, name + " and its " + Counted.of(tasks.size(), "task") + " run")
                : Finding.problem(
                        link,
                        name + ": " + String.join("; ", others),
                        "Expected RUNNING. Mend what it says, then " + restart(name));
    }

    private static String withTrace(String state, String trace) {
        return trace.isEmpty() ? state : state + " (" + trace + ")";
    }

    private static String restart(String name) {
        return "POST /connectors/" + name + "/restart?includeTasks=true";
    }
}
