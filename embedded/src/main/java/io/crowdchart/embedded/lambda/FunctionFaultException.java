package io.crowdchart.embedded.lambda;

/** A function that could not be made, or not be restored: it takes no invocation any more. */
public final class FunctionFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FunctionFaultException(String message) {
        super(message);
    }
}
