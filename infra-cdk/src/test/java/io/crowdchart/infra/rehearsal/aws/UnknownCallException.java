package io.crowdchart.infra.rehearsal.aws;

/** Somebody asked for something that is not modelled here: the rehearsal must not pass. */
final class UnknownCallException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownCallException(String message) {
        super(message);
    }
}
