package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.iam.IamConfig;
import io.crowdchart.cache.iam.KeySource;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.connect.chart.topics.KafkaSettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartSinkConfigTest {

    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("chart.kafka.bootstrap.servers", "kafka.example:9092"),
            Map.entry("chart.kafka.security.protocol", "SASL_SSL"),
            Map.entry("chart.kafka.sasl.mechanism", "PLAIN"),
            Map.entry("chart.kafka.sasl.jaas.config", "a s3cr3t"),
            Map.entry("chart.kafka.sasl.client.callback.handler.class", "x.Handler"),
            Map.entry("chart.redis.host", "cache.example"),
            Map.entry("chart.redis.port", "6380"),
            Map.entry("chart.redis.cluster", "true"),
            Map.entry("chart.redis.tls", "true"),
            Map.entry("chart.redis.user", "chart"),
            Map.entry("chart.redis.password", "s3cr3t"),
            Map.entry("chart.redis.iam.cache", ""),
            Map.entry("chart.redis.iam.serverless", "true"),
            Map.entry("chart.redis.connect.timeout.ms", "100"),
            Map.entry("chart.redis.command.timeout.ms", "200"),
            Map.entry("chart.batch.max.records", "10"),
            Map.entry("chart.retry.backoff.ms", "300"));

    private static final Map<String, String> FARGATE =
            Map.of("AWS_REGION", "eu-west-1", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/1");

    private static final KafkaSettings KAFKA = new KafkaSettings(Map.of("bootstrap.servers", "kafka.example:9092"));

    @Test
    void only_the_hosts_are_needed() {
        assertThat(ChartSinkConfig.from(Map.of(
                        "name", "chart-sink",
                        "topics", "pulse, song_ranking",
                        "chart.redis.host", "localhost",
                        "chart.kafka.bootstrap.servers", "kafka.example:9092")))
                .isEqualTo(new ChartSinkConfig(
                        List.of("song_ranking", "pulse"),
                        "connect-chart-sink",
                        KAFKA,
                        new RedisConfig(
                                "localhost",
                                6379,
                                false,
                                false,
                                Login.none(),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5)),
                        5_000,
                        Duration.ofMillis(500)));
    }

    @Test
    void every_setting_reaches_its_place() {
        assertThat(ChartSinkConfig.definition().names()).isEqualTo(ALL.keySet());
        assertThat(ChartSinkConfig.from(with(Map.of(
                        "topics", "song_titles,song_ranking",
                        "consumer.override.group.id", "charts"))))
                .isEqualTo(new ChartSinkConfig(
                        List.of("song_ranking", "song_titles"),
                        "charts",
                        new KafkaSettings(Map.of(
                                "bootstrap.servers", "kafka.example:9092",
                                "security.protocol", "SASL_SSL",
                                "sasl.mechanism", "PLAIN",
                                "sasl.jaas.config", "a s3cr3t",
                                "sasl.client.callback.handler.class", "x.Handler")),
                        new RedisConfig(
                                "cache.example",
                                6380,
                                true,
                                true,
                                Login.password("chart", "s3cr3t"),
                                Duration.ofMillis(100),
                                Duration.ofMillis(200)),
                        10,
                        Duration.ofMillis(300)));
    }

    @Test
    void an_empty_user_and_an_empty_password_are_none() {
        RedisConfig redis = ChartSinkConfig.from(with(Map.of("chart.redis.user", "", "chart.redis.password", "")))
                .redis();

        assertThat(redis.login()).isEqualTo(Login.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chart.redis.host", "chart.kafka.bootstrap.servers"})
    void a_missing_host_is_named(String name) {
        Map<String, String> settings = with(Map.of());
        settings.remove(name);

        assertThatThrownBy(() -> ChartSinkConfig.from(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Missing required configuration \"" + name + "\" which has no default value.");
    }

    @Test
    void what_is_said_about_kafka_goes_on_to_its_clients_and_is_not_shown() {
        ChartSinkConfig config = ChartSinkConfig.from(with(Map.of("chart.kafka.request.timeout.ms", "1000")));

        assertThat(config.kafka().client())
                .isEqualTo(Map.of(
                        "bootstrap.servers", "kafka.example:9092",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "PLAIN",
                        "sasl.jaas.config", "a s3cr3t",
                        "sasl.client.callback.handler.class", "x.Handler",
                        "request.timeout.ms", "1000"));
        assertThat(config.toString()).contains("kafka.example:9092").doesNotContain("s3cr3t");
    }

    @Test
    void what_is_blank_is_not_said_to_kafka() {
        ChartSinkConfig config = ChartSinkConfig.from(with(Map.of(
                "chart.kafka.security.protocol", "",
                "chart.kafka.sasl.mechanism", "",
                "chart.kafka.sasl.jaas.config", " ",
                "chart.kafka.sasl.client.callback.handler.class", "")));

        assertThat(config.kafka()).isEqualTo(KAFKA);
    }

    @Test
    void an_elasticache_user_logs_in_with_the_credentials_of_the_worker() {
        assertThat(ChartSinkConfig.from(iam(Map.of()), FARGATE).redis().login())
                .isEqualTo(new Login.Iam(new IamConfig(
                        "chart",
                        "charts",
                        true,
                        "eu-west-1",
                        new KeySource.Endpoint(
                                URI.create("http://169.254.170.2/v2/credentials/1"),
                                Optional.empty(),
                                Optional.empty()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chart.redis.user           | ''     | chart.redis.iam.cache needs a chart.redis.user
            chart.redis.password       | x      | chart.redis.iam.cache and chart.redis.password exclude each other
            chart.redis.tls            | false  | chart.redis.iam.cache needs chart.redis.tls=true
            chart.redis.iam.cache      | A      | the name of a cache is lower-case letters, digits and hyphens, was 'A'
            """)
    void what_a_login_with_iam_needs_is_named(String name, String value, String fault) {
        assertThatThrownBy(() -> ChartSinkConfig.from(iam(Map.of(name, value)), FARGATE))
                .isInstanceOf(ConfigException.class)
                .hasMessage(fault);
    }

    @Test
    void a_worker_without_credentials_is_told() {
        assertThatThrownBy(() -> ChartSinkConfig.from(iam(Map.of()), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("AWS_REGION is missing; there are no AWS credentials: ");
    }

    private static Map<String, String> iam(Map<String, String> changes) {
        Map<String, String> settings = with(Map.of("chart.redis.password", "", "chart.redis.iam.cache", "charts"));
        settings.putAll(changes);
        return settings;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chart.kafka.bootstrap.servers  | ''     | String must be non-empty
            chart.redis.host               | ''     | String must be non-empty
            chart.redis.port               | 0      | Value must be at least 1
            chart.redis.port               | 65536  | Value must be no more than 65535
            chart.redis.port               | redis  | Not a number of type INT
            chart.redis.tls                | maybe  | Expected value to be either true or false
            chart.redis.connect.timeout.ms | 0      | Value must be at least 1
            chart.redis.command.timeout.ms | 60001  | Value must be no more than 60000
            chart.batch.max.records        | 0      | Value must be at least 1
            chart.batch.max.records        | 50001  | Value must be no more than 50000
            chart.retry.backoff.ms         | 0      | Value must be at least 1
            """)
    void a_wrong_setting_is_named_with_what_was_expected(String name, String value, String expected) {
        assertThatThrownBy(() -> ChartSinkConfig.from(with(Map.of(name, value))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(expected);
    }

    @Test
    void the_password_is_not_shown() {
        assertThat(ChartSinkConfig.from(ALL).toString()).doesNotContain("s3cr3t");
    }

    private static Map<String, String> with(Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(ALL);
        settings.putAll(changes);
        return settings;
    }
}
