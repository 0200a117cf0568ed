package io.crowdchart.embedded.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One more port of a broker, for clients that say who they are (SASL/PLAIN). */
record PasswordListener(int port, String user, String password) {

    private static final String NAME = "PASSWORD";

    static PasswordListener onFreePort(String user, String password) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new PasswordListener(socket.getLocalPort(), user, password);
        } catch (IOException e) {
            throw new UncheckedIOException("127.0.0.1 has no free port", e);
        }
    }

    /** The settings of a broker with this port besides. */
    Map<String, String> addedTo(Map<String, String> settings) {
        String sasl = "listener.name." + NAME.toLowerCase(Locale.ROOT) + ".";
        Map<String, String> more = new HashMap<>(settings);
        more.merge("listeners", NAME + "://" + BrokerSettings.HOST + ":" + port, (a, b) -> a + "," + b);
        more.merge("listener.security.protocol.map", NAME + ":SASL_PLAINTEXT", (a, b) -> a + "," + b);
        more.put(sasl + "sasl.enabled.mechanisms", "PLAIN");
        more.put(
                sasl + "plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_" + user + "=\"" + password
                        + "\";");
        return more;
    }
}
