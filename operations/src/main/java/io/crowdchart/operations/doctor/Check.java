package io.crowdchart.operations.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at one link of the chart. */
interface Check {

    /** What checks need to be there. */
    enum Part {
        KAFKA("Kafka"),
        CACHE("the cache");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** For the operator. */
        String words() {
            return words;
        }
    }

    /** What is looked at, in a word or two. */
    String link();

    /** What has to be there. */
    default Set<Part> needs() {
        return Set.of();
    }

    /** What is not there, if this check fails. */
    default Optional<Part> proves() {
        return Optional.empty();
    }

    /**
     * Looks.
     *
     * @param away what is not there
     */
    List<Finding> examine(Set<Part> away) throws InterruptedException;
}
