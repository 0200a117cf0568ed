package io.crowdchart.operations.count;

import io.crowdchart.model.song.SongKey;
import io.crowdchart.model.topic.Column;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts votes by brute force from the records of the {@code votes} topic: a post's last readable value is its vote, a voter
 * counts once a line. Not safe for use by many threads.
 */
public final class Recount {

    private static final int NOWHERE = -1;

    private final Map<Integer, Map<String, Vote>> postsByPartition = new HashMap<>();
    private final Numbered<String> voters = new Numbered<>();
    private final Numbered<Line> lines = new Numbered<>();
    private final BallotCounts ballots = new BallotCounts();
    private final Map<String, Title> titles = new HashMap<>();
    private int[] votes = new int[1 << 10];
    private long posts;

    /** Whether it leads back to its song is found out once: it costs more than the rest of a record. */
    private record Title(String text, boolean leadsBack) {
        static Title of(String text, String song) {
            return new Title(text, SongKey.of(text).equals(song));
        }
    }

    /** The numbers of a voter, and of the lines in which the vote counts. */
    private record Vote(int voter, int allTime, int daily, int hourly) {}

    /** Takes the next record of a partition in. */
    public void add(int partition, byte @Nullable [] key, byte @Nullable [] value) {
        Optional<JsonColumns> columns = value == null ? Optional.empty() : JsonColumns.read(value);
        if (value != null && columns.isEmpty()) {
            // Unreadable: whatever the post said before stays.
            return;
        }
        columns.ifPresent(this::title);
        if (key == null) {
            // No row without a key.
            return;
        }
        String post = new String(key, StandardCharsets.UTF_8);
        Map<String, Vote> known = postsByPartition.computeIfAbsent(partition, number -> new HashMap<>());
        @Nullable Vote after = columns.flatMap(this::vote).orElse(null);
        @Nullable Vote before = after == null ? known.remove(post) : known.put(post, after);
        if (before != null) {
            posts--;
            change(before, -1);
        }
        if (after != null) {
            posts++;
            change(after, 1);
        }
    }

    /** The number of posts that vote. */
    public long posts() {
        return posts;
    }

    /** Whether a vote for this line was ever seen. */
    public boolean knows(Line line) {
        return lines.findNumberOf(line) >= 0;
    }

    /** What is counted now. */
    public Count count() {
        return new Count(lines, Arrays.copyOf(votes, lines.size()));
    }

    /** A title of a song: the first one named that leads back to it, else the first one; nothing if none was named. */
    public Optional<String> title(String song) {
        return Optional.ofNullable(titles.get(song)).map(Title::text);
    }

    private void title(JsonColumns columns) {
        Optional<String> song = columns.text(Column.SONG, Column.MAX_SONG);
        Optional<String> title = columns.text(Column.TITLE, Column.MAX_TITLE);
        if (song.isEmpty() || title.isEmpty()) {
            return;
        }
        @Nullable Title known = titles.get(song.get());
        if (known != null && (known.leadsBack() || known.text().equals(title.get()))) {
            return;
        }
        Title named = Title.of(title.get(), song.get());
        if (known == null || named.leadsBack()) {
            titles.put(song.get(), named);
        }
    }

    /** Nothing if it counts nowhere. */
    private Optional<Vote> vote(JsonColumns columns) {
        Optional<String> voter = columns.text(Column.VOTER, Column.MAX_VOTER);
        Optional<String> song = columns.text(Column.SONG, Column.MAX_SONG);
        if (voter.isEmpty() || song.isEmpty()) {
            return Optional.empty();
        }
        Optional<Line> daily = columns.text(Column.DAY, Column.MAX_DAY).map(day -> Line.daily(day, song.get()));
        Optional<Line> hourly = columns.text(Column.HOUR, Column.MAX_HOUR).map(hour -> Line.hourly(hour, song.get()));
        return Optional.of(new Vote(
                voters.numberOf(voter.get()),
                lines.numberOf(Line.allTime(song.get())),
                daily.map(lines::numberOf).orElse(NOWHERE),
                hourly.map(lines::numberOf).orElse(NOWHERE)));
    }

    private void change(Vote vote, int by) {
        change(vote.allTime(), vote.voter(), by);
        change(vote.daily(), vote.voter(), by);
        change(vote.hourly(), vote.voter(), by);
    }

    private void change(int line, int voter, int by) {
        if (line == NOWHERE) {
            return;
        }
        int before = ballots.add(((long) line << 32) | voter, by) - by;
        if (line >= votes.length) {
            votes = Arrays.copyOf(votes, Math.max(2 * votes.length, line + 1));
        }
        if (before == 0 && by > 0) {
            votes[line]++;
        } else if (before + by == 0) {
            votes[line]--;
        }
    }
}
