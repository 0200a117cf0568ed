package io.crowdchart.connect.chart;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crowdchart.embedded.redis.RedisServer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes two charts and their titles into Redis with plain commands and nothing around them: the least that charts of this
 * size cost there.
 */
final class BareWrite {

    private static final int SONGS_PER_COMMAND = 1_000;
    private static final List<String> KEYS = List.of("bare:all", "bare:day", "bare:titles");

    private BareWrite() {}

    static Duration of(RedisServer redis, int songs) {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < songs; i++) {
            titles.add("song " + i);
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 20);
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            long begun = System.nanoTime();
            int commands = 0;
            for (int from = 0; from < songs; from += SONGS_PER_COMMAND) {
                List<String> some = titles.subList(from, Math.min(songs, from + SONGS_PER_COMMAND));
                for (String key : KEYS) {
                    write(out, key, some, from);
                    commands++;
                }
            }
            out.flush();
            awaitReplies(in, commands);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            out.write(("UNLINK " + String.join(" ", KEYS) + "\r\n").getBytes(UTF_8));
            out.flush();
            awaitReplies(in, 1);
            return took;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, String key, List<String> songs, int from) throws IOException {
        boolean isChart = !key.endsWith("titles");
        out.write(("*" + (2 + 2 * songs.size()) + "\r\n").getBytes(UTF_8));
        argument(out, isChart ? "ZADD" : "HSET");
        argument(out, key);
        for (int i = 0; i < songs.size(); i++) {
            argument(out, isChart ? Integer.toString(-(from + i)) : songs.get(i));
            argument(out, songs.get(i));
        }
    }

    private static void argument(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(("$" + bytes.length + "\r\n").getBytes(UTF_8));
        out.write(bytes);
        out.write('\r');
        out.write('\n');
    }

    /** Each is one line: a number. */
    private static void awaitReplies(InputStream in, int count) throws IOException {
        for (int lines = 0; lines < count; ) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Redis hung up");
            }
            if (next == '-') {
                throw new IOException("Redis refused a bare write");
            }
            if (next == '\n') {
                lines++;
            }
        }
    }
}
