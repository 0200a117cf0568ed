package io.crowdchart.connect.chart.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record of a charted topic, as bytes: a record reads the same whether Connect brought it or a rebuild.
 *
 * <p>A null value, or JSON's null, takes a song off its chart. KSQL writes none to {@code song_titles} and {@code pulse}; if an operator does,
 * the song is shown by its canonical key again (so an unwanted spelling can be taken back), and a pulse without a value
 * says nothing: the last one stays and grows old by itself.
 */
public final class RecordDecoder {

    /** The end of the year 9999, in microseconds. */
    static final long MAX_SEEN_AT = 253_402_300_799_999_999L;

    private static final String A_DAY = "DAY must be a day like 2026-11-23";
    private static final String AN_HOUR = "HOUR must be an hour like 2026-11-23T06";

    private final SinkRecord record;
    private final RecordFields fields;

    private RecordDecoder(SinkRecord record) {
        this.record = record;
        this.fields = new RecordFields(record);
    }

    /**
     * What a record says.
     *
     * @throws BadRecordException if that cannot be understood
     */
    public static ChartChange decode(SinkRecord record) {
        return new RecordDecoder(record).change();
    }

    private ChartChange change() {
        if (!ChartedTopics.contains(record.topic())) {
            throw fields.bad(BadRecordReason.TOPIC, "the topic must be one of " + ChartedTopics.names());
        }
        return switch (Topic.named(record.topic())) {
            case SONG_RANKING -> votes(ChartWindow.ALL_TIME, fields.key());
            case DAILY_RANKING -> votes(Column.DAY, A_DAY, ChartWindow.Day::named);
            case HOURLY_RANKING -> votes(Column.HOUR, AN_HOUR, ChartWindow.Hour::named);
            case SONG_TITLES -> title();
            case PULSE -> pulse();
            case VOTES, HEARTBEATS, BALLOTS, DAILY_BALLOTS, HOURLY_BALLOTS, CHART_DEAD_LETTERS, KSQL_DEAD_LETTERS ->
                throw new IllegalStateException(record.topic() + " is no charted topic");
        };
    }

    private ChartChange votes(String column, String expected, Function<String, ChartWindow> named) {
        JsonNode key = fields.object(BadRecordReason.KEY, "the key", fields.key());
        ChartWindow window =
                fields.written(BadRecordReason.WINDOW, expected, key.get(column), name -> windowOf(name, named));
        return votes(window, key.get(Column.SONG));
    }

    private ChartChange votes(ChartWindow window, @Nullable JsonNode songPart) {
        String song = song(songPart);
        JsonNode value = fields.value();
        if (value.isNull()) {
            return new ChartChange.Votes(window, song, 0);
        }
        fields.object(BadRecordReason.VALUE, "the value", value);
        long votes =
                fields.number(BadRecordReason.VOTES, Column.VOTES, value.get(Column.VOTES), 0, ChartBatch.MAX_VOTES);
        return new ChartChange.Votes(window, song, votes);
    }

    private ChartChange title() {
        String song = song(fields.key());
        JsonNode value = fields.value();
        if (value.isNull()) {
            return new ChartChange.Title(song, song);
        }
        fields.object(BadRecordReason.VALUE, "the value", value);
        String title = fields.text(BadRecordReason.TITLE, Column.TITLE, value.get(Column.TITLE), Column.MAX_TITLE);
        return new ChartChange.Title(song, title);
    }

    private ChartChange pulse() {
        String source = fields.text(BadRecordReason.SOURCE, "the key, a source,", fields.key(), Column.MAX_SOURCE);
        JsonNode value = fields.value();
        if (value.isNull()) {
            return new ChartChange.Nothing();
        }
        fields.object(BadRecordReason.VALUE, "the value", value);
        long seenAt = fields.number(BadRecordReason.SEEN_AT, Column.SEEN_AT, value.get(Column.SEEN_AT), 1, MAX_SEEN_AT);
        ZoneId zone = fields.written(
                BadRecordReason.ZONE,
                "ZONE must be a time zone like Europe/Berlin",
                value.get(Column.ZONE),
                RecordDecoder::zoneOf);
        return new ChartChange.PulseSeen(source, new ChartBatch.Pulse(seenAt, zone));
    }

    private String song(@Nullable JsonNode part) {
        return fields.text(BadRecordReason.SONG, Column.SONG, part, Column.MAX_SONG);
    }

    private static Optional<ChartWindow> windowOf(String name, Function<String, ChartWindow> named) {
        try {
            return Optional.of(named.apply(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zoneOf(String name) {
        try {
            return name.length() <= Column.MAX_ZONE ? Optional.of(ZoneId.of(name)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
