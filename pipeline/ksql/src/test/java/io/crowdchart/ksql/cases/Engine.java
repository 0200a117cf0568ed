package io.crowdchart.ksql.cases;

import java.util.List;
import java.util.function.Predicate;

/** Something that counts as the statements say. */
public interface Engine {

    /**
     * Gives it records and waits for what comes out.
     *
     * @param steps what goes in, in this order
     * @param expected whether the tables are as they should be; an engine that takes its time is not interrupted before
     *     they are, or its patience ends
     * @return the tables as they are in the end
     */
    Tables play(List<Step> steps, Predicate<Tables> expected);
}
