package io.crowdchart.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisConfigTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    @Test
    void a_node_has_two_seconds_for_each_step_and_needs_no_password() {
        assertThat(RedisConfig.node("127.0.0.1", 6379))
                .isEqualTo(new RedisConfig(
                        "127.0.0.1", 6379, false, false, Login.none(), Duration.ofSeconds(2), Duration.ofSeconds(2)));
    }

    @Test
    void the_password_is_not_shown() {
        var config = new RedisConfig(
                "redis.example.org", 6379, true, true, Login.password("skill", "secret"), TIMEOUT, TIMEOUT);

        assertThat(config).hasToString("RedisConfig[rediss://skill@redis.example.org:6379, cluster]");
    }

    @Test
    void wrong_values_are_named() {
        assertThatThrownBy(() -> RedisConfig.node(" ", 6379)).hasMessage("the host of Redis must not be blank");
        assertThatThrownBy(() -> RedisConfig.node("h", 0)).hasMessage("the port of Redis is 1 to 65535, was 0");
        assertThatThrownBy(() -> new RedisConfig("h", 1, false, false, Login.none(), TIMEOUT, Duration.ZERO))
                .hasMessage("the command time-out of Redis is at least 1 ms, was PT0S");
    }
}
