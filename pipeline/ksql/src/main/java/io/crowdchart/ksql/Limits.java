package io.crowdchart.ksql;

import io.crowdchart.model.topic.Column;
import java.util.Map;

/** How many characters (UTF-16 units, as LEN counts them) a column may have. A longer text counts as none. */
final class Limits {

    static final Map<String, Integer> BY_COLUMN = Map.of(
            Column.VOTER, Column.MAX_VOTER,
            Column.SONG, Column.MAX_SONG,
            Column.TITLE, Column.MAX_TITLE,
            Column.DAY, Column.MAX_DAY,
            Column.HOUR, Column.MAX_HOUR,
            Column.ZONE, Column.MAX_ZONE);

    private Limits() {}

    static boolean allow(String column, String text) {
        return text.length() <= BY_COLUMN.getOrDefault(column, Integer.MAX_VALUE);
    }
}
