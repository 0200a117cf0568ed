package io.crowdchart.cache.redis;

import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Charts in the making, under keys of their own, written by the same script as those that are read. Each batch must follow
 * the one before, so that a node which lost one of them cannot finish.
 */
final class RedisChartRebuild implements ChartRebuild {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisChartRebuild.class);
    private static final Script BEGIN = Script.named("begin-rebuild.lua");
    private static final Script SWEEP = Script.named("sweep-rebuilds.lua");
    private static final Script KEEP = Script.named("keep-rebuild.lua");
    private static final Script FINISH = Script.named("finish-rebuild.lua");

    private final ChartNode node;
    private final Clock clock;
    private final String builder;
    private final KeySpace keys;
    private final BatchScript batches;
    private final long begunMillis;
    private final Map<TopicPart, Position> reached;
    private final Set<ChartWindow> windows = new HashSet<>();

    private RedisChartRebuild(ChartNode node, Clock clock, String builder, Map<TopicPart, Position> starts) {
        this.node = node;
        this.clock = clock;
        this.builder = builder;
        this.keys = KeySpace.inTheMaking(builder);
        this.batches = BatchScript.inTheMaking(node, clock, builder);
        this.begunMillis = clock.millis();
        this.reached = new HashMap<>(starts);
    }

    /**
     * Takes a rebuild on. What dead builders left goes.
     *
     * @param builder a name that was never used before
     * @param before the name that the same writer had at its last rebuild, for which it need not wait
     * @return nothing if another builder is at work
     */
    static Optional<ChartRebuild> begin(
            ChartNode node, Clock clock, String builder, String before, Map<TopicPart, Position> starts) {
        var rebuild = new RedisChartRebuild(node, clock, builder, starts);
        return rebuild.begun(before) ? Optional.of(rebuild) : Optional.empty();
    }

    private boolean begun(String before) {
        // First of all: what is left of others may be what there is no memory for.
        sweep();
        List<String> arguments =
                new ArrayList<>(List.of(builder, before, Long.toString(ChartWriter.BUILDER_SILENCE.toMillis())));
        addPositions(arguments, reached);
        if (!isOne(node.run(BEGIN, List.of(ChartKeys.STATE, keys.state()), arguments, node.deadline()))) {
            return false;
        }
        sweep();
        return true;
    }

    private void sweep() {
        List<String> left = keysLike(KeySpace.IN_THE_MAKING_PATTERN);
        if (left.isEmpty()) {
            return;
        }
        List<String> sweepKeys = new ArrayList<>(List.of(ChartKeys.STATE));
        sweepKeys.addAll(left);
        node.run(SWEEP, sweepKeys, left.stream().map(KeySpace::builderOf).toList(), node.deadline());
    }

    /** Asked after a key, so that the connection is the one to the node that has the charts. */
    private List<String> keysLike(String pattern) {
        node.call(new CommandArguments(Command.EXISTS).key(ChartKeys.STATE), node.deadline());
        return node.keysLike(pattern);
    }

    @Override
    public boolean add(ChartBatch batch) {
        if (!isHeld(() -> batches.apply(batch, List.of()) instanceof WriteResult.Applied)) {
            return false;
        }
        batch.advances().forEach((part, step) -> reached.put(part, step.reached()));
        Instant now = clock.instant();
        batch.votes().keySet().stream()
                .filter(window ->
                        window.expiresAt().filter(end -> !end.isAfter(now)).isEmpty())
                .forEach(windows::add);
        return true;
    }

    @Override
    public boolean keepAlive() {
        return keep(builder);
    }

    @Override
    public boolean finish(Map<TopicPart, Position> ends) {
        Set<ChartWindow> all = new HashSet<>(windows);
        keysLike(ChartKeys.PATTERN).stream()
                .flatMap(key -> KeySpace.LIVE.windowOf(key).stream())
                .forEach(all::add);
        return isHeld(() -> isOne(node.run(FINISH, finishKeys(all), finishArguments(ends), node.deadline())));
    }

    private List<String> finishKeys(Set<ChartWindow> all) {
        List<String> finishKeys =
                new ArrayList<>(List.of(KeySpace.LIVE.state(), keys.state(), KeySpace.LIVE.titles(), keys.titles()));
        all.forEach(window -> {
            finishKeys.add(KeySpace.LIVE.chart(window));
            finishKeys.add(keys.chart(window));
        });
        return finishKeys;
    }

    private List<String> finishArguments(Map<TopicPart, Position> ends) {
        List<String> arguments = new ArrayList<>(List.of(now(), builder, Integer.toString(reached.size())));
        addPositions(arguments, reached);
        addPositions(arguments, ends);
        ends.keySet().forEach(part -> {
            arguments.add(ChartKeys.confirmedAt(part));
            arguments.add(Long.toString(begunMillis));
        });
        return arguments;
    }

    @Override
    public void abandon() {
        // They are nobody else's, whoever is at work now; and without memory nothing can be written before they are
        // gone.
        node.unlink(keysLike(keys.prefix() + "*"));
        keep(ChartKeys.ASKED);
    }

    private boolean keep(String next) {
        return isHeld(() -> isOne(node.run(KEEP, List.of(ChartKeys.STATE), List.of(builder, next), node.deadline())));
    }

    /** Takes a step; whoever puts something else where the state is takes the rebuild away. */
    private static boolean isHeld(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (JedisDataException e) {
            if (!Outage.isWrongType(e)) {
                throw e;
            }
            LOGGER.warn("A rebuild is lost, a key of the charts is not what it should be: {}", e.getMessage());
            return false;
        }
    }

    private static void addPositions(List<String> arguments, Map<TopicPart, Position> positions) {
        positions.forEach((part, position) -> {
            arguments.add(ChartKeys.position(part));
            arguments.add(ChartKeys.positionValue(position));
        });
    }

    private static boolean isOne(Object reply) {
        return Replies.number(reply) == 1;
    }

    private String now() {
        return Long.toString(clock.millis());
    }
}
