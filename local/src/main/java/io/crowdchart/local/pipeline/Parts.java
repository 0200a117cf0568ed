package io.crowdchart.local.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts that run, closed once, in the opposite order of their start. A part that cannot be closed does not keep the others
 * from it. Safe for use by many threads.
 */
public final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private volatile boolean closed;

    /** Parts that a signal to the JVM closes, too. */
    public static Parts closedAtExit() {
        Parts parts = new Parts();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop"));
        return parts;
    }

    /** Adds a part; one that comes too late, because the others were closed meanwhile, is closed at once. */
    public synchronized <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        if (closed) {
            close();
        }
        return part;
    }

    /** Whether they are being closed, or were. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                Logger logger = LoggerFactory.getLogger(Parts.class);
                logger.warn("{} did not stop in order", part.getClass().getSimpleName(), e);
            }
        }
    }
}
