package io.crowdchart.cache.write;

/**
 * The step that a batch takes in one partition.
 *
 * @param from the position that must be stored now
 * @param to the offset of the record to read next; greater than that of {@code from}
 */
public record Advance(Position from, long to) {

    public Advance {
        if (to <= from.offset()) {
            throw new IllegalArgumentException("a batch leads forward, was from " + from + " to " + to);
        }
    }

    /** The position to store. */
    public Position reached() {
        return from.at(to);
    }
}
