package io.crowdchart.local.feed;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A feed that is known from its first event to its last.
 *
 * @param name what to call it when speaking with people
 * @param events its events, in order
 */
public record Feed(String name, List<FeedEvent> events) {

    public Feed {
        if (events.isEmpty()) {
            throw new FeedException(name + ": expected at least one event");
        }
        events = List.copyOf(events);
    }

    /**
     * Reads a feed from a file of JSON lines; blank lines are passed over.
     *
     * @throws FeedException if the file cannot be read or a line is no event; the message names file and line
     */
    public static Feed read(Path file) {
        List<FeedEvent> events = new ArrayList<>();
        List<String> lines = linesOf(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                events.add(eventAt(file, number, line));
            }
        }
        return new Feed(file.toString(), events);
    }

    private static FeedEvent eventAt(Path file, int number, String line) {
        try {
            return FeedEvent.read(line);
        } catch (FeedException e) {
            throw new FeedException(file + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    private static List<String> linesOf(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new FeedException(file + ": expected a file with a feed, there is none");
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (MalformedInputException e) {
            throw new FeedException(file + ": expected UTF-8", e);
        } catch (IOException e) {
            throw new FeedException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** The time of the last event, in microseconds since 1970. */
    public long lastTimeMicros() {
        return events.stream().mapToLong(FeedEvent::timeMicros).max().orElseThrow();
    }

    /** Tells feeds apart: a hash of all lines. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (FeedEvent event : events) {
                digest.update(event.line().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
