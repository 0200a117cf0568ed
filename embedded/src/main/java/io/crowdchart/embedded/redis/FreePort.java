package io.crowdchart.embedded.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1. */
final class FreePort {

    private static final int TRIES = 200;

    private FreePort() {}

    /** A port that is free now; for a cluster node one whose bus port is free too. */
    static int find(boolean cluster) {
        for (int i = 0; i < TRIES; i++) {
            int port = any();
            if (!cluster || isClusterPort(port)) {
                return port;
            }
        }
        throw new RedisStartException("no free port found for redis-server", null);
    }

    static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isClusterPort(int port) {
        return port <= RedisOptions.HIGHEST_CLUSTER_PORT && !isTaken(port + RedisOptions.CLUSTER_BUS_DISTANCE);
    }

    private static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("127.0.0.1 has no free port", e);
        }
    }
}
