package io.crowdchart.embedded.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of 127.0.0.1. */
final class FreePort {

    private static final int TRIES = 200;

    /**
     * The bus port is 10000 above. Both are below the ports that systems give to clients: a client that calls a dead server
     * often enough would be given the server's own port some day, find itself there, and keep the server from coming back.
     */
    private static final int LOWEST = 10_000;

    private static final int HIGHEST = 22_000;

    private FreePort() {}

    /** A port that is free now; for a cluster node one whose bus port is free too. */
    static int find(boolean cluster) {
        for (int i = 0; i < TRIES; i++) {
            int port = any();
            if (!isTaken(port) && (!cluster || isClusterPort(port))) {
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
        return ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
    }
}
