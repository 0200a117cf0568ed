package io.crowdchart.infra.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Collects what a rule finds. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    void unless(boolean good, String fault) {
        if (!good) {
            found.add(fault);
        }
    }

    void unlessEqual(Object expected, Object was, String what) {
        unless(expected.equals(was), what + " is expected to be " + expected + ", was " + was);
    }

    /** Nothing of one that the other does not have. */
    void unlessWithin(Collection<String> all, Collection<String> some, String what) {
        Collection<String> missing = new TreeSet<>(some);
        missing.removeAll(all);
        unless(missing.isEmpty(), what + ": " + missing);
    }

    List<String> found() {
        return found;
    }
}
