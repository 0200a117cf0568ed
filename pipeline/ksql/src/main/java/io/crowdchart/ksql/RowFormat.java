package io.crowdchart.ksql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of rows, as ksqlDB writes its JSON format: no spaces, columns in their order, characters beyond the basic plane
 * as a pair of escapes, all others as they are.
 */
final class RowFormat {

    // Its UTF-8 generator writes surrogates as escapes, which is what ksqlDB's does, and is never at odds with half a
    // pair.
    private static final JsonFactory JSON = new JsonFactory();

    private RowFormat() {}

    /** A key: of one column, its bare text; of several, an object. */
    static Serde<Row> key(List<String> columns) {
        return columns.size() == 1 ? bare(columns.get(0)) : value(columns);
    }

    /** A value: an object of these columns; when it is read, texts that are too long are left out. */
    static Serde<Row> value(List<String> columns) {
        return Serdes.serdeFrom(
                (topic, row) -> row == null ? null : write(json -> writeObject(json, columns, row)),
                (topic, bytes) -> bytes == null ? null : readObject(columns, bytes));
    }

    private static Serde<Row> bare(String column) {
        return Serdes.serdeFrom(
                (topic, row) -> row == null
                        ? null
                        : write(json -> json.writeString(row.columns().get(column))),
                (topic, bytes) -> bytes == null
                        ? null
                        : Row.of(column, KsqlObject.tree(bytes).asText()));
    }

    private static void writeObject(JsonGenerator json, List<String> columns, Row row) throws IOException {
        json.writeStartObject();
        for (String column : columns) {
            @Nullable String text = row.columns().get(column);
            if (text != null) {
                json.writeStringField(column, text);
            }
        }
        json.writeEndObject();
    }

    private static Row readObject(List<String> columns, byte[] bytes) {
        KsqlObject object = KsqlObject.parse(bytes);
        Map<String, String> texts = new LinkedHashMap<>();
        for (String column : columns) {
            Optional<String> text = object.text(column).filter(found -> Limits.allow(column, found));
            text.ifPresent(found -> texts.put(column, found));
        }
        return new Row(texts);
    }

    /** Writes one JSON value. */
    interface JsonBody {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static byte[] write(JsonBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            body.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return bytes.toByteArray();
    }
}
