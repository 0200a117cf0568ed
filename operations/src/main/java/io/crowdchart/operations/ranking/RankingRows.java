package io.crowdchart.operations.ranking;

import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.count.JsonColumns;
import io.crowdchart.operations.count.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Map<Topic, Map<Bytes, byte[]>> rows = new HashMap<>();

    /** Takes the next record of a topic in; one without a key is no row. */
    public void add(Topic topic, byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            return;
        }
        Map<Bytes, byte[]> table = rows.computeIfAbsent(topic, name -> new HashMap<>());
        if (value == null) {
            table.remove(Bytes.wrap(key));
        } else {
            table.put(Bytes.wrap(key), value);
        }
    }

    /** The row of a line: its votes, or what it says instead; nothing if there is no row. */
    public Optional<Votes> votes(Line line) {
        return value(line.ranking(), RowBytes.key(line)).map(RankingRows::votesOf);
    }

    /** The title in a song's row; a row that has none gives an empty title. */
    public Optional<String> title(String song) {
        return value(Topic.SONG_TITLES, RowBytes.titleKey(song)).map(RankingRows::titleOf);
    }

    /** Shows all rows of a ranking: the key, and the line that it names, if it names one in the way KSQL writes it. */
    public void forEach(Topic ranking, BiConsumer<Bytes, Optional<Line>> visitor) {
        rows.getOrDefault(ranking, Map.of()).keySet().forEach(key -> {
            byte[] bytes = key.get();
            visitor.accept(
                    key,
                    RowBytes.lineOf(ranking, bytes)
                            .filter(line -> Bytes.wrap(RowBytes.key(line)).equals(key)));
        });
    }

    /** What a row of a ranking says. */
    public record Votes(Optional<Long> number) {

        @Override
        public String toString() {
            return number.map(votes -> votes + " votes").orElse("something that is no number of votes");
        }
    }

    private Optional<byte[]> value(Topic topic, byte[] key) {
        return Optional.ofNullable(rows.getOrDefault(topic, Map.of()).get(Bytes.wrap(key)));
    }

    private static Votes votesOf(byte[] value) {
        return new Votes(JsonColumns.read(value).flatMap(columns -> columns.number(Column.VOTES)));
    }

    private static String titleOf(byte[] value) {
        return JsonColumns.read(value)
                .flatMap(columns -> columns.text(Column.TITLE, Integer.MAX_VALUE))
                .orElse("");
    }
}
