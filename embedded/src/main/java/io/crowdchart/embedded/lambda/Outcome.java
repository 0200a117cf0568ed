package io.crowdchart.embedded.lambda;

/** How an invocation ended. */
public sealed interface Outcome {

    /** The function answered. */
    record Response(String body) implements Outcome {}

    /**
     * The function failed.
     *
     * @param type what the client calls the fault
     * @param body the fault as JSON: {@code errorMessage}, {@code errorType}, {@code stackTrace}
     */
    record Fault(String type, String body) implements Outcome {}
}
