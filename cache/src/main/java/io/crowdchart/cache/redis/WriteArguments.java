package io.crowdchart.cache.redis;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The keys and arguments of {@code write.lua}, in the order described there. */
final class WriteArguments {

    private static final String ALREADY_EXPIRED = "past";

    private final KeySpace space;
    private final List<String> keys;
    private final List<String> arguments = new ArrayList<>();
    private final Instant now;

    private WriteArguments(KeySpace space, Instant now) {
        this.space = space;
        this.keys = new ArrayList<>(List.of(space.state(), space.titles(), KeySpace.LIVE.state()));
        this.now = now;
    }

    /**
     * @param space the keys of the charts
     * @param builder who makes them; blank for those that are read
     * @param parts the partitions of the batch, in the order in which the script answers
     * @param over charts to remove with their totals, not among those of the batch
     */
    static WriteArguments of(
            KeySpace space,
            String builder,
            ChartBatch batch,
            List<TopicPart> parts,
            Collection<ChartWindow> over,
            Instant now) {
        var built = new WriteArguments(space, now);
        built.add(now.toEpochMilli());
        built.arguments.add(builder);
        built.add(parts.size());
        parts.forEach(part ->
                built.addPosition(part, Objects.requireNonNull(batch.advances().get(part))));
        batch.votes().forEach(built::addChart);
        over.forEach(window -> built.addChart(window, Map.of()));
        built.addPairs(batch.titles());
        built.add(2L * batch.pulses().size());
        batch.pulses().forEach((source, pulse) -> {
            built.arguments.add(ChartKeys.pulse(source));
            built.arguments.add(ChartKeys.pulseValue(pulse));
        });
        return built;
    }

    List<String> keys() {
        return keys;
    }

    List<String> arguments() {
        return arguments;
    }

    private void addPosition(TopicPart part, Advance advance) {
        arguments.add(ChartKeys.position(part));
        arguments.add(ChartKeys.positionValue(advance.from()));
        arguments.add(ChartKeys.positionValue(advance.reached()));
    }

    private void addChart(ChartWindow window, Map<String, Long> votes) {
        keys.add(space.chart(window));
        arguments.add(ChartKeys.total(window));
        String expiry = expiry(window);
        arguments.add(expiry);
        if (expiry.equals(ALREADY_EXPIRED)) {
            return;
        }
        List<String> leaving = new ArrayList<>();
        List<String> staying = new ArrayList<>(2 * votes.size());
        votes.forEach((song, count) -> {
            if (count == 0) {
                leaving.add(song);
            } else {
                staying.add(Long.toString(-count));
                staying.add(song);
            }
        });
        addAll(leaving);
        addAll(staying);
    }

    private String expiry(ChartWindow window) {
        return window.expiresAt()
                .map(instant -> instant.isAfter(now) ? Long.toString(instant.getEpochSecond()) : ALREADY_EXPIRED)
                .orElse("");
    }

    private void addPairs(Map<String, String> pairs) {
        add(2L * pairs.size());
        pairs.forEach((first, second) -> {
            arguments.add(first);
            arguments.add(second);
        });
    }

    private void addAll(List<String> values) {
        add(values.size());
        arguments.addAll(values);
    }

    private void add(long number) {
        arguments.add(Long.toString(number));
    }
}
