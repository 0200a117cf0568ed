package io.crowdchart.connect.jetstream;

import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import io.crowdchart.connect.post.ZoneValidator;
import io.crowdchart.model.topic.Topic;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings of {@link JetstreamSource}. */
final class JetstreamSourceConfig extends AbstractConfig {

    static final String HOSTS = "jetstream.hosts";
    static final String SOURCE = "jetstream.source";
    static final String COLLECTIONS = "jetstream.collections";
    static final String START = "jetstream.start";
    static final String ZONE = "jetstream.zone";
    static final String POST_TOPIC = "jetstream.topic.posts";
    static final String HEARTBEAT_TOPIC = "jetstream.topic.heartbeats";
    static final String HEARTBEAT_INTERVAL = "jetstream.heartbeat.interval.ms";
    static final String REWIND = "jetstream.rewind.ms";
    static final String LOOK_BACK = "jetstream.lookback.hours";
    static final String CONNECT_TIMEOUT = "jetstream.connect.timeout.ms";
    static final String SILENCE_TIMEOUT = "jetstream.silence.timeout.ms";
    static final String BACKOFF_MIN = "jetstream.backoff.min.ms";
    static final String BACKOFF_MAX = "jetstream.backoff.max.ms";
    static final String QUEUE_LENGTH = "jetstream.queue.messages";
    static final String BATCH_SIZE = "jetstream.batch.messages";
    static final String MESSAGE_LENGTH = "jetstream.message.max.chars";

    private static final List<String> PUBLIC_HOSTS = List.of(
            "wss://jetstream1.us-east.bsky.network",
            "wss://jetstream2.us-east.bsky.network",
            "wss://jetstream1.us-west.bsky.network",
            "wss://jetstream2.us-west.bsky.network");

    JetstreamSourceConfig(Map<String, String> settings) {
        super(definition(), settings, false);
    }

    static ConfigDef definition() {
        return new Settings()
                .group("Stream")
                .list(
                        HOSTS,
                        String.join(",", PUBLIC_HOSTS),
                        SettingChecks.HOSTS,
                        "The Jetstream hosts, as ws:// or wss:// addresses. The first is used; after trouble the next.")
                .text(
                        SOURCE,
                        "bluesky",
                        SettingChecks.SOURCE,
                        "The name of the network. It is part of every pseudonym and names the stored place in the"
                                + " stream: never change it.")
                .list(
                        COLLECTIONS,
                        "app.bsky.feed.post",
                        SettingChecks.COLLECTIONS,
                        "The collections that hold posts, at most 100; a name may end in .* for all below it.")
                .text(
                        START,
                        "now",
                        SettingChecks.START,
                        "Where to start if no place in the stream is stored: now, earliest, a time like"
                                + " 2026-11-23T06:00:00Z, or its microseconds since 1970.")
                .group("Records")
                .text(
                        ZONE,
                        "UTC",
                        new ZoneValidator(),
                        "The time zone of the chart, told in every heartbeat. The same as the transform's.")
                .text(
                        POST_TOPIC,
                        Topic.VOTES.topicName(),
                        new NonEmptyString(),
                        "The topic of posts. The transform makes votes of them and names the topic of these itself.")
                .text(HEARTBEAT_TOPIC, Topic.HEARTBEATS.topicName(), new NonEmptyString(), "The topic of heartbeats.")
                .millis(
                        HEARTBEAT_INTERVAL,
                        5_000,
                        atLeast(100),
                        "How often the time up to which posts were seen is told, if it has advanced.")
                .number(BATCH_SIZE, 1_000, between(1, 100_000), "The most messages that one poll takes.")
                .group("Reliability")
                .millis(
                        REWIND,
                        5_000,
                        between(1_000, 3_600_000),
                        "How far before the newest known event a connection starts. Must cover by how much the hosts'"
                                + " times differ, and at least one event, or gaps would go unnoticed.")
                .number(
                        LOOK_BACK,
                        36,
                        between(1, 24 * 365),
                        "How many hours of events the hosts keep. A start time before that is reported as a gap.")
                .millis(
                        CONNECT_TIMEOUT,
                        10_000,
                        between(100, 300_000),
                        "How long a host may take to accept a connection.")
                .millis(
                        SILENCE_TIMEOUT,
                        30_000,
                        between(100, Integer.MAX_VALUE),
                        "How long a connection may bring no event before it is given up. Raise it for a quiet stream.")
                .millis(
                        BACKOFF_MIN,
                        250,
                        between(10, 300_000),
                        "The first pause after a failure; it doubles with each.")
                .millis(BACKOFF_MAX, 30_000, between(10, 3_600_000), "The longest pause after a failure.")
                .number(
                        QUEUE_LENGTH,
                        5_000,
                        between(1, 1_000_000),
                        "The most messages that wait for Kafka; then the server is slowed down.")
                .number(
                        MESSAGE_LENGTH,
                        1_048_576,
                        between(1_000, 16_777_216),
                        "The longest message that is read, in characters; longer ones are counted and skipped. Sixteen of"
                                + " them bound the memory that waiting messages take.")
                .definition();
    }

    String source() {
        return getString(SOURCE);
    }

    List<URI> endpoints() {
        return getList(HOSTS).stream().map(SettingChecks::endpoint).toList();
    }

    WantedCollections collections() {
        return new WantedCollections(getList(COLLECTIONS));
    }

    StartPosition start() {
        return StartPosition.of(getString(START));
    }

    Intake.Target target() {
        return new Intake.Target(
                source(), getString(POST_TOPIC), getString(HEARTBEAT_TOPIC), ZoneId.of(getString(ZONE)));
    }

    Duration lookBack() {
        return Duration.ofHours(getInt(LOOK_BACK));
    }

    Duration millis(String setting) {
        return Duration.ofMillis(getInt(setting));
    }

    int batchSize() {
        return getInt(BATCH_SIZE);
    }

    Link.Limits limits() {
        return new Link.Limits(getInt(QUEUE_LENGTH), getInt(MESSAGE_LENGTH));
    }

    /** Writes settings down group by group, in the order in which they are documented. */
    private static final class Settings {

        private final ConfigDef definition = new ConfigDef();
        private String group = "";
        private int order;

        Settings group(String name) {
            group = name;
            order = 0;
            return this;
        }

        Settings text(String name, String preset, Validator validator, String documentation) {
            return define(name, Type.STRING, preset, validator, documentation);
        }

        Settings list(String name, String preset, Validator validator, String documentation) {
            return define(name, Type.LIST, preset, validator, documentation);
        }

        Settings number(String name, int preset, Validator validator, String documentation) {
            return define(name, Type.INT, preset, validator, documentation);
        }

        Settings millis(String name, int preset, Validator validator, String documentation) {
            return define(name, Type.INT, preset, validator, documentation + " In milliseconds.");
        }

        private Settings define(String name, Type type, Object preset, Validator validator, String documentation) {
            Importance importance = switch (group) {
                case "Stream" -> Importance.HIGH;
                case "Records" -> Importance.MEDIUM;
                default -> Importance.LOW;
            };
            String label = name.substring(name.indexOf('.') + 1).replace('.', ' ');
            definition.define(
                    name, type, preset, validator, importance, documentation, group, ++order, Width.MEDIUM, label);
            return this;
        }

        ConfigDef definition() {
            return definition;
        }
    }
}
