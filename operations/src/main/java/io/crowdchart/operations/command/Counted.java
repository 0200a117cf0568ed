package io.crowdchart.operations.command;

/** Writes numbers of things for people. */
public final class Counted {

    private Counted() {}

    /** Like {@code 1 chart} or {@code 3 charts}. */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
