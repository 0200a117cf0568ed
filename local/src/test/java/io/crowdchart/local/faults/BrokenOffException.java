package io.crowdchart.local.faults;

import org.jspecify.annotations.Nullable;

/** The stack does not recover, so that going on with a seed would tell nothing more. */
final class BrokenOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenOffException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
