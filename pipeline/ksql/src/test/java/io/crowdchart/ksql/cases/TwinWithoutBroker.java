package io.crowdchart.ksql.cases;

import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.ksql.ChartTopology;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The twin on its own; every play starts with nothing. */
public final class TwinWithoutBroker implements Engine {

    private final Path stateDir;

    public TwinWithoutBroker(Path stateDir) {
        this.stateDir = stateDir;
    }

    @Override
    public Tables play(List<Step> steps, Predicate<Tables> expected) {
        Properties settings = new Properties();
        settings.putAll(ChartStreamsConfig.local("unused:9092", stateDir).toProperties());
        try (TopologyTestDriver driver = new TopologyTestDriver(ChartTopology.create(), settings)) {
            steps.forEach(step -> pipe(driver, step));
            return tables(driver);
        }
    }

    private static void pipe(TopologyTestDriver driver, Step step) {
        TestInputTopic<byte[], byte[]> topic =
                driver.createInputTopic(step.topic(), new ByteArraySerializer(), new ByteArraySerializer());
        topic.pipeInput(step.key(), step.value());
    }

    private static Tables tables(TopologyTestDriver driver) {
        Tables tables = new Tables();
        for (Topic output : Tables.OUTPUTS) {
            for (TestRecord<byte[], byte[]> record : driver.createOutputTopic(
                            output.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList()) {
                tables.accept(output.topicName(), record.key(), record.value());
            }
        }
        return tables;
    }
}
