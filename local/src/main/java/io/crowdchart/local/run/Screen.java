package io.crowdchart.local.run;

import io.crowdchart.cache.read.ChartView;
import io.crowdchart.local.pipeline.Progress;
import io.crowdchart.model.chart.ChartEntry;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What the user sees: answers on standard output, progress on standard error, and at a terminal a chart that moves. Safe for
 * use by many threads.
 */
final class Screen implements Progress {

    private static final String ESCAPE = "\u001B[";
    private static final int TITLE_WIDTH = 48;

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader in;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private int movingLines;

    private Screen(PrintStream out, PrintStream err, BufferedReader in, boolean terminal) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.terminal = terminal;
    }

    /** The screen of this process, in UTF-8 whatever the platform says. */
    static Screen onStandardStreams(boolean terminal) {
        return new Screen(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                terminal);
    }

    /** Whether a person sits at the other end. */
    boolean isTerminal() {
        return terminal;
    }

    /** The time since the start, in seconds. */
    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
    }

    @Override
    public synchronized void done(String step) {
        movingLines = 0;
        err.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), step));
    }

    /** A line of the conversation or of the report. */
    synchronized void say(String line) {
        movingLines = 0;
        out.println(line);
    }

    /** Asks the user for a line; nothing at the end of the input. */
    Optional<String> prompt(String text) throws IOException {
        out.print(text);
        out.flush();
        return Optional.ofNullable(in.readLine());
    }

    /** Shows the first lines of a chart in the place of those shown before. */
    synchronized void move(ChartView chart, String headline) {
        StringBuilder text = new StringBuilder();
        if (movingLines > 0) {
            text.append(ESCAPE).append(movingLines).append('A');
        }
        appendLine(text, headline);
        for (ChartEntry line : chart.lines()) {
            appendLine(text, lineOf(line));
        }
        movingLines = 1 + chart.lines().size();
        out.print(text);
        out.flush();
    }

    private static void appendLine(StringBuilder text, String line) {
        text.append(ESCAPE).append("2K").append(line).append('\n');
    }

    private static String lineOf(ChartEntry line) {
        String title = line.song().title();
        int codePoints = title.codePointCount(0, title.length());
        String shown = codePoints <= TITLE_WIDTH
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE_WIDTH - 1)) + "…";
        String padding = " ".repeat(TITLE_WIDTH - Math.min(codePoints, TITLE_WIDTH));
        return String.format(Locale.ROOT, "%5d  %s%s %8d", line.rank(), shown, padding, line.votes());
    }
}
