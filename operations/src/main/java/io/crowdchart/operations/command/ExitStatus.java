package io.crowdchart.operations.command;

/** What a command's exit status means. */
public final class ExitStatus {

    /** All is as it should be. */
    public static final int GOOD = 0;

    /** The command did its work, and found something that is not as it should be. */
    public static final int DIFFERENT = 1;

    /** The command could not do its work: wrong use, or something that it needs cannot be reached. */
    public static final int WRONG_USE = 2;

    private ExitStatus() {}
}
