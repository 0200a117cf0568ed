package io.crowdchart.cache.redis;

import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.Standing.RebuildMark;
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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/** Keeps the charts that are read: writes a batch with one run of {@code write.lua}. */
final class RedisChartWriter implements ChartWriter {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisChartWriter.class);
    private static final Script CONFIRM = Script.named("confirm.lua");
    private static final Script ASK = Script.named("ask-for-rebuild.lua");

    /** How often totals are looked through for charts that have expired since. */
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(30);

    private final ChartNode node;
    private final Clock clock;
    private final BatchScript batches;
    private Instant nextSweep = Instant.MIN;
    private String builder = "nobody";
    private Optional<String> unanswered = Optional.empty();

    RedisChartWriter(ChartNode node, Clock clock) {
        this.node = node;
        this.clock = clock;
        this.batches = BatchScript.live(node, clock);
    }

    @Override
    public Standing look(Collection<TopicPart> parts) {
        List<TopicPart> ordered = List.copyOf(parts);
        var command = new CommandArguments(Command.HMGET).add(ChartKeys.STATE);
        command.add(ChartKeys.REBUILD).add(ChartKeys.REBUILD_AT);
        ordered.forEach(part -> command.add(ChartKeys.position(part)).add(ChartKeys.confirmedAt(part)));
        Optional<Object> reply = stateCall(() -> node.call(command, node.deadline()));
        return reply.map(values -> standing(ordered, Replies.list(values)))
                .orElseGet(() -> new Standing(Map.of(), Optional.empty()));
    }

    private static Standing standing(List<TopicPart> ordered, List<?> values) {
        Map<TopicPart, Place> places = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            Object position = values.get(2 + 2 * i);
            if (position != null) {
                places.put(
                        ordered.get(i),
                        new Place(ChartKeys.positionOfValue(Replies.text(position)), instant(values.get(3 + 2 * i))));
            }
        }
        return new Standing(places, mark(values.get(0), values.get(1)));
    }

    private static Optional<RebuildMark> mark(@Nullable Object builder, @Nullable Object at) {
        return Optional.ofNullable(builder)
                .map(Replies::text)
                .map(name -> new RebuildMark(
                        name.equals(ChartKeys.ASKED) ? Optional.empty() : Optional.of(name), instant(at)));
    }

    /** A time that is not known is very old. */
    private static Instant instant(@Nullable Object millis) {
        return millis == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(Replies.text(millis)));
    }

    @Override
    public void confirm(Map<TopicPart, Position> positions) {
        if (positions.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(List.of(now()));
        positions.forEach((part, position) -> {
            arguments.add(ChartKeys.position(part));
            arguments.add(ChartKeys.positionValue(position));
            arguments.add(ChartKeys.confirmedAt(part));
        });
        stateCall(() -> node.run(CONFIRM, List.of(ChartKeys.STATE), arguments, node.deadline()));
    }

    @Override
    public WriteResult write(ChartBatch batch) {
        try {
            return applied(batch);
        } catch (JedisDataException e) {
            if (!Outage.isWrongType(e)) {
                throw e;
            }
            LOGGER.warn("A key of the charts is not what it should be; they are to be made anew: {}", e.getMessage());
            askForRebuild();
            return new WriteResult.Refused(Map.of());
        }
    }

    private WriteResult applied(ChartBatch batch) {
        Instant now = clock.instant();
        boolean sweeping = !now.isBefore(nextSweep);
        WriteResult result = batches.apply(batch, sweeping ? overWindows(batch, now) : List.of());
        if (sweeping && result instanceof WriteResult.Applied) {
            nextSweep = now.plus(SWEEP_EVERY);
        }
        return result;
    }

    @Override
    public void askForRebuild() {
        node.run(ASK, List.of(ChartKeys.STATE), List.of(), node.deadline());
    }

    /** Makes a call that makes no state. One that is no hash is none: whoever looks finds it missing and makes it anew. */
    private static <T> Optional<T> stateCall(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (JedisDataException e) {
            if (!Outage.isWrongType(e)) {
                throw e;
            }
            LOGGER.warn("The state of the charts is not what it should be: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<ChartRebuild> rebuild(Map<TopicPart, Position> starts) {
        // One whose answer was lost may be at work already: then it goes on under its name.
        String name = unanswered.orElseGet(() -> UUID.randomUUID().toString());
        unanswered = Optional.of(name);
        Optional<ChartRebuild> begun = RedisChartRebuild.begin(node, clock, name, builder, starts);
        unanswered = Optional.empty();
        if (begun.isPresent()) {
            builder = name;
        }
        return begun;
    }

    @Override
    public void close() {
        node.close();
    }

    /** The charts that have a total although they are over, and that the batch does not touch anyway. */
    private List<ChartWindow> overWindows(ChartBatch batch, Instant now) {
        Object fields = node.call(new CommandArguments(Command.HKEYS).add(ChartKeys.STATE), node.deadline());
        return Replies.list(fields).stream()
                .map(Replies::text)
                .flatMap(field -> ChartKeys.totalOf(field).stream())
                .filter(window ->
                        window.expiresAt().filter(end -> !end.isAfter(now)).isPresent())
                .filter(window -> !batch.votes().containsKey(window))
                .toList();
    }

    private String now() {
        return Long.toString(clock.millis());
    }
}
