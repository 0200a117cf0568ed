package io.crowdchart.model.vote;

import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts votes by brute force: it keeps every vote and recounts on demand. The truth that the pipeline is compared with, in
 * tests, by the feed generator and by audits; nothing in the pipeline itself uses it.
 *
 * <p>Not safe for use by many threads.
 */
public final class BallotBox {

    private final Map<String, Vote> votes = new HashMap<>();
    private final Map<String, String> firstTitles = new LinkedHashMap<>();

    /** Casts the vote of a post, or replaces it after an edit. */
    public void cast(String post, Vote vote) {
        votes.put(post, vote);
        firstTitles.putIfAbsent(vote.song().key(), vote.song().title());
    }

    /** Takes the vote of a post back; unknown posts are ignored. */
    public void retract(String post) {
        votes.remove(post);
    }

    /** The number of posts that vote. */
    public int posts() {
        return votes.size();
    }

    /** The songs of one chart with their votes, one a voter, in chart order. Empty if nobody voted in that window. */
    public List<SongVotes> count(ChartWindow window) {
        Map<String, Set<String>> voters = new HashMap<>();
        for (Vote vote : votes.values()) {
            if (vote.windows().contains(window)) {
                voters.computeIfAbsent(vote.song().key(), song -> new HashSet<>())
                        .add(vote.voter());
            }
        }
        return voters.entrySet().stream()
                .map(entry -> new SongVotes(
                        new Song(entry.getKey(), titleOf(entry.getKey())),
                        entry.getValue().size()))
                .sorted(SongVotes.CHART_ORDER)
                .toList();
    }

    /** How many people vote for a song, by its key, in the all-time chart. */
    public long voters(String song) {
        return votes.values().stream()
                .filter(vote -> vote.song().key().equals(song))
                .map(Vote::voter)
                .distinct()
                .count();
    }

    private String titleOf(String song) {
        @Nullable String title = firstTitles.get(song);
        return title == null ? song : title;
    }
}
