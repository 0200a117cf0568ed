package io.crowdchart.connect.jetstream;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection to one of several hosts: makes it, watches it, and after a failure goes on with the next host, after a
 * pause that grows. No trouble of the network ever reaches the caller.
 *
 * <p>Used by the task's thread; only {@link #close()} may come from another.
 */
final class JetstreamClient implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(JetstreamClient.class);

    /** What a client needs to know. */
    record Settings(
            List<URI> hosts,
            WantedCollections collections,
            Duration connectTimeout,
            Duration silence,
            Link.Limits limits,
            String userAgent) {}

    private final Settings settings;
    private final HttpClient http;
    private final Supplier<OptionalLong> cursor;
    private final Backoff backoff;
    private final Times times;
    private final SourceCounts counts;

    private int connections;
    private int host;
    private long retryAtNanos;
    private long heardAtNanos;
    private boolean outage;
    private long outageSinceNanos;
    private volatile @Nullable Link link;
    private volatile boolean closed;

    JetstreamClient(
            Settings settings,
            HttpClient http,
            Supplier<OptionalLong> cursor,
            Backoff backoff,
            Times times,
            SourceCounts counts) {
        this.settings = settings;
        this.http = http;
        this.cursor = cursor;
        this.backoff = backoff;
        this.times = times;
        this.counts = counts;
        this.retryAtNanos = times.nanos();
    }

    /** Counts up with every connection that is begun; 0 before the first. */
    int connection() {
        return connections;
    }

    /**
     * The messages that have come; if none has, waits for one, but not longer than told. Empty while there is trouble.
     * {@link #heard} or {@link #heardNothing} comes next.
     */
    List<String> receive(int max, Duration wait) throws InterruptedException {
        Link current = link;
        if (current == null) {
            current = connectOrPause(wait);
        }
        return current == null ? List.of() : current.take(max, wait);
    }

    /** Among the messages was an event that can be used: the connection is a good one. */
    void heard() {
        heardAtNanos = times.nanos();
        if (outage) {
            outage = false;
            LOGGER.info(
                    "Jetstream is back at {} after {} ms",
                    settings.hosts().get(host),
                    TimeUnit.NANOSECONDS.toMillis(heardAtNanos - outageSinceNanos));
        }
        backoff.reset();
        counts.connected(true);
    }

    /** Among the messages was none that can be used: looks whether the connection still is one. */
    void heardNothing() {
        Link current = link;
        if (current == null) {
            return;
        }
        Optional<String> end = current.endOfMessages();
        if (end.isPresent()) {
            lost(current, end.get());
        } else if (times.nanos() - heardAtNanos > settings.silence().toNanos()) {
            lost(current, "no event for " + settings.silence().toMillis() + " ms");
        }
    }

    private synchronized @Nullable Link connectOrPause(Duration wait) throws InterruptedException {
        long pause = Math.min(wait.toNanos(), retryAtNanos - times.nanos());
        if (pause > 0 && !closed) {
            TimeUnit.NANOSECONDS.timedWait(this, pause);
        }
        if (closed || retryAtNanos - times.nanos() > 0) {
            return null;
        }
        Link made = connect();
        link = made;
        return made;
    }

    private Link connect() {
        URI uri = subscription(settings.hosts().get(host), cursor.get());
        LOGGER.debug("Connecting to {}", uri);
        connections++;
        counts.connects.increment();
        heardAtNanos = times.nanos();
        var made = new Link(settings.limits(), counts);
        http.newWebSocketBuilder()
                .connectTimeout(settings.connectTimeout())
                .header("User-Agent", settings.userAgent())
                .buildAsync(uri, made)
                .whenComplete((socket, failure) -> {
                    if (failure != null) {
                        made.end(reason(failure));
                    }
                });
        return made;
    }

    private URI subscription(URI endpoint, OptionalLong from) {
        Stream<String> wanted = settings.collections().names().stream()
                .map(name -> "wantedCollections=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        Stream<String> start = from.stream().mapToObj(timeUs -> "cursor=" + timeUs);
        return URI.create(endpoint + "?" + Stream.concat(wanted, start).collect(Collectors.joining("&")));
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof WebSocketHandshakeException refused
                ? "refused with status " + refused.getResponse().statusCode()
                : cause.toString();
    }

    private void lost(Link current, String reason) {
        current.end(reason);
        link = null;
        counts.connected(false);
        if (closed) {
            return;
        }
        Duration pause = backoff.next();
        retryAtNanos = times.nanos() + pause.toNanos();
        if (outage) {
            LOGGER.debug("{}: {}; next attempt in {}", settings.hosts().get(host), reason, pause);
        } else {
            outage = true;
            outageSinceNanos = times.nanos();
            LOGGER.warn(
                    "No posts from Jetstream at {}: {}; trying {} host(s) until one answers",
                    settings.hosts().get(host),
                    reason,
                    settings.hosts().size());
        }
        counts.losses.increment();
        host = (host + 1) % settings.hosts().size();
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            notifyAll();
            Link current = link;
            if (current != null) {
                current.end("stopped");
            }
        }
    }
}
