package io.crowdchart.connect.jetstream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Events on the wire. */
final class TestEvents {

    static final long START_US = 1_779_719_000_000_000L;

    private TestEvents() {}

    static long at(long millis) {
        return START_US + millis * 1_000;
    }

    static String created(int number, long timeUs) {
        return created(number, timeUs, "#KafkaSummit [Song " + number + "]");
    }

    static String created(int number, long timeUs, String text) {
        return "{\"did\":\"did:plc:u" + number + "\",\"time_us\":" + timeUs
                + ",\"kind\":\"commit\",\"commit\":{\"rev\":\"r\",\"operation\":\"create\",\"collection\":"
                + "\"app.bsky.feed.post\",\"rkey\":\"k" + number + "\",\"record\":{\"text\":\"" + text
                + "\"},\"cid\":\"c\"}}";
    }

    static String id(int number) {
        return "at://did:plc:u" + number + "/app.bsky.feed.post/k" + number;
    }

    static String account(long timeUs) {
        return "{\"did\":\"did:plc:a\",\"time_us\":" + timeUs
                + ",\"kind\":\"account\",\"account\":{\"active\":true,\"did\":\"did:plc:a\",\"seq\":1,\"time\":\"t\"}}";
    }

    static List<String> envelopes() {
        return lines(resource("jetstream-v1-envelopes.jsonl"));
    }

    static List<String> feed() {
        try {
            return lines(new GZIPInputStream(resource("kafkasummit.jsonl.gz")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(TestEvents.class.getResourceAsStream("/io/crowdchart/connect/" + name), name);
    }

    private static List<String> lines(InputStream in) {
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
