package io.crowdchart.operations.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Since when places differ, and since when they differ in the same way. */
final class Lasting {

    private Map<String, Seen> seen = Map.of();

    /** What was found, since when its place differs, and since when it is the same. */
    private record Seen(Difference difference, long differs, long same) {}

    /** Takes in what was found at a look; a place that is not among it is right again. */
    void look(List<Difference> found, long now) {
        Map<String, Seen> next = new HashMap<>();
        for (Difference difference : found) {
            @Nullable Seen before = seen.get(difference.where());
            boolean same = before != null && before.difference().isSameAs(difference);
            next.put(
                    difference.where(),
                    new Seen(
                            difference,
                            before == null ? now : before.differs(),
                            before == null || !same ? now : before.same()));
        }
        seen = next;
    }

    /** Whether all that was found last has been the same since a moment. */
    boolean isAllSameSince(long moment) {
        return seen.values().stream().allMatch(difference -> difference.same() <= moment);
    }

    /** What was found last, in the places that differed at every look since a moment. */
    List<Difference> since(long moment) {
        return seen.values().stream()
                .filter(difference -> difference.differs() <= moment)
                .map(Seen::difference)
                .toList();
    }

    /** Forgets everything. */
    void forget() {
        seen = Map.of();
    }
}
