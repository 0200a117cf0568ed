package io.crowdchart.embedded.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * The two ports of a broker on 127.0.0.1.
 *
 * @param clients for producers, consumers and administration
 * @param controller for the broker itself
 */
public record BrokerPorts(int clients, int controller) {

    public BrokerPorts {
        requirePort("clients", clients);
        requirePort("controller", controller);
        if (clients == controller) {
            throw new IllegalArgumentException("a broker needs two different ports, was twice " + clients);
        }
    }

    private static void requirePort(String name, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port '" + name + "' is 1 to 65535, was " + port);
        }
    }

    /** Two ports that nobody listens on now. */
    public static BrokerPorts free() {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        // Both are held at once, so that they differ.
        try (ServerSocket clients = new ServerSocket(0, 1, loopback);
                ServerSocket controller = new ServerSocket(0, 1, loopback)) {
            return new BrokerPorts(clients.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on " + loopback, e);
        }
    }
}
