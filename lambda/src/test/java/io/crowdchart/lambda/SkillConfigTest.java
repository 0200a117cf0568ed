package io.crowdchart.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crowdchart.cache.redis.RedisConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillConfigTest {

    private static final Map<String, String> LEAST = Map.of("SKILL_ID", "amzn1.ask.skill.x", "REDIS_HOST", "charts");

    @Test
    void two_variables_are_enough() {
        Duration timeout = Duration.ofSeconds(2);

        assertThat(SkillConfig.from(LEAST))
                .isEqualTo(new SkillConfig(
                        "amzn1.ask.skill.x",
                        new RedisConfig(
                                "charts", 6379, false, false, Optional.empty(), Optional.empty(), timeout, timeout),
                        Duration.ofSeconds(30),
                        Duration.ofMillis(1_500)));
    }

    @Test
    void every_variable_is_heard() {
        Map<String, String> all = Map.of(
                "SKILL_ID", "amzn1.ask.skill.x",
                "REDIS_HOST", " charts ",
                "REDIS_PORT", "6380",
                "REDIS_CLUSTER", "true",
                "REDIS_TLS", "true",
                "REDIS_USER", "skill",
                "REDIS_PASSWORD", "hush",
                "REDIS_TIMEOUT", "PT0.5S",
                "CHART_STALE_AFTER", "PT1M",
                "CHART_ANSWER_WITHIN", "PT1S");
        Duration timeout = Duration.ofMillis(500);

        SkillConfig config = SkillConfig.from(all);

        assertThat(config)
                .isEqualTo(new SkillConfig(
                        "amzn1.ask.skill.x",
                        new RedisConfig(
                                "charts",
                                6380,
                                true,
                                true,
                                Optional.of("skill"),
                                Optional.of("hush"),
                                timeout,
                                timeout),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1)));
        assertThat(config.toString()).contains("charts:6380").doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SKILL_ID          | ''     | SKILL_ID is missing
            REDIS_HOST        | ' '    | REDIS_HOST is missing
            REDIS_PORT        | 0      | REDIS_PORT is a port from 1 to 65535, was '0'
            REDIS_PORT        | x      | REDIS_PORT is a port from 1 to 65535, was 'x'
            REDIS_PORT        | 65536  | REDIS_PORT is a port from 1 to 65535, was '65536'
            REDIS_CLUSTER     | yes    | REDIS_CLUSTER is true or false, was 'yes'
            REDIS_TLS         | TRUE   | REDIS_TLS is true or false, was 'TRUE'
            REDIS_USER        | skill  | REDIS_USER needs a REDIS_PASSWORD
            REDIS_TIMEOUT     | PT4S   | REDIS_TIMEOUT is a duration like PT2S, above zero and at most PT3S, was 'PT4S'
            REDIS_TIMEOUT     | 2s     | REDIS_TIMEOUT is a duration like PT2S, above zero and at most PT3S, was '2s'
            CHART_STALE_AFTER | PT0S   | CHART_STALE_AFTER is a duration like PT2S, above zero and at most PT24H, was 'PT0S'
            CHART_ANSWER_WITHIN | PT3S | CHART_ANSWER_WITHIN is a duration like PT2S, above zero and at most PT2S, was 'PT3S'
            """)
    void a_wrong_variable_is_named(String name, String value, String fault) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(environment))
                .withMessage("the environment is wrong: " + fault);
    }

    @Test
    void all_faults_are_named_at_once_and_no_secret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(Map.of("REDIS_PORT", "-1", "REDIS_PASSWORD", "hush")))
                .withMessage("the environment is wrong: SKILL_ID is missing; REDIS_HOST is missing;"
                        + " REDIS_PORT is a port from 1 to 65535, was '-1'");
    }
}
