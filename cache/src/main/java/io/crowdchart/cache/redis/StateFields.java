package io.crowdchart.cache.redis;

import io.crowdchart.cache.inspect.ChartState;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sorts the fields of the state; one that says nothing we understand is among the others. */
final class StateFields {

    private final Map<ChartWindow, String> totals = new HashMap<>();
    private final Map<String, Pulse> pulses = new HashMap<>();
    private final Map<TopicPart, String> positions = new HashMap<>();
    private final Map<String, String> others = new HashMap<>();
    private Optional<Instant> writtenAt = Optional.empty();

    private StateFields() {}

    static ChartState read(Map<String, String> fields) {
        StateFields sorted = new StateFields();
        fields.forEach(sorted::add);
        return new ChartState(sorted.totals, sorted.pulses, sorted.positions, sorted.writtenAt, sorted.others);
    }

    private void add(String field, String value) {
        try {
            if (!isSorted(field, value)) {
                others.put(field, value);
            }
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            others.put(field, value);
        }
    }

    private boolean isSorted(String field, String value) {
        Optional<ChartWindow> window = ChartKeys.totalOf(field);
        Optional<TopicPart> part = ChartKeys.positionOf(field);
        window.ifPresent(found -> totals.put(found, value));
        part.ifPresent(found -> positions.put(found, value));
        if (field.startsWith(ChartKeys.PULSE_PREFIX)) {
            pulses.put(field.substring(ChartKeys.PULSE_PREFIX.length()), ChartKeys.pulseOf(value));
            return true;
        }
        if (field.equals(ChartKeys.WRITTEN_AT)) {
            writtenAt = Optional.of(Instant.ofEpochMilli(Long.parseLong(value)));
            return true;
        }
        return window.isPresent() || part.isPresent();
    }
}
