package io.crowdchart.embedded.process;

import java.util.ArrayList;
import java.util.List;

/** Commands in a session of their own, out of reach of the Ctrl-C that ends the JVM, which may need them until its end. */
public final class OwnSession {

    /** A child of the JVM leads no process group, so that setsid does not fork and the pid stays the same. */
    private static final String RUN = "command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\"";

    private static final String RUN_ON_GO = "read -r go && [ \"$go\" = go ] || exit 1; " + RUN;

    private OwnSession() {}

    /** The command that runs this one in a session of its own, where the system has {@code setsid}. */
    public static List<String> command(String... command) {
        return wrapped(RUN, command);
    }

    /**
     * The same, but the command starts only after the line {@code go} on its standard input, so that somebody can get to
     * know its pid first. If the input ends before, it never starts.
     */
    public static List<String> commandOnGo(String... command) {
        return wrapped(RUN_ON_GO, command);
    }

    private static List<String> wrapped(String script, String... command) {
        List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        wrapped.addAll(List.of(command));
        return List.copyOf(wrapped);
    }
}
