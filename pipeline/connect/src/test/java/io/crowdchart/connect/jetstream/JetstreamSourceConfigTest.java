package io.crowdchart.connect.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JetstreamSourceConfigTest {

    private static List<String> errors(Map<String, String> settings) {
        return new JetstreamSource()
                .validate(settings).configValues().stream()
                        .map(ConfigValue::errorMessages)
                        .flatMap(List::stream)
                        .toList();
    }

    @Test
    void needs_no_setting_to_read_the_public_network() {
        var config = new JetstreamSourceConfig(Map.of());

        assertThat(errors(Map.of())).isEmpty();
        assertThat(config.endpoints())
                .containsExactly(
                        URI.create("wss://jetstream1.us-east.bsky.network/subscribe"),
                        URI.create("wss://jetstream2.us-east.bsky.network/subscribe"),
                        URI.create("wss://jetstream1.us-west.bsky.network/subscribe"),
                        URI.create("wss://jetstream2.us-west.bsky.network/subscribe"));
        assertThat(config.collections().names()).containsExactly("app.bsky.feed.post");
        assertThat(config.start()).isEqualTo(new StartPosition.Now());
        assertThat(config.target()).isEqualTo(new Intake.Target("bluesky", "votes", "heartbeats", ZoneId.of("UTC")));
        assertThat(config.batchSize()).isEqualTo(1_000);
        assertThat(config.limits()).isEqualTo(new Link.Limits(5_000, 1_048_576));
        assertThat(config.lookBack()).isEqualTo(Duration.ofHours(36));
        assertThat(config.millis("jetstream.heartbeat.interval.ms")).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.millis("jetstream.rewind.ms")).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.millis("jetstream.connect.timeout.ms")).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.millis("jetstream.silence.timeout.ms")).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.millis("jetstream.backoff.min.ms")).isEqualTo(Duration.ofMillis(250));
        assertThat(config.millis("jetstream.backoff.max.ms")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void takes_every_setting() {
        Map<String, String> settings = Map.ofEntries(
                Map.entry("jetstream.hosts", "ws://127.0.0.1:4711, wss://example.org/path"),
                Map.entry("jetstream.source", "test-network"),
                Map.entry("jetstream.collections", "app.bsky.feed.post,fm.teal.*"),
                Map.entry("jetstream.start", "earliest"),
                Map.entry("jetstream.zone", "Europe/Berlin"),
                Map.entry("jetstream.topic.posts", "p"),
                Map.entry("jetstream.topic.heartbeats", "h"),
                Map.entry("jetstream.heartbeat.interval.ms", "101"),
                Map.entry("jetstream.batch.messages", "7"),
                Map.entry("jetstream.rewind.ms", "1001"),
                Map.entry("jetstream.lookback.hours", "3"),
                Map.entry("jetstream.connect.timeout.ms", "102"),
                Map.entry("jetstream.silence.timeout.ms", "103"),
                Map.entry("jetstream.backoff.min.ms", "11"),
                Map.entry("jetstream.backoff.max.ms", "12"),
                Map.entry("jetstream.queue.messages", "8"),
                Map.entry("jetstream.message.max.chars", "9000"));
        var config = new JetstreamSourceConfig(settings);

        assertThat(settings.keySet())
                .isEqualTo(JetstreamSourceConfig.definition().names());
        assertThat(config.endpoints())
                .containsExactly(URI.create("ws://127.0.0.1:4711/subscribe"), URI.create("wss://example.org/path"));
        assertThat(config.source()).isEqualTo("test-network");
        assertThat(config.collections().names()).containsExactly("app.bsky.feed.post", "fm.teal.*");
        assertThat(config.start()).isEqualTo(new StartPosition.Earliest());
        assertThat(config.target()).isEqualTo(new Intake.Target("test-network", "p", "h", ZoneId.of("Europe/Berlin")));
        assertThat(config.batchSize()).isEqualTo(7);
        assertThat(config.lookBack()).isEqualTo(Duration.ofHours(3));
        assertThat(config.limits()).isEqualTo(new Link.Limits(8, 9_000));
        assertThat(config.millis("jetstream.heartbeat.interval.ms")).isEqualTo(Duration.ofMillis(101));
        assertThat(config.millis("jetstream.rewind.ms")).isEqualTo(Duration.ofMillis(1_001));
        assertThat(config.millis("jetstream.connect.timeout.ms")).isEqualTo(Duration.ofMillis(102));
        assertThat(config.millis("jetstream.silence.timeout.ms")).isEqualTo(Duration.ofMillis(103));
        assertThat(config.millis("jetstream.backoff.min.ms")).isEqualTo(Duration.ofMillis(11));
        assertThat(config.millis("jetstream.backoff.max.ms")).isEqualTo(Duration.ofMillis(12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jetstream.hosts | https://example.org | must be a WebSocket address like wss://host",
                "jetstream.hosts | ws://exa mple | must be a WebSocket address",
                "jetstream.hosts | ws://host?cursor=1 | must be a WebSocket address like",
                "jetstream.collections | app.bsky.fe* | must be a collection like app.bsky.feed.post",
                "jetstream.source | Blue Sky | small letters, digits and hyphens",
                "jetstream.start | yesterday | must be now, earliest, a time like",
                "jetstream.start | 4711 | must be now, earliest, a time like",
                "jetstream.zone | Berlin | must be an IANA time zone like Europe/Berlin",
                "jetstream.rewind.ms | 0 | at least 1000",
                "jetstream.queue.messages | 0 | at least 1",
                "jetstream.batch.messages | 100001 | no more than 100000",
                "jetstream.backoff.min.ms | 60000 | must not be greater than jetstream.backoff.max.ms, which is 30000",
            })
    void says_what_is_wrong_with_a_setting(String setting, String value, String expected) {
        assertThat(errors(Map.of(setting, value))).singleElement().asString().contains(setting, expected);
    }

    @Test
    void needs_a_host_and_a_collection() {
        assertThat(errors(Map.of("jetstream.hosts", "", "jetstream.collections", "")))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).contains("must name at least one"));
    }

    @Test
    void reports_all_problems_at_once() {
        Map<String, String> wrong = new HashMap<>();
        wrong.put("jetstream.hosts", "nowhere");
        wrong.put("jetstream.zone", "Atlantis");
        wrong.put("jetstream.start", "x");

        assertThat(errors(wrong)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-25T14:23:29.157119Z, 1779719009157119",
        "2026-05-25T16:23:29.157119+02:00, 1779719009157119",
        "1779719009157119, 1779719009157119"
    })
    void a_start_can_be_a_time(String text, long expected) {
        assertThat(StartPosition.of(text)).isEqualTo(new StartPosition.At(expected));
    }

    @Test
    void documents_every_setting() {
        assertThat(JetstreamSourceConfig.definition().configKeys().values()).allSatisfy(key -> {
            assertThat(key.documentation).endsWith(".");
            assertThat(key.group).isIn("Stream", "Records", "Reliability");
        });
    }
}
