package io.crowdchart.operations.command;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What the operator sees: results on standard output, progress on standard error. At a terminal a step that is under way
 * shows how far it is, in one line that moves. Safe for use by many threads.
 */
public final class Screen {

    private static final String ERASE_LINE = "\r\u001B[2K";
    private static final int BAR_WIDTH = 30;

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final boolean terminal;
    private boolean moving;

    /**
     * @param terminal whether a person sits at the other end
     */
    public Screen(PrintStream out, PrintStream err, BufferedReader in, boolean terminal) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.terminal = terminal;
    }

    /** The screen of this process, in UTF-8 whatever the platform says. */
    public static Screen onStandardStreams(boolean terminal) {
        return new Screen(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                terminal);
    }

    /** Whether a person sits at the other end. */
    public boolean isTerminal() {
        return terminal;
    }

    /** A line of the result. */
    public synchronized void result(String line) {
        stopMoving();
        out.println(line);
    }

    /** Says what is going on. */
    public synchronized void progress(String step) {
        stopMoving();
        err.println(step);
    }

    /** Says how far a step is; only a terminal shows it. */
    public synchronized void progress(String step, long done, long all) {
        if (!terminal) {
            return;
        }
        int filled = (int) (all <= 0 ? BAR_WIDTH : Math.min(BAR_WIDTH, BAR_WIDTH * done / all));
        String bar = "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
        err.print(ERASE_LINE + String.format(Locale.ROOT, "%s [%s] %,d of %,d", step, bar, done, all));
        err.flush();
        moving = true;
    }

    /** Asks the person a question; nothing if there is no answer. */
    public synchronized Optional<String> ask(String question) {
        stopMoving();
        err.print(question);
        err.flush();
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
    }

    /** Says in one line why a command cannot do its work. */
    public synchronized void fail(String message) {
        stopMoving();
        err.println("scripts/chart: " + message.lines().findFirst().orElse(message));
    }

    private void stopMoving() {
        if (moving) {
            err.print(ERASE_LINE);
            moving = false;
        }
    }
}
