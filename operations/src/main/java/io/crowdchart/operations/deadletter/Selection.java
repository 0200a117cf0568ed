package io.crowdchart.operations.deadletter;

import io.crowdchart.model.topic.Topic;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which letters are meant.
 *
 * @param topics of these topics
 * @param places only those at these places; empty: all
 */
record Selection(Collection<Topic> topics, Set<Place> places) {

    boolean contains(DeadLetter letter) {
        return places.isEmpty() || places.contains(letter.place());
    }

    /** The places that are meant, and at which no letter is. */
    Set<Place> missing(Collection<DeadLetter> found) {
        Set<Place> missing = new TreeSet<>(places);
        found.forEach(letter -> missing.remove(letter.place()));
        return missing;
    }
}
