package io.crowdchart.local.pipeline;

/** Tells somebody what is going on, a line at a time. Safe for use by many threads. */
@FunctionalInterface
public interface Progress {

    /** Says that a step is done. */
    void done(String step);
}
