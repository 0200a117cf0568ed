package io.crowdchart.local.pipeline;

import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.ksql.ChartTopology;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The twin of the KSQL statements, running. A thread that dies is replaced, as ksqlDB does it. */
final class Aggregation implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Aggregation.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final KafkaStreams streams;

    private Aggregation(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Starts it and waits until it works. */
    static Aggregation start(ChartStreamsConfig config) {
        Properties properties = new Properties();
        properties.putAll(config.toProperties());
        KafkaStreams streams = new KafkaStreams(ChartTopology.create(), properties);
        CountDownLatch running = new CountDownLatch(1);
        streams.setStateListener((state, before) -> {
            LOGGER.info("aggregation: {} -> {}", before, state);
            if (state == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.setUncaughtExceptionHandler(e -> {
            LOGGER.error("a thread of the aggregation failed and is replaced", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.start();
        Aggregation aggregation = new Aggregation(streams);
        if (!await(running)) {
            aggregation.close();
            throw new StartException("the aggregation did not start within " + START_LIMIT.toSeconds() + " s");
        }
        return aggregation;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(20));
    }
}
