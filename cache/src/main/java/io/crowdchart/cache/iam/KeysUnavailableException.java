package io.crowdchart.cache.iam;

import org.jspecify.annotations.Nullable;

/** There are no AWS credentials right now; the same may be tried again. */
public final class KeysUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
