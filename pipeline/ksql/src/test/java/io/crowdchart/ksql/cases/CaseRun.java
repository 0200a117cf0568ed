package io.crowdchart.ksql.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cases that were played together into the same topics.
 *
 * @param differences by the name of the case; an empty list is a success
 * @param impossible cases with a record that the broker does not take
 * @param strange rows that no case knows
 */
record CaseRun(Map<String, List<String>> differences, List<String> impossible, List<String> strange) {

    /** Plays them all. */
    static CaseRun of(List<Case> cases, KafkaEngine engine) {
        List<Step> steps =
                cases.stream().flatMap(example -> example.steps().stream()).toList();
        Tables tables = engine.play(
                steps,
                soFar -> cases.stream()
                        .filter(example -> isPossible(example, engine))
                        .allMatch(example -> example.differences(soFar).isEmpty()));
        Map<String, List<String>> differences = new TreeMap<>();
        List<String> impossible = new ArrayList<>();
        for (Case example : cases) {
            if (isPossible(example, engine)) {
                differences.put(example.title(), example.differences(tables));
            } else {
                impossible.add(example.title());
            }
        }
        return new CaseRun(differences, impossible, Case.unexpected(cases, tables));
    }

    private static boolean isPossible(Case example, KafkaEngine engine) {
        return example.steps().stream().noneMatch(step -> engine.refused().contains(step));
    }

    boolean passed() {
        return strange.isEmpty() && differences.values().stream().allMatch(List::isEmpty);
    }

    /** A table for people: a line a case, and what is different. */
    String report() {
        StringBuilder report = new StringBuilder();
        differences.forEach((title, found) -> {
            report.append(String.format("%-10s %s%n", found.isEmpty() ? "ok" : "DIFFERENT", title));
            found.forEach(difference ->
                    report.append("           ").append(difference).append(System.lineSeparator()));
        });
        impossible.forEach(title -> report.append(
                String.format("%-10s %s (this broker takes no record without a key)%n", "not here", title)));
        strange.forEach(row -> report.append(String.format("%-10s %s%n", "DIFFERENT", row)));
        return report.toString();
    }
}
