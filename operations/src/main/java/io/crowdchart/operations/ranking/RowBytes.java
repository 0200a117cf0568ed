package io.crowdchart.operations.ranking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.count.JsonColumns;
import io.crowdchart.operations.count.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The bytes of the rows, as KSQL writes them: JSON without blanks, columns in their order, a key of one column as a bare
 * text.
 */
public final class RowBytes {

    // As ksqlDB's own, its UTF-8 generator escapes what is beyond the basic plane.
    private static final JsonFactory JSON = new JsonFactory();

    private RowBytes() {}

    /** The key of a line in its ranking. */
    public static byte[] key(Line line) {
        return switch (line.ranking()) {
            case DAILY_RANKING -> key(Column.DAY, line);
            case HOURLY_RANKING -> key(Column.HOUR, line);
            default -> titleKey(line.song());
        };
    }

    /** The value of a line in its ranking. */
    public static byte[] votes(long votes) {
        return written(json -> {
            json.writeStartObject();
            json.writeNumberField(Column.VOTES, votes);
            json.writeEndObject();
        });
    }

    /** The key of a song's title. */
    public static byte[] titleKey(String song) {
        return written(json -> json.writeString(song));
    }

    /** The value of a song's title. */
    public static byte[] title(String title) {
        return written(json -> {
            json.writeStartObject();
            json.writeStringField(Column.TITLE, title);
            json.writeEndObject();
        });
    }

    /** The line of a key in a ranking; nothing if the key is none of it. */
    static Optional<Line> lineOf(Topic ranking, byte[] key) {
        if (ranking == Topic.SONG_RANKING) {
            return JsonColumns.readText(key).map(Line::allTime);
        }
        String window = ranking == Topic.DAILY_RANKING ? Column.DAY : Column.HOUR;
        return JsonColumns.read(key)
                .flatMap(columns -> columns.text(window, Integer.MAX_VALUE)
                        .flatMap(name -> columns.text(Column.SONG, Integer.MAX_VALUE)
                                .map(song -> new Line(ranking, name, song))));
    }

    private static byte[] key(String windowColumn, Line line) {
        return written(json -> {
            json.writeStartObject();
            json.writeStringField(windowColumn, line.window());
            json.writeStringField(Column.SONG, line.song());
            json.writeEndObject();
        });
    }

    private static byte[] written(JsonBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            body.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return bytes.toByteArray();
    }

    /** Writes one JSON value. */
    private interface JsonBody {
        void writeTo(JsonGenerator json) throws IOException;
    }
}
