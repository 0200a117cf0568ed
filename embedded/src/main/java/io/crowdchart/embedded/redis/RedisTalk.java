package io.crowdchart.embedded.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The few words that starting a server takes, on a socket of its own. */
final class RedisTalk implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 2_000;

    private final Socket socket = new Socket();
    private final InputStream replies;

    RedisTalk(int port, Optional<String> password) throws IOException {
        try {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            replies = new BufferedInputStream(socket.getInputStream());
            if (password.isPresent()) {
                say("AUTH", password.get());
            }
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a command; gives a simple, error or bulk reply as text, an error with its leading minus. */
    String say(String... words) throws IOException {
        var message = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            message.append('$').append(word.getBytes(StandardCharsets.UTF_8).length);
            message.append("\r\n").append(word).append("\r\n");
        }
        socket.getOutputStream().write(message.toString().getBytes(StandardCharsets.UTF_8));
        String reply = line();
        if (!reply.startsWith("$")) {
            return reply;
        }
        byte[] bulk = replies.readNBytes(Integer.parseInt(reply.substring(1)));
        line();
        return new String(bulk, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = replies.read(); next != '\n'; next = replies.read()) {
            if (next < 0) {
                throw new EOFException("redis-server closed the connection");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
