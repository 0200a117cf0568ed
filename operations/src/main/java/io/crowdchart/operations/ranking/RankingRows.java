package io.crowdchart.operations.ranking;

import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.count.JsonColumns;
import io.crowdchart.operations.count.Line;
import io.crowdchart.operations.count.LineNumbers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The rows that the ranking topics and the topic of titles have now. Not safe for use by many threads. */
public final class RankingRows {

    /** The topics with a line's votes. */
    public static final List<Topic> RANKINGS = List.of(Topic.SONG_RANKING, Topic.DAILY_RANKING, Topic.HOURLY_RANKING);

    /** All topics whose rows are kept here. */
    public static final List<Topic> TOPICS =
            List.of(Topic.SONG_RANKING, Topic.DAILY_RANKING, Topic.HOURLY_RANKING, Topic.SONG_TITLES);

    private static final long NO_ROW = Long.MIN_VALUE;
    private static final long NO_NUMBER = Long.MIN_VALUE + 1;

    private final LineNumbers lines = new LineNumbers();
    private final Map<Topic, Set<Bytes>> strange = new EnumMap<>(Topic.class);
    /** By song; nothing: taken back. */
    private final Map<Bytes, Optional<String>> titles = new HashMap<>();

    private long[] votes = new long[0];

    /** Takes the next record of a topic in; one without a key is no row. */
    public void add(Topic topic, byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            return;
        }
        if (topic == Topic.SONG_TITLES) {
            titles.put(Bytes.wrap(key), Optional.ofNullable(value).map(RankingRows::titleOf));
            return;
        }
        Optional<Line> line = RowBytes.lineOf(topic, key).filter(named -> Arrays.equals(RowBytes.key(named), key));
        if (line.isPresent()) {
            put(line.get(), value);
        } else if (value == null) {
            strange(topic).remove(Bytes.wrap(key));
        } else {
            strange(topic).add(Bytes.wrap(key));
        }
    }

    /** The row of a line: its votes, or what it says instead; nothing if there is no row. */
    public Optional<Votes> votes(Line line) {
        int number = lines.findNumberOf(line);
        return number < 0 ? Optional.empty() : votesAt(number);
    }

    /** The title in a song's row; a row that has none gives an empty title. */
    public Optional<String> title(String song) {
        return titleRow(song).flatMap(row -> row);
    }

    /** Whether somebody has taken the title of a song back, and nobody has named one since. */
    public boolean isTitleTakenBack(String song) {
        return titleRow(song).filter(Optional::isEmpty).isPresent();
    }

    /** Shows all rows under the keys that KSQL writes. */
    public void forEach(BiConsumer<Line, Votes> visitor) {
        for (int number = 0; number < lines.size(); number++) {
            Optional<Votes> row = votesAt(number);
            if (row.isPresent()) {
                visitor.accept(lines.at(number), row.get());
            }
        }
    }

    /** The keys of the rows of a ranking that KSQL does not write so. */
    public Set<Bytes> strangeKeys(Topic ranking) {
        return Set.copyOf(strange(ranking));
    }

    /** What a row of a ranking says. */
    public record Votes(Optional<Long> number) {

        @Override
        public String toString() {
            return number.map(votes -> votes + " votes").orElse("something that is no number of votes");
        }
    }

    private void put(Line line, byte @Nullable [] value) {
        int number = lines.numberOf(line);
        if (number >= votes.length) {
            int known = votes.length;
            votes = Arrays.copyOf(votes, Math.max(known + known / 2, number + (1 << 10)));
            Arrays.fill(votes, known, votes.length, NO_ROW);
        }
        votes[number] = value == null ? NO_ROW : votesOf(value);
    }

    private Optional<Votes> votesAt(int number) {
        long row = votes[number];
        return row == NO_ROW
                ? Optional.empty()
                : Optional.of(new Votes(row == NO_NUMBER ? Optional.empty() : Optional.of(row)));
    }

    private Set<Bytes> strange(Topic ranking) {
        return strange.computeIfAbsent(ranking, any -> new HashSet<>());
    }

    private Optional<Optional<String>> titleRow(String song) {
        return Optional.ofNullable(titles.get(Bytes.wrap(RowBytes.titleKey(song))));
    }

    private static long votesOf(byte[] value) {
        return JsonColumns.read(value)
                .flatMap(columns -> columns.number(Column.VOTES))
                .orElse(NO_NUMBER);
    }

    private static String titleOf(byte[] value) {
        return JsonColumns.read(value)
                .flatMap(columns -> columns.text(Column.TITLE, Integer.MAX_VALUE))
                .orElse("");
    }
}
