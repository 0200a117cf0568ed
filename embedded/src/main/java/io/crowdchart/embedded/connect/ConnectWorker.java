package io.crowdchart.embedded.connect;

import java.net.URI;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.connect.cli.ConnectDistributed;
import org.apache.kafka.connect.runtime.Connect;

/**
 * One Kafka Connect worker in this JVM, with its REST interface on a free port of 127.0.0.1. Safe for use by many threads.
 *
 * <p>Whoever starts it stops it, also when the JVM ends: Connect's own hook would stop it beside {@link #close}, which then
 * would not wait.
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
        Exit.setShutdownHookAdder((name, hook) -> {});
        try {
            return new ConnectWorker(new ConnectDistributed().startConnect(settings.toProperties()));
        } finally {
            // Connect leaves its plugin class loader on the thread that starts it.
            thread.setContextClassLoader(before);
            Exit.resetShutdownHookAdder();
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
