package io.crowdchart.interactionmodel;

import org.jspecify.annotations.Nullable;

/** An interaction model is wrong; the message names the model and what is wrong with it. */
public final class InvalidModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidModelException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
