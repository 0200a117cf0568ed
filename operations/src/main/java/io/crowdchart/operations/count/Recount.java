package io.crowdchart.operations.count;

import io.crowdchart.model.song.SongKey;
import io.crowdchart.model.topic.Column;
import io.crowdchart.operations.command.Counted;
import io.crowdchart.operations.count.Posts.Vote;
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

    private final Posts posts = new Posts();
    private final Numbered<String> voters = new Numbered<>();
    private final LineNumbers lines = new LineNumbers();
    private final LongTable ballots = new LongTable();
    private final PastVotes past = new PastVotes();
    private final Map<String, Title> titles = new HashMap<>();
    private int[] votes = new int[1 << 10];
    private long voting;
    private long unreadable;
    private boolean remembers;
    private long now;

    /** Whether it leads back to its song is found out once: it costs more than the rest of a record. */
    private record Title(String text, boolean leadsBack) {
        static Title of(String text, String song) {
            return new Title(text, SongKey.of(text).equals(song));
        }
    }

    /** Is shown lines, and the votes that they have or had. */
    public interface LineVisitor {
        void visit(Line line, VoteRange votes);
    }

    /** Takes the next record of a partition in. */
    public void add(int partition, byte @Nullable [] key, byte @Nullable [] value) {
        Optional<JsonColumns> columns = value == null ? Optional.empty() : JsonColumns.read(value);
        columns.ifPresent(this::title);
        if (key == null) {
            // No row without a key.
            return;
        }
        int post = posts.numberOf(partition, key);
        Vote before = posts.vote(post);
        if (value == null || columns.isPresent()) {
            replace(post, before, columns.flatMap(this::vote).orElse(Vote.NONE));
        } else if (before.equals(Vote.UNKNOWN)) {
            // Whatever the post said before stays; Kafka may have dropped it since.
            replace(post, before, Vote.UNREADABLE);
        }
    }

    /**
     * From here on the votes that lines had are kept, for {@link #recent}; those that were over before a moment are
     * forgotten.
     *
     * @param moment what is added from here on is added at this moment; of any clock that does not go back
     * @param oldest the moment up to which everything is forgotten
     */
    public void remember(long moment, long oldest) {
        remembers = true;
        now = moment;
        past.forgetBefore(oldest);
    }

    /** The number of posts that vote. */
    public long posts() {
        return voting;
    }

    /**
     * The number of posts of which there is nothing but what cannot be read: KSQL may have read a vote of theirs that Kafka
     * has dropped since.
     */
    public long unreadable() {
        return unreadable;
    }

    /** What {@link #unreadable} posts mean for a comparison; nothing if there are none. */
    public Optional<String> unreadableInWords() {
        return unreadable == 0
                ? Optional.empty()
                : Optional.of(Counted.of(unreadable, "post") + " can no longer be read; differences of up to "
                        + Counted.of(unreadable, "vote") + " may come from them");
    }

    /** Whether a vote for this line was ever seen. */
    public boolean knows(Line line) {
        return lines.findNumberOf(line) >= 0;
    }

    /** The votes of a line; 0 if nobody votes for it. */
    public long votes(Line line) {
        int number = lines.findNumberOf(line);
        return number < 0 ? 0 : votesAt(number);
    }

    /** The votes that a line has, or had and are not forgotten. */
    public VoteRange recent(Line line) {
        int number = lines.findNumberOf(line);
        return number < 0 ? VoteRange.NONE : past.range(number, votesAt(number));
    }

    /** Shows every line that was ever voted for, with its {@link #recent} votes. */
    public void forEach(LineVisitor visitor) {
        for (int number = 0; number < lines.size(); number++) {
            visitor.visit(lines.at(number), past.range(number, votesAt(number)));
        }
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

    private void replace(int post, Vote before, Vote after) {
        posts.set(post, after);
        voting += (after.isVote() ? 1 : 0) - (before.isVote() ? 1 : 0);
        unreadable += (after.equals(Vote.UNREADABLE) ? 1 : 0) - (before.equals(Vote.UNREADABLE) ? 1 : 0);
        change(before, -1);
        change(after, 1);
    }

    private void change(Vote vote, int by) {
        if (vote.isVote()) {
            change(vote.allTime(), vote.voter(), by);
            change(vote.daily(), vote.voter(), by);
            change(vote.hourly(), vote.voter(), by);
        }
    }

    private void change(int line, int voter, int by) {
        if (line == NOWHERE) {
            return;
        }
        int after = ballots.add(((long) line << Integer.SIZE) | voter, by);
        if (after - by == 0 || after == 0) {
            if (line >= votes.length) {
                votes = Arrays.copyOf(votes, Math.max(votes.length + votes.length / 2, line + 1));
            }
            if (remembers) {
                past.note(line, votes[line], now);
            }
            votes[line] += by;
        }
    }

    private int votesAt(int number) {
        return number < votes.length ? votes[number] : 0;
    }
}
