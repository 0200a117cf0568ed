package io.crowdchart.connect.chart.topics;

/**
 * A part of a partition.
 *
 * @param from the offset where it begins
 * @param to the offset where it ends; that record is not in it
 */
public record Stretch(long from, long to) {

    public Stretch {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a stretch leads forward from 0 or later, was " + from + " to " + to);
        }
    }

    public boolean isEmpty() {
        return from == to;
    }
}
