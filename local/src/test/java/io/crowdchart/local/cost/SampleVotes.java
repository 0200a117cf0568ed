package io.crowdchart.local.cost;

import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.SongKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

/** Votes of some days: real titles, few of them favourites of many, a crowd in which everybody votes a few times. */
final class SampleVotes {

    /** How many votes a person gives in all, on average. */
    private static final int VOTES_A_PERSON = 5;

    private final Map<ChartWindow, Map<String, Set<Integer>>> voters = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final List<String> posts = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    SampleVotes(long seed, int days, int votesADay) {
        Random random = new Random(seed);
        List<String> songs = new ArrayList<>(RealTitles.all());
        Collections.shuffle(songs, random);
        Instant first = Instant.parse("2027-01-01T00:00:00Z");
        for (int vote = 0; vote < days * votesADay; vote++) {
            Instant time = first.plus(Duration.ofDays(1).multipliedBy(vote).dividedBy(votesADay));
            add(
                    random.nextInt(days * votesADay / VOTES_A_PERSON),
                    songs.get((int) (songs.size() * Math.pow(random.nextDouble(), 3))),
                    time,
                    vote);
        }
    }

    private void add(int voter, String title, Instant time, int vote) {
        String song = SongKey.of(title);
        ChartWindow.Day day = ChartWindow.Day.at(time, ZoneOffset.UTC);
        ChartWindow.Hour hour = ChartWindow.Hour.at(time, ZoneOffset.UTC);
        for (ChartWindow window : List.of(ChartWindow.ALL_TIME, day, hour)) {
            voters.computeIfAbsent(window, any -> new HashMap<>())
                    .computeIfAbsent(song, any -> new HashSet<>())
                    .add(voter);
        }
        titles.putIfAbsent(song, title);
        posts.add("bluesky:" + hash("post " + vote));
        rows.add("{\"VOTER\":\"%s\",\"SONG\":\"%s\",\"TITLE\":\"%s\",\"DAY\":\"%s\",\"HOUR\":\"%s\"}"
                .formatted(hash("voter " + voter), escaped(song), escaped(title), day.name(), hour.name()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String hash(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void forEach(BiConsumer<String, String> use) {
        for (int i = 0; i < posts.size(); i++) {
            use.accept(posts.get(i), rows.get(i));
        }
    }

    long count() {
        return posts.size();
    }

    /** The votes of the all-time chart together. */
    long ballots() {
        return voters.getOrDefault(ChartWindow.ALL_TIME, Map.of()).values().stream()
                .mapToLong(Set::size)
                .sum();
    }

    Map<ChartWindow, Map<String, Long>> charts() {
        Map<ChartWindow, Map<String, Long>> charts = new HashMap<>();
        voters.forEach((window, songs) -> songs.forEach((song, people) ->
                charts.computeIfAbsent(window, any -> new HashMap<>()).put(song, (long) people.size())));
        return charts;
    }

    Map<String, String> titles() {
        return Map.copyOf(titles);
    }
}
