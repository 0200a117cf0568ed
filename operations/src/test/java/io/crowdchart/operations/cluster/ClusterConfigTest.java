package io.crowdchart.operations.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.iam.IamConfig;
import io.crowdchart.cache.iam.KeySource;
import io.crowdchart.cache.iam.Keys;
import io.crowdchart.cache.redis.Login;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClusterConfigTest {

    @Test
    void every_setting_is_read() {
        ClusterConfig config = ClusterConfig.from(
                Map.ofEntries(
                        Map.entry("kafka.bootstrap.servers", "b:9092"),
                        Map.entry("kafka.sasl.jaas.config", "login password=\"${env:LOGIN}\";"),
                        Map.entry("connect.url", "http://connect:8083"),
                        Map.entry("redis.host", "r"),
                        Map.entry("redis.port", "6380"),
                        Map.entry("redis.cluster", "true"),
                        Map.entry("redis.tls", "true"),
                        Map.entry("redis.user", "operator"),
                        Map.entry("redis.password", "s3cret"),
                        Map.entry("redis.timeout", "PT1S"),
                        Map.entry("elasticache.region", "eu-central-1")),
                Map.of("LOGIN", "pa$$word"));

        assertThat(config.requiredKafka())
                .isEqualTo(Map.of(
                        "bootstrap.servers",
                        "b:9092",
                        "sasl.jaas.config",
                        "login password=\"pa$$word\";",
                        "default.api.timeout.ms",
                        "15000",
                        "request.timeout.ms",
                        "10000"));
        assertThat(config.requiredConnect()).isEqualTo(URI.create("http://connect:8083"));
        assertThat(config.requiredRedis().toString()).isEqualTo("RedisConfig[rediss://operator@r:6380, cluster]");
        assertThat(config.requiredRedis().login()).isEqualTo(Login.password("operator", "s3cret"));
        assertThat(config.requiredRedis().commandTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.elastiCache()).isEqualTo(Map.of("region", "eu-central-1"));
        assertThat(config.toString()).doesNotContain("s3cret").doesNotContain("pa$$word");
    }

    @Test
    void what_is_not_given_has_a_default_or_is_missing() {
        ClusterConfig config = ClusterConfig.from(Map.of("redis.host", "r"), Map.of("REDIS_PASSWORD", "from outside"));
        assertThat(config.requiredRedis().port()).isEqualTo(6379);
        assertThat(config.requiredRedis().tls()).isFalse();
        assertThat(config.requiredRedis().login()).isEqualTo(Login.password("from outside"));
        assertThatThrownBy(config::requiredKafka)
                .isInstanceOf(WrongUseException.class)
                .hasMessage("this command needs the setting kafka.bootstrap.servers");
        assertThatThrownBy(config::requiredConnect).hasMessage("this command needs the setting connect.url");
        assertThatThrownBy(ClusterConfig.from(Map.of(), Map.of())::requiredRedis)
                .hasMessage("this command needs the setting redis.host");
    }

    @Test
    void an_elasticache_user_logs_in_with_the_credentials_of_the_environment() {
        ClusterConfig config = ClusterConfig.from(
                Map.of(
                        "redis.host", "r",
                        "redis.tls", "true",
                        "redis.user", "operator",
                        "redis.iam.cache", "charts",
                        "redis.iam.serverless", "false"),
                Map.of(
                        "REDIS_PASSWORD", "of another chart",
                        "AWS_REGION", "eu-west-1",
                        "AWS_ACCESS_KEY_ID", "id",
                        "AWS_SECRET_ACCESS_KEY", "s3cret"));

        assertThat(config.requiredRedis().login())
                .isEqualTo(new Login.Iam(new IamConfig(
                        "operator",
                        "charts",
                        false,
                        "eu-west-1",
                        new KeySource.Given(new Keys("id", "s3cret", Optional.empty())))));
        assertThat(config.toString()).doesNotContain("s3cret");
    }

    @Test
    void the_patience_with_kafka_may_be_chosen() {
        Map<String, String> settings = Map.of("kafka.bootstrap.servers", "b:1", "kafka.request.timeout.ms", "60000");

        assertThat(ClusterConfig.from(settings, Map.of()).requiredKafka())
                .isEqualTo(Map.of("bootstrap.servers", "b:1", "request.timeout.ms", "60000"));
    }

    @Test
    void an_address_with_a_password_is_refused_and_the_password_is_not_told() {
        for (String address : List.of("http://me:s3cret@connect:8083", "http://me:s3@cret@con_nect", "me:s3cret@c")) {
            assertThatThrownBy(() -> ClusterConfig.from(Map.of("connect.url", address), Map.of()))
                    .hasMessageContaining("connect.url is an address like http://localhost:8083, without a user, was '")
                    .hasMessageNotContaining("s3")
                    .hasMessageNotContaining("cret");
        }
    }

    @Test
    void all_faults_are_told_at_once_and_no_secret() {
        assertThatThrownBy(() -> ClusterConfig.from(
                        Map.of(
                                "kafka.",
                                "x",
                                "connect.url",
                                "connect:8083",
                                "redis.host",
                                "r",
                                "redis.port",
                                "0",
                                "redis.tls",
                                "yes",
                                "redis.user",
                                "operator",
                                "redis.timeout",
                                "PT2M",
                                "elasticache.token",
                                "${env:TOKEN}"),
                        Map.of("OTHER", "s3cret")))
                .isInstanceOf(WrongUseException.class)
                .hasMessageStartingWith("the settings are wrong: ")
                .hasMessageContaining("there is no setting 'kafka.'")
                .hasMessageContaining(
                        "connect.url is an address like http://localhost:8083, without a user, was 'connect:8083'")
                .hasMessageContaining("redis.port is a port from 1 to 65535, was '0'")
                .hasMessageContaining("redis.tls is true or false, was 'yes'")
                .hasMessageContaining("redis.timeout is a duration like PT2S, above zero and at most PT1M, was 'PT2M'")
                .hasMessageContaining("redis.user needs a redis.password or redis.iam.cache")
                .hasMessageContaining("elasticache.token needs TOKEN in the environment")
                .hasMessageNotContaining("s3cret");
    }
}
