package io.crowdchart.local.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.local.feed.FeedEvent;
import io.crowdchart.local.feed.Recount;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.vote.Reading;
import io.crowdchart.model.vote.VoteParser;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the charts must be after the events that were played so far, counted past the pipeline. One thread at a time. */
final class Truth {

    /** Half a pair of surrogates has no form in UTF-8; on the wire it is an escape. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final VoteParser parser = new VoteParser(FaultedMachine.HASHTAG);
    private final Recount recount = new Recount(FaultedMachine.HASHTAG, FaultedMachine.ZONE);
    private final Map<String, Set<String>> spellings = new HashMap<>();
    private final Set<ChartWindow> windows = new HashSet<>(Set.of(ChartWindow.ALL_TIME));
    private long newestTimeMicros;
    private int events;
    private int ownPosts;

    /** Counts an event that the network is about to say. */
    synchronized void add(FeedEvent event) {
        events++;
        newestTimeMicros = Math.max(newestTimeMicros, event.timeMicros());
        recount.add(event);
        Instant seenAt = Instant.EPOCH.plus(event.timeMicros(), ChronoUnit.MICROS);
        windows.add(ChartWindow.Day.at(seenAt, FaultedMachine.ZONE));
        windows.add(ChartWindow.Hour.at(seenAt, FaultedMachine.ZONE));
        event.post().ifPresent(post -> {
            if (parser.parse(post.text(), post.tags()) instanceof Reading.VoteFor vote) {
                spellings
                        .computeIfAbsent(vote.song().key(), song -> new HashSet<>())
                        .add(vote.song().title());
            }
        });
    }

    /** A post of our own, as new as the newest event. It is counted only when it is {@link #add added}. */
    synchronized FeedEvent newPost(String text) {
        String did = "did:plc:zz" + "own".repeat(7) + "z";
        String rkey = "own%010d".formatted(ownPosts++);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("did", did).put("time_us", newestTimeMicros).put("kind", "commit");
        event.putObject("commit")
                .put("rev", rkey)
                .put("operation", "create")
                .put("collection", FeedEvent.POSTS)
                .put("rkey", rkey)
                .put("cid", "bafyrei" + rkey)
                .putObject("record")
                .put("$type", FeedEvent.POSTS)
                .put("createdAt", "2026-01-01T00:00:00Z")
                .put("text", text);
        return FeedEvent.read(written(event));
    }

    private static String written(ObjectNode event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    synchronized int events() {
        return events;
    }

    synchronized long newestTimeMicros() {
        return newestTimeMicros;
    }

    /** All windows in which something happened, by name. */
    synchronized Map<String, ChartWindow> windows() {
        Map<String, ChartWindow> named = new TreeMap<>();
        windows.forEach(window -> named.put(window.name(), window));
        return named;
    }

    /** The votes by song in a chart. */
    synchronized Map<String, Long> votes(ChartWindow window) {
        Map<String, Long> votes = new TreeMap<>();
        recount.votes().count(window).forEach(line -> votes.put(line.song().key(), line.votes()));
        return votes;
    }

    /** How people have written a song. Which of several was the first is not certain: the network may change their order. */
    synchronized Set<String> spellings(String song) {
        return new TreeSet<>(Optional.ofNullable(spellings.get(song)).orElse(Set.of()));
    }
}
