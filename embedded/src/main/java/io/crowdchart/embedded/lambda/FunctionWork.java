package io.crowdchart.embedded.lambda;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** What a function has to do, and what it has said of it. Safe for use by many threads. */
final class FunctionWork {

    private final Clock clock;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Instant> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<Instant> restore = new CompletableFuture<>();
    private final CompletableFuture<String> startFault = new CompletableFuture<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    FunctionWork(Clock clock) {
        this.clock = clock;
    }

    /** An event on its way through the function. */
    record Invocation(String id, String event, Instant deadline, CompletableFuture<Outcome> outcome) {}

    CompletableFuture<Outcome> add(String event, Duration within) {
        var invocation = new Invocation(
                UUID.randomUUID().toString(), event, clock.instant().plus(within), new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.outcome();
    }

    /** The next event; waits for it. */
    Invocation next() throws InterruptedException {
        Invocation next = waiting.take();
        running.put(next.id(), next);
        return next;
    }

    /** Whether the function has an event that it has not ended, or a restore to wait for. */
    boolean isBusy() {
        return !running.isEmpty() || (checkpoint.isDone() && !restore.isDone());
    }

    /** Ends a running event; nothing if there is no such one. */
    Optional<Invocation> end(String id) {
        return Optional.ofNullable(running.remove(id));
    }

    /** The function waits to be restored; false if it has done so before. */
    boolean reachCheckpoint() {
        return checkpoint.complete(clock.instant());
    }

    CompletableFuture<Instant> checkpoint() {
        return checkpoint;
    }

    void restore() {
        restore.complete(clock.instant());
    }

    CompletableFuture<Instant> restored() {
        return restore;
    }

    void failAtStart(String fault) {
        startFault.complete(fault);
    }

    CompletableFuture<String> startFault() {
        return startFault;
    }

    void refuse(String call) {
        refused.add(call);
    }

    List<String> refused() {
        return List.copyOf(refused);
    }
}
