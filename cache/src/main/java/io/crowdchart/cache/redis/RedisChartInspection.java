package io.crowdchart.cache.redis;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.inspect.ChartInventory;
import io.crowdchart.cache.inspect.ChartState;
import io.crowdchart.cache.inspect.ServerMemory;
import io.crowdchart.cache.inspect.StoredChart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** Walks through Redis with SCAN and its kin, which no request ever does. */
final class RedisChartInspection implements ChartInspection {

    private static final Script CHART = Script.named("inspect.lua");
    private static final int PAGE = 1_000;

    private final ChartNode node;

    RedisChartInspection(ChartNode node) {
        this.node = node;
    }

    @Override
    public ChartInventory inventory() {
        // In a cluster this leads to the node that holds the charts; SCAN alone would be answered by any.
        call(new CommandArguments(Command.EXISTS).add(ChartKeys.STATE));
        Set<String> keys = new HashSet<>(node.keysLike(ChartKeys.PATTERN));
        Set<ChartWindow> windows = new HashSet<>();
        Set<String> inTheMaking = new HashSet<>();
        Set<String> strange = new HashSet<>();
        for (String key : keys) {
            Optional<ChartWindow> window = KeySpace.LIVE.windowOf(key);
            boolean own = key.equals(ChartKeys.STATE) || key.equals(ChartKeys.TITLES);
            if (key.startsWith(KeySpace.IN_THE_MAKING)) {
                inTheMaking.add(key);
            } else if (window.isPresent() && isA("zset", key)) {
                windows.add(window.get());
            } else if (!own || !isA("hash", key)) {
                strange.add(key);
            }
        }
        return new ChartInventory(windows, inTheMaking, strange);
    }

    @Override
    public ChartState state() {
        List<?> reply = Replies.list(call(new CommandArguments(Command.HGETALL).add(ChartKeys.STATE)));
        Map<String, String> fields = new HashMap<>();
        forEachPair(reply, fields::put);
        return StateFields.read(fields);
    }

    @Override
    public Optional<StoredChart> chart(ChartWindow window) {
        List<?> reply = Replies.list(node.run(CHART, List.of(ChartKeys.chart(window)), List.of(), node.deadline()));
        long songs = Replies.number(reply.get(0));
        long expiresAt = Replies.number(reply.get(1));
        return songs == 0
                ? Optional.empty()
                : Optional.of(new StoredChart(
                        songs, expiresAt < 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(expiresAt))));
    }

    @Override
    public Map<String, Double> votes(ChartWindow window) {
        Map<String, Double> votes = new HashMap<>();
        // Minus zero would be no zero.
        pairs(
                Command.ZSCAN,
                ChartKeys.chart(window),
                (song, score) -> votes.put(song, 0.0 - Double.parseDouble(score)));
        return votes;
    }

    @Override
    public Map<String, String> titles() {
        Map<String, String> titles = new HashMap<>();
        pairs(Command.HSCAN, ChartKeys.TITLES, titles::put);
        return titles;
    }

    @Override
    public Optional<ServerMemory> memory() {
        // In a cluster the charts' node is meant; INFO alone would be answered by any.
        call(new CommandArguments(Command.EXISTS).add(ChartKeys.STATE));
        try {
            Map<String, String> lines = new HashMap<>();
            Replies.text(call(new CommandArguments(Command.INFO).add("memory")))
                    .lines()
                    .map(line -> line.split(":", 2))
                    .filter(line -> line.length == 2)
                    .forEach(line -> lines.put(line[0], line[1].strip()));
            return Optional.of(new ServerMemory(
                    Long.parseLong(lines.getOrDefault("used_memory", "0")),
                    Long.parseLong(lines.getOrDefault("maxmemory", "0")),
                    lines.getOrDefault("maxmemory_policy", "unknown")));
        } catch (CacheUnavailableException e) {
            if (Outage.isForbidden(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        node.close();
    }

    /** Reads a key page by page; what comes twice, because it was changed meanwhile, is shown twice. */
    private void pairs(Command command, String key, PairVisitor visitor) {
        scan(
                cursor -> new CommandArguments(command)
                        .add(key)
                        .add(cursor)
                        .add("COUNT")
                        .add(PAGE),
                page -> forEachPair(page, visitor));
    }

    private void scan(PageCommand command, Consumer<List<?>> page) {
        String cursor = "0";
        do {
            List<?> reply = Replies.list(call(command.from(cursor)));
            page.accept(Replies.list(reply.get(1)));
            cursor = Replies.text(reply.get(0));
        } while (!cursor.equals("0"));
    }

    private boolean isA(String type, String key) {
        return Replies.text(call(new CommandArguments(Command.TYPE).add(key))).equals(type);
    }

    private Object call(CommandArguments command) {
        return node.call(command, node.deadline());
    }

    private static void forEachPair(List<?> pairs, PairVisitor visitor) {
        List<String> texts = new ArrayList<>(pairs.size());
        pairs.forEach(part -> texts.add(Replies.text(part)));
        for (int i = 0; i + 1 < texts.size(); i += 2) {
            visitor.visit(texts.get(i), texts.get(i + 1));
        }
    }

    /** The command for the page that begins at a cursor. */
    private interface PageCommand {
        CommandArguments from(String cursor);
    }

    /** Is shown pairs. */
    private interface PairVisitor {
        void visit(String first, String second);
    }
}
