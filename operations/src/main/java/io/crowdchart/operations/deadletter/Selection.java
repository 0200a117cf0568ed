package io.crowdchart.operations.deadletter;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.cluster.WrongUseException;
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

    /**
     * Checks that there is a letter at every place that is meant.
     *
     * @param found the places of the letters that there are
     * @throws WrongUseException if one is missing
     */
    void check(Collection<Place> found) {
        Set<Place> missing = new TreeSet<>(places);
        missing.removeAll(found);
        if (!missing.isEmpty()) {
            throw new WrongUseException("there is no dead letter at " + missing);
        }
    }
}
