package io.crowdchart.cache.write;

import java.util.OptionalLong;

/**
 * The step that a batch takes in one partition.
 *
 * @param from the position that must be stored now; empty: none must be stored
 * @param to the position to store, the offset of the record to read next; greater than {@code from}
 */
public record Advance(OptionalLong from, long to) {

    public Advance {
        if (to < 0 || (from.isPresent() && to <= from.getAsLong())) {
            throw new IllegalArgumentException("a batch leads forward, was from " + from + " to " + to);
        }
    }
}
