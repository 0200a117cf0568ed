package io.crowdchart.lambda.song;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The songs that may have been meant, each with its best likeness. */
final class Candidates {

    /** Most like first; songs that are equally like in chart order. */
    private static final Comparator<Candidate> ORDER =
            Comparator.comparingDouble(Candidate::likeness).reversed().thenComparingInt(Candidate::song);

    private final Map<Integer, Candidate> bySong = new HashMap<>();

    void add(Name name, double likeness) {
        add(new Candidate(name.song(), likeness, false, name));
    }

    void add(Candidate candidate) {
        bySong.merge(candidate.song(), candidate, Candidates::better);
    }

    private static Candidate better(Candidate one, Candidate other) {
        Candidate better = other.likeness() > one.likeness() ? other : one;
        boolean sameSound = one.sameSound() || other.sameSound();
        return new Candidate(better.song(), better.likeness(), sameSound, better.name());
    }

    /** The likely ones, in their order. */
    List<Candidate> first(int count) {
        return bySong.values().stream().sorted(ORDER).limit(count).toList();
    }
}
