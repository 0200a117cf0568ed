package io.crowdchart.ksql.sql;

import java.util.List;
import java.util.Map;

/** A statement; names are in upper case, as KSQL takes them. */
public sealed interface Statement {

    /** {@code SET 'name' = 'value';} */
    record Setting(String name, String value) implements Statement {}

    /** {@code CREATE kind name (columns) WITH (options);} */
    record Source(Kind kind, String name, List<Column> columns, Map<String, String> options) implements Statement {}

    /** {@code CREATE TABLE name WITH (options) AS SELECT … EMIT CHANGES;} */
    record Query(
            String name,
            Map<String, String> options,
            List<Selected> selected,
            String from,
            Map<String, Integer> limits,
            List<String> groupBy,
            boolean havingRows)
            implements Statement {}

    /** What a source is read as. */
    enum Kind {
        TABLE,
        STREAM
    }

    /** A column of a source; {@code type} with its key words. */
    record Column(String name, String type) {}

    /** An expression like {@code SONG} or {@code COUNT(*)} and the name it gets. */
    record Selected(String expression, String name) {}
}
