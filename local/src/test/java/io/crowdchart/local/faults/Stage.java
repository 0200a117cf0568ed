package io.crowdchart.local.faults;

import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.embedded.connect.ConnectRest;
import io.crowdchart.embedded.connect.ConnectRestException;
import io.crowdchart.embedded.connect.ConnectorStatus;
import io.crowdchart.embedded.jetstream.JetstreamServer;
import io.crowdchart.embedded.proxy.FaultProxy;
import io.crowdchart.local.feed.FeedEvent;
import io.crowdchart.local.feed.FeedPlayer;
import io.crowdchart.local.pipeline.Arrival;
import io.crowdchart.local.pipeline.OneMachine;
import io.crowdchart.local.pipeline.Parts;
import io.crowdchart.local.pipeline.Plugin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** All that a seed plays on: the network, the machine, the line from its sink to its Redis, and the truth. */
final class Stage implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int TASKS = 2;

    private final Clock clock = Clock.systemUTC();
    private final Parts parts = new Parts();
    private final Truth truth = new Truth();
    private final List<String> differences = new CopyOnWriteArrayList<>();
    private final JetstreamServer network = parts.add(JetstreamServer.start());
    private final FeedPlayer player = parts.add(new FeedPlayer(network, clock));
    private final FaultProxy line = parts.add(FaultProxy.start(1));
    private final Plugin plugin;
    private final MachineProcess.Places places;
    private MachineProcess machine;
    private int tasks = TASKS;
    private int markers;

    /** Sets everything up in empty folders, and waits until it works. */
    Stage(Path data, Path logs, Path temporary, Path plugins) {
        this.plugin = Plugin.in(plugins);
        this.places = new MachineProcess.Places(data, logs, temporary, plugins, network.uri());
        this.machine = startedMachine();
        parts.add(new Listener(charts().reader(), this::report));
    }

    private MachineProcess startedMachine() {
        MachineProcess started = MachineProcess.start(places);
        line.leadTo(started.redisPort());
        started.connect().put(OneMachine.SINK, ConnectorSettings.sink(plugin, line.port(), tasks));
        started.connect().put(OneMachine.SOURCE, ConnectorSettings.source(plugin));
        return started;
    }

    /** Starts a killed machine again, on what it left behind. */
    void startMachine() {
        machine = startedMachine();
    }

    MachineProcess machine() {
        return machine;
    }

    JetstreamServer network() {
        return network;
    }

    /** The line between the machine and its Redis. */
    FaultProxy line() {
        return line;
    }

    Truth truth() {
        return truth;
    }

    /** Deals the topics out among another number of tasks. */
    void useTasks(int number) {
        tasks = number;
        machine.connect().put(OneMachine.SINK, ConnectorSettings.sink(plugin, line.port(), tasks));
    }

    /** Notes something that is not as it should be. */
    void report(String difference) {
        differences.add(difference);
    }

    /** What was not as it should be so far. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    /** Plays events at an even pace. */
    void play(List<FeedEvent> events, Duration span) throws InterruptedException {
        player.play(events, span, truth::add);
    }

    /** Posts something of our own. */
    void post(String text) throws InterruptedException {
        play(List.of(truth.newPost(text)), Duration.ZERO);
    }

    /**
     * Waits until all tasks of both connectors run. What Connect says of a connector itself does not count: while the broker
     * restarts, the word that it runs again may be overtaken by the one that it was taken away.
     *
     * @throws BrokenOffException if one failed, which Connect leaves so for good, or does not run in time
     */
    void awaitRunning() {
        for (String connector : List.of(OneMachine.SINK, OneMachine.SOURCE)) {
            int expected = connector.equals(OneMachine.SINK) ? tasks : 1;
            AtomicReference<String> last = new AtomicReference<>("nothing was heard of it");
            try {
                await().atMost(LIMIT).pollInterval(LOOK_AGAIN).until(() -> isRunning(connector, expected, last));
            } catch (ConditionTimeoutException e) {
                throw new BrokenOffException("the connector " + connector + " does not run: " + last, e);
            }
        }
    }

    private boolean isRunning(String connector, int expected, AtomicReference<String> last) {
        ConnectRest connect = machine.connect();
        try {
            ConnectorStatus status = connect.status(connector);
            last.set(status.toString());
            if (status.failed()) {
                throw new BrokenOffException("the connector " + connector + " failed: " + reason(status), null);
            }
            return status.tasks().size() == expected
                    && status.tasks().stream().allMatch(task -> task.state().equals("RUNNING"));
        } catch (ConnectRestException e) {
            last.set(e.toString());
            return false;
        }
    }

    private static String reason(ConnectorStatus status) {
        return status.failure().lines().filter(line -> !line.startsWith("\t")).collect(Collectors.joining("; "));
    }

    /**
     * Waits until everything that was played has arrived in Redis. A post for a song that nobody knows comes last, so that
     * every topic ends with a record that all steps pass on.
     *
     * @throws BrokenOffException if it does not arrive in time
     */
    void awaitArrival() throws InterruptedException {
        post("#KafkaSummit [Marker %c%d]".formatted('A' + markers % 26, markers++));
        long seenAt = player.settle(List.of(truth.newPost("")));
        AtomicReference<String> missing = new AtomicReference<>("");
        RedisCharts charts = charts();
        try (ChartWriter cache = charts.writer();
                Arrival arrival = new Arrival(machine.bootstrapServers(), cache)) {
            await().atMost(LIMIT).pollInterval(LOOK_AGAIN).until(() -> {
                Optional<String> step = arrival.missing(seenAt);
                missing.set(step.orElse(""));
                return step.isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            throw new BrokenOffException(
                    "not everything arrives: still waiting for " + missing + " after " + LIMIT.toSeconds() + " s", e);
        }
    }

    /** Compares everything with the truth, and reports the differences. */
    void audit(String when) {
        String keys = machine.redis("EVAL return(table.concat(redis.call('KEYS','*'),'|')) 0");
        try (ChartReader reader = charts().reader()) {
            ChartAudit.differences(truth, machine.bootstrapServers(), reader, keys, operator()).stream()
                    .map(difference -> when + ": " + difference)
                    .forEach(this::report);
        }
    }

    /** Has the operator carry a command of {@code scripts/chart} out, and reports what it says if it does not end well. */
    void operate(String... command) {
        operator().complaints(command).forEach(this::report);
    }

    /** Has the operator write the rows of the ranking topics that are not as the votes say. */
    void repair() {
        operate("repair", "--yes", "--patience", "2");
    }

    private Operator operator() {
        return new Operator(machine, places.data().resolveSibling("chart.properties"));
    }

    private RedisCharts charts() {
        return new RedisCharts(RedisConfig.node(line.host(), line.port()), clock);
    }

    @Override
    public void close() {
        machine.close();
        parts.close();
    }
}
