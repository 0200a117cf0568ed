package io.crowdchart.operations.audit;

import io.crowdchart.operations.count.Line;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/**
 * Something that is not as the votes say.
 *
 * @param where the place, in words
 * @param found what is there
 * @param expected what should be there
 * @param row the row of a ranking topic, or of the titles, that would have to be written; empty: none
 */
public record Difference(String where, String found, String expected, Optional<Row> row) {

    /** So many differences, in words. */
    public static String number(int differences) {
        return differences == 1 ? "1 difference" : differences + " differences";
    }

    /** A difference in the cache. */
    static Difference inCache(String where, String found, String expected) {
        return new Difference(where, found, expected, Optional.empty());
    }

    /** A row that is wrong. */
    public sealed interface Row {

        /** The votes of a line. */
        record Votes(Line line) implements Row {}

        /** The title of a song. */
        record Title(String song) implements Row {}

        /** A row that must go, by its topic's name and its key. */
        record Strange(String topic, Bytes key) implements Row {}
    }

    /** Whether it is the same difference as one that was found before: same place, same words. */
    boolean isSameAs(Difference other) {
        return where.equals(other.where) && found.equals(other.found) && expected.equals(other.expected);
    }

    @Override
    public String toString() {
        return where + ": found " + found + ", expected " + expected;
    }
}
