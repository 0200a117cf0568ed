package io.crowdchart.embedded.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Ends processes and removes folders when the JVM is gone, also after {@code kill -9}; or earlier, when it is closed. Safe
 * for use by many threads.
 *
 * <p>It is a shell script in a process of its own, in a session of its own where the system has {@code setsid}. A process
 * is asked to end and, five seconds later, ended; one that got the pid of a guarded process after that one had ended is
 * left alone. Folders go after the processes.
 */
public final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = script();
    private static final long LONGEST_CLEAN_UP_SECONDS = 30;

    private final Process process;
    private final OutputStream orders;

    private Watchdog(Process process) {
        this.process = process;
        this.orders = process.getOutputStream();
    }

    /**
     * Starts one.
     *
     * @throws UncheckedIOException if there is no {@code /bin/sh}
     */
    public static Watchdog start() {
        var builder = new ProcessBuilder(OwnSession.command("/bin/sh", "-c", SCRIPT, "crowd-chart-watchdog"))
                .directory(new File("/"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return new Watchdog(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("the watchdog needs /bin/sh", e);
        }
    }

    /** The pid of its own process. */
    public long pid() {
        return process.pid();
    }

    /** Ends this process with the JVM. */
    public void guardProcess(long pid) {
        if (pid <= 1) {
            throw new IllegalArgumentException("a process to guard has a pid above 1, was " + pid);
        }
        order("process " + pid);
    }

    /** For tests: the identity of a process that had this pid before. */
    void guardProcess(long pid, String identity) {
        order("process " + pid + " " + identity);
    }

    /** Lets this process live, or says that it has ended. */
    public void forgetProcess(long pid) {
        order("forget-process " + pid);
    }

    /**
     * Creates a folder among the temporary ones and removes it with the JVM.
     *
     * @param prefix the beginning of its name
     */
    public Path newFolder(String prefix) {
        try {
            Path folder = Files.createTempDirectory(prefix).toRealPath();
            guardFolder(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder " + prefix + "* could be created", e);
        }
    }

    /**
     * Removes this folder, and what it will hold then, with the JVM.
     *
     * @param folder an absolute path to an empty folder: one that was just created, not one with somebody's files
     * @throws IllegalArgumentException if it is anything else
     */
    public void guardFolder(Path folder) {
        if (!folder.isAbsolute() || !folder.equals(folder.normalize()) || folder.getNameCount() < 2) {
            throw refused(folder, "not an absolute path below a top-level folder");
        }
        if (folder.toString().lines().count() != 1 || folder.toString().contains("\n")) {
            throw refused(folder, "a line break in its name");
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(folder, "no such folder");
        }
        if (!isEmpty(folder)) {
            throw refused(folder, "not empty, so that it is not new");
        }
        order("folder " + folder);
    }

    /** Lets this folder stay, or says that it is gone. */
    public void forgetFolder(Path folder) {
        order("forget-folder " + folder);
    }

    /** Ends the guarded processes, removes the guarded folders and waits until that is done. */
    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(LONGEST_CLEAN_UP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "the watchdog was still busy after " + LONGEST_CLEAN_UP_SECONDS + " seconds");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the watchdog has ended before its time", e);
        } catch (InterruptedException e) {
            // It goes on cleaning up without anybody waiting.
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void order(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the watchdog has ended before its time", e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
        }
    }

    private static IllegalArgumentException refused(Path folder, String reason) {
        return new IllegalArgumentException("the folder '" + folder + "' cannot be guarded: " + reason);
    }

    private static String script() {
        try (InputStream script = Watchdog.class.getResourceAsStream("watchdog.sh")) {
            if (script == null) {
                throw new IllegalStateException("watchdog.sh is missing beside " + Watchdog.class.getName());
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("watchdog.sh cannot be read", e);
        }
    }
}
