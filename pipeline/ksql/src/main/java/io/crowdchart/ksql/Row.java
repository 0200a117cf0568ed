package io.crowdchart.ksql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some columns of a record with their text: a vote, or a key to group by. A column without a usable value is not there.
 *
 * @param columns text by column name, in the order of the columns
 */
record Row(Map<String, String> columns) {

    Row {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    static Row of(String column, String text) {
        return new Row(Map.of(column, text));
    }

    boolean has(List<String> names) {
        return columns.keySet().containsAll(names);
    }

    /** These columns alone, in this order. */
    Row only(List<String> names) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (String name : names) {
            @Nullable String text = columns.get(name);
            if (text != null) {
                chosen.put(name, text);
            }
        }
        return new Row(chosen);
    }
}
