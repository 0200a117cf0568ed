package io.crowdchart.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crowdchart.cache.iam.IamConfig;
import io.crowdchart.cache.iam.KeySource;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.lambda.title.Catalogue;
import io.crowdchart.lambda.title.ProfanityMode;
import io.crowdchart.lambda.title.TitleRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
                        new ChartsConfig(
                                new RedisConfig("charts", 6379, false, false, Login.none(), timeout, timeout),
                                Duration.ofSeconds(30),
                                Duration.ofMillis(1_500)),
                        TitleRules.of(ProfanityMode.HIDE)));
    }

    @Test
    void every_variable_is_heard() {
        Map<String, String> all = new HashMap<>(Map.of("CHART_PROFANITY", "bleep"));
        all.putAll(Map.of(
                "SKILL_ID", "amzn1.ask.skill.x",
                "REDIS_HOST", " charts ",
                "REDIS_PORT", "6380",
                "REDIS_CLUSTER", "true",
                "REDIS_TLS", "true",
                "REDIS_USER", "skill",
                "REDIS_PASSWORD", "hush",
                "REDIS_TIMEOUT", "PT0.5S",
                "CHART_STALE_AFTER", "PT1M",
                "CHART_ANSWER_WITHIN", "PT1S"));
        Duration timeout = Duration.ofMillis(500);

        SkillConfig config = SkillConfig.from(all);

        assertThat(config)
                .isEqualTo(new SkillConfig(
                        "amzn1.ask.skill.x",
                        new ChartsConfig(
                                new RedisConfig(
                                        "charts", 6380, true, true, Login.password("skill", "hush"), timeout, timeout),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(1)),
                        TitleRules.of(ProfanityMode.BLEEP)));
        assertThat(config.toString()).contains("charts:6380").doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SKILL_ID          | ''     | SKILL_ID is missing
            REDIS_HOST        | ' '    | REDIS_HOST is missing
            CHART_PROFANITY   | HIDE   | CHART_PROFANITY is hide, bleep, catalogue or off, was 'HIDE'
            CHART_PROFANITY   | catalogue | CHART_CATALOGUE is missing
            CHART_CATALOGUE   | x.txt  | CHART_CATALOGUE is only for CHART_PROFANITY = catalogue, which is hide
            REDIS_PORT        | 0      | REDIS_PORT is a port from 1 to 65535, was '0'
            REDIS_PORT        | x      | REDIS_PORT is a port from 1 to 65535, was 'x'
            REDIS_PORT        | 65536  | REDIS_PORT is a port from 1 to 65535, was '65536'
            REDIS_CLUSTER     | yes    | REDIS_CLUSTER is true or false, was 'yes'
            REDIS_TLS         | TRUE   | REDIS_TLS is true or false, was 'TRUE'
            REDIS_USER        | skill  | REDIS_USER needs a REDIS_PASSWORD or REDIS_IAM_CACHE
            REDIS_TIMEOUT     | PT4S   | REDIS_TIMEOUT is a duration like PT2S, above zero and at most PT3S, was 'PT4S'
            REDIS_TIMEOUT     | 2s     | REDIS_TIMEOUT is a duration like PT2S, above zero and at most PT3S, was '2s'
            CHART_STALE_AFTER | PT0S   | CHART_STALE_AFTER is a duration like PT2S, above zero and at most PT24H, was 'PT0S'
            CHART_ANSWER_WITHIN | PT3S | CHART_ANSWER_WITHIN is a duration like PT2S, above zero and at most PT1.7S, was 'PT3S'
            """)
    void a_wrong_variable_is_named(String name, String value, String fault) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.put(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(environment))
                .withMessage("the environment is wrong: " + fault);
    }

    @Test
    void an_elasticache_user_logs_in_with_the_credentials_of_the_function() {
        SkillConfig config = SkillConfig.from(iam(Map.of()));

        assertThat(config.charts().redis().login())
                .isEqualTo(new Login.Iam(new IamConfig(
                        "chart-skill",
                        "charts",
                        true,
                        "eu-west-1",
                        new KeySource.Endpoint(
                                URI.create("http://127.0.0.1:9001/keys"), Optional.of("hush"), Optional.empty()))));
        assertThat(config.toString()).contains("chart-skill@charts.example").doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REDIS_PASSWORD  | x      | REDIS_IAM_CACHE and REDIS_PASSWORD exclude each other
            REDIS_USER      | ''     | REDIS_IAM_CACHE needs a REDIS_USER
            REDIS_TLS       | false  | REDIS_IAM_CACHE needs REDIS_TLS=true
            REDIS_IAM_CACHE | Charts | the name of a cache is lower-case letters, digits and hyphens, was 'Charts'
            AWS_REGION      | ''     | AWS_REGION is missing
            REDIS_IAM_SERVERLESS | 1 | REDIS_IAM_SERVERLESS is true or false, was '1'
            """)
    void what_a_login_with_iam_needs_is_named(String name, String value, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(iam(Map.of(name, value))))
                .withMessage("the environment is wrong: " + fault);
    }

    @Test
    void a_catalogue_is_read(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("titles.txt");
        Files.writeString(file, "Hey Jude\n\n  Beyoncé (Remastered 2009)  \r\n");

        assertThat(SkillConfig.from(catalogue(file)).titles())
                .isEqualTo(TitleRules.only(new Catalogue(Set.of("hey jude", "beyonce"))));
    }

    @Test
    void a_catalogue_that_is_none_is_named(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("titles.txt");
        String wrong = "the environment is wrong: CHART_CATALOGUE: the catalogue ";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(catalogue(file)))
                .withMessage(wrong + "cannot be read: " + file);
        Files.writeString(file, " \n\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(catalogue(file)))
                .withMessage(wrong + "has no title: " + file);
        Files.write(file, new byte[] {'a', (byte) 0xE9});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(catalogue(file)))
                .withMessage(wrong + "is no text in UTF-8: " + file);
    }

    private static Map<String, String> catalogue(Path file) {
        Map<String, String> environment = new HashMap<>(LEAST);
        environment.putAll(Map.of("CHART_PROFANITY", "catalogue", "CHART_CATALOGUE", file.toString()));
        return environment;
    }

    @Test
    void the_probe_needs_no_skill() {
        Map<String, String> environment = iam(Map.of("SKILL_ID", ""));

        assertThat(ChartsConfig.from(environment))
                .isEqualTo(SkillConfig.from(iam(Map.of())).charts());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChartsConfig.from(Map.of()))
                .withMessage("the environment is wrong: REDIS_HOST is missing");
    }

    /** What the function has in AWS. */
    private static Map<String, String> iam(Map<String, String> changes) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SKILL_ID", "amzn1.ask.skill.x",
                "REDIS_HOST", "charts.example",
                "REDIS_PORT", "6379",
                "REDIS_CLUSTER", "true",
                "REDIS_TLS", "true",
                "REDIS_USER", "chart-skill",
                "REDIS_IAM_CACHE", "charts",
                "AWS_REGION", "eu-west-1",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001/keys",
                "AWS_CONTAINER_AUTHORIZATION_TOKEN", "hush"));
        environment.putAll(changes);
        return environment;
    }

    @Test
    void all_faults_are_named_at_once_and_no_secret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SkillConfig.from(Map.of("REDIS_PORT", "-1", "REDIS_PASSWORD", "hush")))
                .withMessage("the environment is wrong: SKILL_ID is missing; REDIS_HOST is missing;"
                        + " REDIS_PORT is a port from 1 to 65535, was '-1'");
    }
}
