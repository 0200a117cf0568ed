package io.crowdchart.connect.chart;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.PluginVersion;
import io.crowdchart.connect.chart.rebuild.Caretaker;
import io.crowdchart.connect.chart.record.DeadLetters;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.KafkaTopics;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The task of {@link ChartSink}: connects Kafka Connect with {@link ChartIntake}, which does the work. It starts and opens
 * partitions without the cache; only {@link #put} needs it, and waits for it.
 */
public final class ChartSinkTask extends SinkTask {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChartSinkTask.class);

    private final Clock clock;
    private final Function<RedisConfig, ChartWriter> writers;
    private final Function<ChartSinkConfig, ChartTopics> topicsOf;
    private final Executor background;
    private @Nullable ChartWriter writer;
    private @Nullable ChartTopics topics;
    private @Nullable ChartIntake intake;

    /** For Kafka Connect. */
    public ChartSinkTask() {
        this(
                Clock.systemUTC(),
                redis -> new RedisCharts(redis, Clock.systemUTC()).writer(),
                config -> new KafkaTopics(config.kafka(), config.topics(), config.group(), Clock.systemUTC()),
                ChartSinkTask::inBackground);
    }

    /**
     * A task.
     *
     * @param background does what may go on while the task reads
     */
    ChartSinkTask(
            Clock clock,
            Function<RedisConfig, ChartWriter> writers,
            Function<ChartSinkConfig, ChartTopics> topicsOf,
            Executor background) {
        this.background = background;
        this.clock = clock;
        this.writers = writers;
        this.topicsOf = topicsOf;
    }

    @Override
    public void start(Map<String, String> properties) {
        ChartSinkConfig config = ChartSinkConfig.from(properties);
        OutageWatch watch = new OutageWatch(writers.apply(config.redis()), clock);
        writer = watch;
        ChartTopics asked = topicsOf.apply(config);
        topics = asked;
        IntakeCounts counts = new IntakeCounts();
        DeadLetters deadLetters = new DeadLetters(context.errantRecordReporter(), counts.bad);
        Caretaker caretaker = new Caretaker(watch, asked, deadLetters, counts.rebuilds, background, clock);
        intake = new ChartIntake(new ConnectConsumer(context), watch, caretaker, deadLetters, config, counts);
        IntakeMetrics.register(context, counts, watch, clock);
        LOGGER.info("keeping the charts in {}, made from Kafka at {}", config.redis(), config.kafka());
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        intake().open(parts(partitions));
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        intake().put(records);
    }

    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
        return intake().stored(current);
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        intake().close(parts(partitions));
    }

    @Override
    public void stop() {
        try {
            if (intake != null) {
                intake.stop();
            }
        } finally {
            closeClients();
        }
    }

    private void closeClients() {
        try {
            if (topics != null) {
                topics.close();
            }
        } finally {
            if (writer != null) {
                writer.close();
            }
        }
    }

    @Override
    public String version() {
        return PluginVersion.current();
    }

    private ChartIntake intake() {
        if (intake == null) {
            throw new IllegalStateException("the task was not started");
        }
        return intake;
    }

    /** The few batches of a rebuild do not need a pool, which somebody would have to close. */
    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "chart-rebuild");
        thread.setDaemon(true);
        thread.start();
    }

    private static List<TopicPart> parts(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .map(partition -> new TopicPart(partition.topic(), partition.partition()))
                .toList();
    }
}
