package io.crowdchart.embedded.connect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/** Greets once, and remembers that it did; fails if the greeting is "fail". */
public final class GreetingSource extends SourceConnector {

    private Map<String, String> settings = Map.of();

    @Override
    public void start(Map<String, String> given) {
        this.settings = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return GreetingTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {}

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    @Override
    public ConfigDef config() {
        return new ConfigDef()
                .define("greeting", ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "What to say.")
                .define("topic", ConfigDef.Type.STRING, ConfigDef.Importance.HIGH, "Where to.");
    }

    @Override
    public String version() {
        return "1";
    }

    /** Greets. */
    public static final class GreetingTask extends SourceTask {

        private static final Map<String, String> WORLD = Map.of("of", "world");

        private String greeting = "";
        private String topic = "";
        private boolean done;

        @Override
        public void start(Map<String, String> settings) {
            greeting = settings.getOrDefault("greeting", "");
            topic = settings.getOrDefault("topic", "");
            done = context.offsetStorageReader().offset(WORLD) != null;
            if (greeting.equals("fail")) {
                throw new ConnectException("told to fail");
            }
        }

        @Override
        public @Nullable List<SourceRecord> poll() throws InterruptedException {
            if (done) {
                TimeUnit.MILLISECONDS.sleep(100);
                return null;
            }
            done = true;
            return List.of(new SourceRecord(WORLD, Map.of("done", 1L), topic, null, greeting));
        }

        @Override
        public void stop() {}

        @Override
        public String version() {
            return "1";
        }
    }
}
