package io.crowdchart.embedded.redis;

import io.crowdchart.embedded.process.OwnSession;
import io.crowdchart.embedded.process.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A redis-server on 127.0.0.1. One thread at a time.
 *
 * <p>It starts ready for use, and can be stopped, killed, started again on the same port, and paused. It ends when it is
 * closed, and when the JVM ends in whichever way.
 */
public final class RedisServer implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final long STOP_SECONDS = 20;
    private static final int PORTS_TO_TRY = 5;

    private final RedisOptions options;
    private final Watchdog watchdog;
    private final boolean ownWatchdog;
    private final RedisFiles files;
    private final String command;
    private int port;
    private @Nullable Process process;

    private RedisServer(RedisOptions options, Watchdog watchdog, boolean ownWatchdog) {
        this.options = options;
        this.watchdog = watchdog;
        this.ownWatchdog = ownWatchdog;
        this.files = new RedisFiles(watchdog.newFolder("crowd-chart-redis-"), options);
        this.command = files.command();
        this.port = options.port();
    }

    /** Starts a server with a watchdog of its own. Otherwise like {@link #start(RedisOptions, Watchdog)}. */
    public static RedisServer start(RedisOptions options) {
        Watchdog watchdog = Watchdog.start();
        try {
            return started(options, watchdog, true);
        } catch (RuntimeException e) {
            watchdog.close();
            throw e;
        }
    }

    /**
     * Starts a server and waits until it answers.
     *
     * @param watchdog stays open for others when the server is closed
     * @throws RedisMissingException if there is no redis-server that runs here
     * @throws RedisStartException if it does not start, for instance because its port is in use
     */
    public static RedisServer start(RedisOptions options, Watchdog watchdog) {
        return started(options, watchdog, false);
    }

    private static RedisServer started(RedisOptions options, Watchdog watchdog, boolean ownWatchdog) {
        var server = new RedisServer(options, watchdog, ownWatchdog);
        server.startOnSomePort();
        return server;
    }

    /** Always 127.0.0.1. */
    public String host() {
        return "127.0.0.1";
    }

    /** Its port, the same after a restart. */
    public int port() {
        return port;
    }

    /** The pid of its process; after {@link #stop} or {@link #kill} of the last one. */
    public long pid() {
        return current().pid();
    }

    /** Starts it again after {@link #stop} or {@link #kill}, on the same port; with a data folder, with its data. */
    public void start() {
        if (process != null && process.isAlive()) {
            throw new IllegalStateException("redis-server is running already, pid " + process.pid());
        }
        launch();
        awaitReady();
    }

    /** Ends it in good order: with a data folder nothing is lost. */
    public void stop() {
        Process running = current();
        resume();
        running.destroy();
        awaitEnd(running);
    }

    /** Ends it with {@code kill -9}. */
    public void kill() {
        Process running = current();
        running.destroyForcibly();
        awaitEnd(running);
    }

    /** Stops it from doing anything, while its connections stay open. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on after {@link #pause}. */
    public void resume() {
        signal("CONT");
    }

    /**
     * Says a command and gives the reply as text, an error with its leading minus. For commands with one simple reply, not
     * for lists.
     *
     * @throws UncheckedIOException if there is no answer within a few seconds
     */
    public String command(String... words) {
        try (var talk = new RedisTalk(port, options.password())) {
            return talk.say(words);
        } catch (IOException e) {
            throw new UncheckedIOException("redis-server on port " + port + " did not answer " + words[0], e);
        }
    }

    /** Stops it and removes its temporary files; a data folder stays. */
    @Override
    public void close() {
        if (process != null) {
            stop();
        }
        files.remove();
        watchdog.forgetFolder(files.folder());
        if (ownWatchdog) {
            watchdog.close();
        }
    }

    private void startOnSomePort() {
        boolean anyPort = options.port() == 0;
        for (int attempt = 1; ; attempt++) {
            try {
                if (anyPort) {
                    port = FreePort.find(options.cluster());
                }
                start();
                return;
            } catch (RedisStartException e) {
                // Between finding a free port and using it somebody else may have taken it.
                boolean again = anyPort && attempt < PORTS_TO_TRY && FreePort.isTaken(port);
                if (!again) {
                    close();
                    throw e;
                }
            }
        }
    }

    private void launch() {
        if (FreePort.isTaken(port)) {
            throw new RedisStartException("redis-server cannot start: port " + port + " is in use", null);
        }
        String[] line = {command, files.configuration(port).toString()};
        var builder = new ProcessBuilder(OwnSession.commandOnGo(line))
                .directory(files.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
        try {
            Process started = builder.start();
            process = started;
            // Guarded before it runs: there is no moment in which a dying JVM would leave it behind.
            watchdog.guardProcess(started.pid());
            try (var input = started.getOutputStream()) {
                input.write("go\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new RedisStartException("redis-server cannot be run: " + e.getMessage(), e);
        }
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        while (!isReady()) {
            if (endsWithin(20)) {
                throw new RedisStartException("redis-server ended at its start: " + files.lastLine(), null);
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new RedisStartException(
                        "redis-server on port " + port + " did not answer within " + START_TIMEOUT.toSeconds()
                                + " seconds: " + files.lastLine(),
                        null);
            }
        }
    }

    private boolean isReady() {
        try (var talk = new RedisTalk(port, options.password())) {
            return talk.say("PING").equals("+PONG") && (!options.cluster() || ownsAllSlots(talk));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ownsAllSlots(RedisTalk talk) throws IOException {
        String info = talk.say("CLUSTER", "INFO");
        if (info.contains("cluster_slots_assigned:0")) {
            talk.say(ClusterSlots.addAll());
        }
        return info.contains("cluster_state:ok");
    }

    private boolean endsWithin(long millis) {
        try {
            return current().waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisStartException("interrupted while redis-server was starting", e);
        }
    }

    private void awaitEnd(Process running) {
        try {
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
            watchdog.forgetProcess(running.pid());
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String name) {
        Process running = current();
        if (!running.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(running.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("redis-server cannot be sent SIG" + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process current() {
        if (process == null) {
            throw new IllegalStateException("redis-server was never started");
        }
        return process;
    }
}
