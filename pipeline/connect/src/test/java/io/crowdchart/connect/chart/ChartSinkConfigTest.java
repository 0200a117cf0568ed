package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.redis.RedisConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartSinkConfigTest {

    private static final Map<String, String> ALL = Map.of(
            "chart.redis.host", "cache.example",
            "chart.redis.port", "6380",
            "chart.redis.cluster", "true",
            "chart.redis.tls", "true",
            "chart.redis.user", "chart",
            "chart.redis.password", "s3cr3t",
            "chart.redis.connect.timeout.ms", "100",
            "chart.redis.command.timeout.ms", "200",
            "chart.batch.max.records", "10",
            "chart.retry.backoff.ms", "300");

    @Test
    void only_the_host_is_needed() {
        assertThat(ChartSinkConfig.from(Map.of("chart.redis.host", "localhost")))
                .isEqualTo(new ChartSinkConfig(
                        new RedisConfig(
                                "localhost",
                                6379,
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5)),
                        5_000,
                        Duration.ofMillis(500)));
    }

    @Test
    void every_setting_reaches_its_place() {
        assertThat(ChartSinkConfig.definition().names()).isEqualTo(ALL.keySet());
        assertThat(ChartSinkConfig.from(ALL))
                .isEqualTo(new ChartSinkConfig(
                        new RedisConfig(
                                "cache.example",
                                6380,
                                true,
                                true,
                                Optional.of("chart"),
                                Optional.of("s3cr3t"),
                                Duration.ofMillis(100),
                                Duration.ofMillis(200)),
                        10,
                        Duration.ofMillis(300)));
    }

    @Test
    void an_empty_user_and_an_empty_password_are_none() {
        RedisConfig redis = ChartSinkConfig.from(with(Map.of("chart.redis.user", "", "chart.redis.password", "")))
                .redis();

        assertThat(redis.user()).isEmpty();
        assertThat(redis.password()).isEmpty();
    }

    @Test
    void a_missing_host_is_named() {
        assertThatThrownBy(() -> ChartSinkConfig.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("Missing required configuration \"chart.redis.host\" which has no default value.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
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
