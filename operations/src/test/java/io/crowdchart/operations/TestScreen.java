package io.crowdchart.operations;

import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the command in this process, and keeps what it says. */
public final class TestScreen {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Surroundings surroundings;
    private int status = -1;

    private TestScreen(Reader typed, boolean terminal) {
        Screen screen = new Screen(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new BufferedReader(typed),
                terminal);
        this.surroundings = new Surroundings(screen, Clock.systemUTC(), Map.of());
    }

    /** Surroundings in which nobody looks at what is said. */
    static Surroundings surroundings() {
        return new TestScreen(new StringReader(""), false).surroundings;
    }

    /** Runs the command, with nobody at the other end. */
    public static TestScreen run(String... args) {
        return new TestScreen(new StringReader(""), false).execute(args);
    }

    /** Runs the command at a terminal where somebody types. */
    public static TestScreen runAndType(String typed, String... args) {
        return new TestScreen(new StringReader(typed), true).execute(args);
    }

    /** Runs the command at a terminal where somebody does something before an answer. */
    public static TestScreen runAndAnswer(Supplier<String> answer, String... args) {
        var typed = new Reader() {
            private @Nullable StringReader text;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                if (text == null) {
                    text = new StringReader(answer.get());
                }
                return text.read(buffer, offset, length);
            }

            @Override
            public void close() {}
        };
        return new TestScreen(typed, true).execute(args);
    }

    private TestScreen execute(String... args) {
        status = ChartCommand.run(surroundings, args);
        return this;
    }

    public int status() {
        return status;
    }

    /** The lines of the result. */
    public List<String> out() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The lines on standard error. */
    public List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public String toString() {
        return "status " + status + ", out " + out() + ", err " + err();
    }
}
