package io.crowdchart.embedded.connect;

import java.net.URI;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;

/**
 * One Kafka Connect worker in this JVM, with its REST interface on a free port of 127.0.0.1. Safe for use by many threads.
 *
 * <p>Connect also stops itself when the JVM ends; that and {@link #close} do not disturb each other.
 */
public final class ConnectWorker implements AutoCloseable {

    private final Connect<?> connect;
    private final ConnectRest rest;

    private ConnectWorker(Connect<?> connect) {
        this.connect = connect;
        this.rest = new ConnectRest(connect.rest().advertisedUrl());
    }

    /**
     * Starts a worker. Its REST interface listens when this returns; it refuses work until it has joined its group, which
     * {@link ConnectRest#put} waits for.
     */
    public static ConnectWorker start(WorkerSettings settings) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            return new ConnectWorker(new ConnectDistributed().startConnect(settings.toProperties()));
        } finally {
            // Connect leaves its plugin class loader on the thread that starts it.
            thread.setContextClassLoader(before);
        }
    }

    /** Its REST interface. */
    public ConnectRest rest() {
        return rest;
    }

    /** The address of its REST interface. */
    public URI url() {
        return rest.url();
    }

    /** Stops its connectors and then itself, and waits until it is down. Harmless if called again. */
    @Override
    public void close() {
        connect.stop();
        connect.awaitStop();
    }
}
