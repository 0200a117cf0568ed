package io.crowdchart.cache.redis;

import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** Writes a batch with one run of {@code write.lua}. */
final class RedisChartWriter implements ChartWriter {

    private static final Script WRITE = Script.named("write.lua");
    private static final Script REPOSITION = Script.named("reposition.lua");

    /** How often totals are looked through for charts that have expired since. */
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(30);

    private final ChartNode node;
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;

    RedisChartWriter(ChartNode node, Clock clock) {
        this.node = node;
        this.clock = clock;
    }

    @Override
    public Map<TopicPart, Long> positions(Collection<TopicPart> parts) {
        if (parts.isEmpty()) {
            return Map.of();
        }
        List<TopicPart> ordered = List.copyOf(parts);
        var command = new CommandArguments(Command.HMGET).add(ChartKeys.STATE);
        ordered.forEach(part -> command.add(ChartKeys.position(part)));
        return positions(ordered, Replies.list(node.call(command, deadline())));
    }

    @Override
    public WriteResult write(ChartBatch batch) {
        Instant now = clock.instant();
        List<TopicPart> parts = List.copyOf(batch.advances().keySet());
        boolean sweeping = !now.isBefore(nextSweep);
        List<ChartWindow> over = sweeping ? overWindows(batch, now) : List.of();
        var call = WriteArguments.of(batch, parts, over, now);
        Object reply = node.run(WRITE, call.keys(), call.arguments(), deadline());
        List<?> stored = Replies.list(reply);
        if (!stored.isEmpty()) {
            return new WriteResult.Refused(positions(parts, stored));
        }
        if (sweeping) {
            nextSweep = now.plus(SWEEP_EVERY);
        }
        return new WriteResult.Applied();
    }

    @Override
    public void reposition(Map<TopicPart, @Nullable Long> positions) {
        if (positions.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>();
        positions.forEach((part, position) -> {
            arguments.add(ChartKeys.position(part));
            arguments.add(position == null ? "" : position.toString());
        });
        node.run(REPOSITION, List.of(ChartKeys.STATE), arguments, deadline());
    }

    @Override
    public void close() {
        node.close();
    }

    /** The charts that have a total although they are over, and that the batch does not touch anyway. */
    private List<ChartWindow> overWindows(ChartBatch batch, Instant now) {
        Object fields = node.call(new CommandArguments(Command.HKEYS).add(ChartKeys.STATE), deadline());
        return Replies.list(fields).stream()
                .map(Replies::text)
                .flatMap(field -> ChartKeys.totalOf(field).stream())
                .filter(window ->
                        window.expiresAt().filter(end -> !end.isAfter(now)).isPresent())
                .filter(window -> !batch.votes().containsKey(window))
                .toList();
    }

    private Deadline deadline() {
        return Deadline.in(node.longestCall());
    }

    private static Map<TopicPart, Long> positions(List<TopicPart> parts, List<?> stored) {
        Map<TopicPart, Long> positions = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Object reply = stored.get(i);
            String position = reply == null ? "" : Replies.text(reply);
            if (!position.isEmpty()) {
                positions.put(parts.get(i), Long.valueOf(position));
            }
        }
        return Map.copyOf(positions);
    }
}
