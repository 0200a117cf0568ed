package io.crowdchart.infra.rehearsal.aws;

/** A refusal that the documentation of a service foresees, such as a stack that does not exist. */
final class AwsFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    AwsFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static AwsFault validation(String message) {
        return new AwsFault(400, "ValidationError", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
