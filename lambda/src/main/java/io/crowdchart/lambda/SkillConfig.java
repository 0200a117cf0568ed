package io.crowdchart.lambda;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the skill has to know, from environment variables. Its text has no secret in it.
 *
 * @param skillId the id that Alexa gave to the skill; requests to another id are refused ({@value #SKILL_ID})
 * @param redis how to reach the charts ({@code REDIS_…})
 * @param staleAfter how old a chart may be before the skill says so ({@value #CHART_STALE_AFTER})
 * @param answerWithin how long an answer may wait for the charts in all ({@value #CHART_ANSWER_WITHIN})
 */
public record SkillConfig(String skillId, RedisConfig redis, Duration staleAfter, Duration answerWithin) {

    /** Required: the id of the skill, {@code amzn1.ask.skill.…}. */
    public static final String SKILL_ID = "SKILL_ID";

    /** Required: the host of Redis; of a cluster, any of its nodes or its configuration endpoint. */
    public static final String REDIS_HOST = "REDIS_HOST";

    /** The port of Redis; default 6379. */
    public static final String REDIS_PORT = "REDIS_PORT";

    /** Whether Redis is a cluster, {@code true} or {@code false}; default false. */
    public static final String REDIS_CLUSTER = "REDIS_CLUSTER";

    /** Whether to speak TLS, {@code true} or {@code false}; default false. */
    public static final String REDIS_TLS = "REDIS_TLS";

    /** The ACL user; default: the default user. */
    public static final String REDIS_USER = "REDIS_USER";

    /** The password; default: none. Secret. */
    public static final String REDIS_PASSWORD = "REDIS_PASSWORD";

    /**
     * How long to wait for a connection, and again for a reply, as in ISO 8601; default PT2S, at most PT3S. No answer waits
     * longer than {@value #CHART_ANSWER_WITHIN}, whatever this is.
     */
    public static final String REDIS_TIMEOUT = "REDIS_TIMEOUT";

    /** How old a chart may be before the skill says so, as in ISO 8601; default PT30S. */
    public static final String CHART_STALE_AFTER = "CHART_STALE_AFTER";

    /**
     * How long an answer may wait for the charts in all, whatever Redis does, as in ISO 8601; default PT1.5S, at most PT2S.
     * When it is over, the skill tells the last chart that it remembers, with its age.
     */
    public static final String CHART_ANSWER_WITHIN = "CHART_ANSWER_WITHIN";

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration LONGEST_STALE_AFTER = Duration.ofDays(1);

    /** Alexa waits 8 seconds; people get restless much earlier. */
    private static final Duration LONGEST_ANSWER_WITHIN = Duration.ofSeconds(2);

    /** The configuration of this process. */
    public static SkillConfig fromEnvironment() {
        return from(System.getenv());
    }

    /**
     * The configuration that variables describe; a blank variable counts as missing.
     *
     * @throws IllegalArgumentException if something is missing or wrong; the message names every fault and no secret
     */
    public static SkillConfig from(Map<String, String> environment) {
        return new Reading(environment).config();
    }

    /** Collects the faults while the variables are read. */
    private static final class Reading {

        private final Map<String, String> environment;
        private final List<String> faults = new ArrayList<>();

        Reading(Map<String, String> environment) {
            this.environment = environment;
        }

        SkillConfig config() {
            String skillId = required(SKILL_ID);
            String host = required(REDIS_HOST);
            int port = value(REDIS_PORT, 6379, "a port from 1 to 65535", Reading::port);
            boolean cluster = value(REDIS_CLUSTER, false, "true or false", Reading::flag);
            boolean tls = value(REDIS_TLS, false, "true or false", Reading::flag);
            Duration timeout = duration(REDIS_TIMEOUT, Duration.ofSeconds(2), LONGEST_TIMEOUT);
            Duration staleAfter = duration(CHART_STALE_AFTER, Duration.ofSeconds(30), LONGEST_STALE_AFTER);
            Duration answerWithin = duration(CHART_ANSWER_WITHIN, RedisCharts.ANSWER_WITHIN, LONGEST_ANSWER_WITHIN);
            Optional<String> user = text(REDIS_USER);
            Optional<String> password = text(REDIS_PASSWORD);
            if (user.isPresent() && password.isEmpty()) {
                faults.add(REDIS_USER + " needs a " + REDIS_PASSWORD);
            }
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException("the environment is wrong: " + String.join("; ", faults));
            }
            RedisConfig redis = new RedisConfig(host, port, cluster, tls, user, password, timeout, timeout);
            return new SkillConfig(skillId, redis, staleAfter, answerWithin);
        }

        private Optional<String> text(String name) {
            return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
        }

        private String required(String name) {
            Optional<String> value = text(name).map(String::strip);
            if (value.isEmpty()) {
                faults.add(name + " is missing");
            }
            return value.orElse("");
        }

        private Duration duration(String name, Duration preset, Duration most) {
            return value(name, preset, "a duration like PT2S, above zero and at most " + most, text -> {
                Duration duration = Duration.parse(text);
                boolean good = duration.compareTo(Duration.ZERO) > 0 && duration.compareTo(most) <= 0;
                return good ? duration : null;
            });
        }

        private <T> T value(String name, T preset, String expected, Function<String, @Nullable T> parser) {
            Optional<String> text = text(name).map(String::strip);
            if (text.isEmpty()) {
                return preset;
            }
            T value = parsed(parser, text.get());
            if (value == null) {
                faults.add(name + " is " + expected + ", was '" + text.get() + "'");
                return preset;
            }
            return value;
        }

        private static <T> @Nullable T parsed(Function<String, @Nullable T> parser, String text) {
            try {
                return parser.apply(text);
            } catch (NumberFormatException | DateTimeParseException e) {
                return null;
            }
        }

        private static @Nullable Integer port(String text) {
            int port = Integer.parseInt(text);
            return port >= 1 && port <= 65_535 ? port : null;
        }

        private static @Nullable Boolean flag(String text) {
            return switch (text) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            };
        }
    }
}
