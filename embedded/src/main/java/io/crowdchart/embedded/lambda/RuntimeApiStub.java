package io.crowdchart.embedded.lambda;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Runtime API of Lambda (2018-06-01) for one function, on a free port of 127.0.0.1. Safe for use by many threads.
 *
 * <p>It serves what is documented: {@code /invocation/next}, {@code /invocation/ID/response} and {@code …/error}, {@code
 * /init/error}, {@code /restore/next}, {@code /restore/error}. What it does not know, and what comes out of turn, is refused
 * and noted, see {@link #refused}.
 */
public final class RuntimeApiStub implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(RuntimeApiStub::newThread);
    private final FunctionWork work;

    private RuntimeApiStub(HttpServer server, Clock clock) {
        this.server = server;
        this.work = new FunctionWork(clock);
        server.createContext("/", new RuntimeApiCalls(work));
        server.setExecutor(threads);
    }

    /** Starts one. */
    public static RuntimeApiStub start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var stub = new RuntimeApiStub(HttpServer.create(address, 0), Clock.systemUTC());
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException("127.0.0.1 has no free port", e);
        }
    }

    /** What a function finds in {@code AWS_LAMBDA_RUNTIME_API}: host and port. */
    public String endpoint() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * Gives the function an event, as soon as it asks for one, and waits for what it makes of it.
     *
     * @param event JSON
     * @param within how long the function may take, its start included; its own deadline is then too
     * @throws FunctionFaultException if it reports that it could not be made or restored
     * @throws IllegalStateException if nothing comes in time
     */
    public Outcome invoke(String event, Duration within) {
        return await(work.add(event, within), within, "an answer");
    }

    /**
     * Waits until the function is ready for a snapshot: its hooks before the checkpoint have run, and it waits to be restored.
     *
     * @throws FunctionFaultException if it reports that it could not be made
     * @throws IllegalStateException if that does not happen in time
     */
    public void awaitCheckpoint(Duration within) {
        await(work.checkpoint(), within, "a checkpoint");
    }

    /** Lets a function that waits for it go on, as if it had been restored from its snapshot. */
    public void restore() {
        work.restore();
    }

    /** What the stub has refused so far: method, path, and why. */
    public List<String> refused() {
        return work.refused();
    }

    private <T> T await(CompletableFuture<T> wanted, Duration within, String what) {
        try {
            // A function that has failed at its start answers nothing any more.
            CompletableFuture.anyOf(wanted, work.startFault()).get(within.toMillis(), TimeUnit.MILLISECONDS);
            if (!wanted.isDone()) {
                throw new FunctionFaultException(work.startFault().join());
            }
            return wanted.join();
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the function gave no sign of " + what + " within " + within + "; refused: " + refused(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing that is waited for here fails", e.getCause());
        }
    }

    private static Thread newThread(Runnable task) {
        var thread = new Thread(task, "runtime-api");
        thread.setDaemon(true);
        return thread;
    }

    /** Answers nobody any more; a function that waits loses its connection. */
    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
