package io.crowdchart.operations.doctor;

import java.util.Objects;
import java.util.Optional;

/** Says in one line why something failed. */
final class Causes {

    private Causes() {}

    /** The first line of what its cause says, or it itself if it has none; without a message, what it is. */
    static String words(Throwable failure) {
        Throwable teller = Objects.requireNonNullElse(failure.getCause(), failure);
        return Optional.ofNullable(teller.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElseGet(() -> teller.getClass().getSimpleName());
    }
}
