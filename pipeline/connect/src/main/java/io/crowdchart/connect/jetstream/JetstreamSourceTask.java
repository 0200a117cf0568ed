package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.PluginVersion;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one stream: {@link JetstreamClient} brings messages, {@link Intake} makes records of them, {@link Progress} knows the
 * place in the stream.
 *
 * <p>{@link #poll()} returns as soon as something has come. It keeps returning nothing while there is trouble, and never
 * fails because of the network.
 */
public final class JetstreamSourceTask extends SourceTask {

    private static final Logger LOGGER = LoggerFactory.getLogger(JetstreamSourceTask.class);

    /** Bounds how late a heartbeat is, and how long the worker waits for a task that it stops between two polls. */
    private static final Duration MAX_WAIT = Duration.ofMillis(200);

    private final Times times;
    private final RandomGenerator random;
    private final SourceCounts counts = new SourceCounts();
    private volatile @Nullable Running running;

    /** What there is between start and stop. */
    private record Running(JetstreamClient client, Intake intake, int batchSize, ExecutorService executor) {}

    private int knownConnection;

    /** Made by Connect. */
    public JetstreamSourceTask() {
        this(Times.ofSystem(), new Random());
    }

    JetstreamSourceTask(Times times, RandomGenerator random) {
        this.times = times;
        this.random = random;
    }

    @Override
    public void start(Map<String, String> props) {
        var config = new JetstreamSourceConfig(props);
        OptionalLong stored =
                SourceOffset.from(context.offsetStorageReader().offset(SourceOffset.partition(config.source())))
                        .stream()
                        .mapToLong(SourceOffset::timeUs)
                        .findAny();
        var progress = new Progress(stored, config.start(), times.nowUs(), config.millis(JetstreamSourceConfig.REWIND));
        SourceMetrics.register(context, counts, progress, times.clock());
        ExecutorService executor = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work, "jetstream-" + config.source());
            thread.setDaemon(true);
            return thread;
        });
        running =
                new Running(client(config, progress, executor), intake(config, progress), config.batchSize(), executor);
        LOGGER.info(
                "Reading {} from {}, starting {}",
                config.source(),
                config.endpoints(),
                stored.isPresent() ? "at the stored place " + stored.getAsLong() : "at " + config.start());
    }

    private JetstreamClient client(JetstreamSourceConfig config, Progress progress, ExecutorService executor) {
        Duration connectTimeout = config.millis(JetstreamSourceConfig.CONNECT_TIMEOUT);
        var settings = new JetstreamClient.Settings(
                config.endpoints(),
                config.collections(),
                connectTimeout,
                config.millis(JetstreamSourceConfig.SILENCE_TIMEOUT),
                config.limits(),
                "crowd-chart/" + PluginVersion.current());
        var backoff = new Backoff(
                config.millis(JetstreamSourceConfig.BACKOFF_MIN),
                config.millis(JetstreamSourceConfig.BACKOFF_MAX),
                random);
        HttpClient http = HttpClient.newBuilder()
                .executor(executor)
                .connectTimeout(connectTimeout)
                .build();
        return new JetstreamClient(settings, http, progress::nextCursor, backoff, times, counts);
    }

    private Intake intake(JetstreamSourceConfig config, Progress progress) {
        var schedule = new HeartbeatSchedule(config.millis(JetstreamSourceConfig.HEARTBEAT_INTERVAL));
        return new Intake(
                config.target(),
                new EventParser(config.source(), config.collections(), times.clock()),
                progress,
                new GapRule(config.lookBack()),
                schedule,
                times,
                counts);
    }

    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        Running now = running;
        if (now == null) {
            return null;
        }
        List<String> messages = now.client().receive(now.batchSize(), MAX_WAIT);
        if (now.client().connection() != knownConnection) {
            knownConnection = now.client().connection();
            now.intake().connected();
        }
        Intake.Taken taken = now.intake().read(messages);
        if (taken.heard()) {
            now.client().heard();
        } else {
            now.client().heardNothing();
        }
        return taken.records().isEmpty() ? null : taken.records();
    }

    @Override
    public void stop() {
        Running ending = running;
        running = null;
        if (ending != null) {
            ending.client().close();
            ending.executor().shutdown();
        }
    }

    @Override
    public String version() {
        return PluginVersion.current();
    }

    SourceCounts counts() {
        return counts;
    }
}
