package io.crowdchart.ksql.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records that go in, and the rows that must be there in the end.
 *
 * @param file where it is written
 * @param rows by topic and key; a value of JSON null says that the row is gone
 */
record Case(String file, String name, String why, List<Step> steps, Map<String, Map<JsonNode, JsonNode>> rows) {

    @Override
    public String toString() {
        return name;
    }

    /** What stands for it in a report. */
    String title() {
        return file.replace(".json", "") + ": " + name;
    }

    /** What is missing or different; rows that nobody expects are no matter here. */
    List<String> differences(Tables tables) {
        List<String> differences = new ArrayList<>();
        rows.forEach((topic, expected) -> expected.forEach((key, value) -> {
            @Nullable JsonNode actual = tables.row(topic, key);
            boolean gone = value.isNull() && actual == null;
            if (!gone && !value.equals(actual)) {
                differences.add(topic + " " + shown(key) + ": expected " + shown(value) + ", was " + shown(actual));
            }
        }));
        return differences;
    }

    /** Rows that should have been removed by a record of their own; an engine with a cache may never have shown them. */
    List<String> missingRemovals(Tables tables) {
        List<String> missing = new ArrayList<>();
        rows.forEach((topic, expected) -> expected.forEach((key, value) -> {
            if (value.isNull() && tables.row(topic, key) == null) {
                missing.add(topic + " " + shown(key) + ": expected a removal, was no record");
            }
        }));
        return missing;
    }

    /** Rows that are there though no case expects them. */
    static List<String> unexpected(List<Case> cases, Tables tables) {
        List<String> unexpected = new ArrayList<>();
        tables.forEachRow((topic, key, value) -> {
            boolean expected = cases.stream()
                    .anyMatch(some -> some.rows.getOrDefault(topic, Map.of()).containsKey(key));
            if (!expected && !value.isNull()) {
                unexpected.add(topic + " " + shown(key) + ": expected no row, was " + shown(value));
            }
        });
        return unexpected;
    }

    /** Everything that must be this case's alone, so that it can be played together with others. */
    Set<String> owned() {
        Set<String> owned = new TreeSet<>();
        for (Step step : steps) {
            if (step.key() != null) {
                owned.add(step.topic() + " record " + HexFormat.of().formatHex(step.key()));
            }
        }
        rows.forEach((topic, expected) -> expected.keySet().forEach(key -> owned.add(topic + " row " + key)));
        return owned;
    }

    private static String shown(@Nullable JsonNode node) {
        String text = node == null ? "no row" : node.toString();
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
