package io.crowdchart.lambda;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.setting.Settings;
import io.crowdchart.lambda.chart.AnswerTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a function reads the charts, from environment variables. Its text has no secret in it.
 *
 * @param redis how to reach the charts ({@code REDIS_…})
 * @param staleAfter how old a chart may be before it counts as stale ({@value #CHART_STALE_AFTER})
 * @param answerWithin how long an answer may wait for the charts in all ({@value #CHART_ANSWER_WITHIN})
 */
public record ChartsConfig(RedisConfig redis, Duration staleAfter, Duration answerWithin) {

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
     * The name of an ElastiCache cache: log in with IAM instead of a password, over TLS, as {@value #REDIS_USER}; default: do
     * not. Region and credentials come from Lambda's own variables.
     */
    public static final String REDIS_IAM_CACHE = "REDIS_IAM_CACHE";

    /** Whether that cache is a serverless one, {@code true} or {@code false}; default true. */
    public static final String REDIS_IAM_SERVERLESS = "REDIS_IAM_SERVERLESS";

    /**
     * How long to wait for a connection, and again for a reply, as in ISO 8601; default PT2S, at most PT3S. No answer waits
     * longer than {@value #CHART_ANSWER_WITHIN}, whatever this is.
     */
    public static final String REDIS_TIMEOUT = "REDIS_TIMEOUT";

    /** How old a chart may be before the skill says so, as in ISO 8601; default PT30S. */
    public static final String CHART_STALE_AFTER = "CHART_STALE_AFTER";

    /**
     * How long an answer may wait for the chart, whatever Redis does, as in ISO 8601; default PT1.5S, at most PT1.7S. When it
     * is over, the skill tells the last chart that it remembers, with its age. Where the titles have to be read again, there is
     * for both together no more than the longest time that may be set here.
     */
    public static final String CHART_ANSWER_WITHIN = "CHART_ANSWER_WITHIN";

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration LONGEST_STALE_AFTER = Duration.ofDays(1);

    /** Alexa waits 8 seconds; people get restless much earlier. */
    private static final Duration LONGEST_ANSWER_WITHIN = AnswerTime.IN_ALL;

    /** The configuration of this process. */
    public static ChartsConfig fromEnvironment() {
        return from(System.getenv());
    }

    /**
     * The configuration that variables describe; a blank variable counts as missing.
     *
     * @throws IllegalArgumentException if something is missing or wrong; the message names every fault and no secret
     */
    public static ChartsConfig from(Map<String, String> environment) {
        var settings = new Settings(environment);
        Optional<ChartsConfig> charts = read(settings);
        return faultless(settings, charts);
    }

    /** Reads it along with others; of use only if no faults were noted. */
    static Optional<ChartsConfig> read(Settings environment) {
        var unused = environment.required(REDIS_HOST);
        Optional<RedisConfig> redis = RedisConfig.read(
                environment, ChartsConfig::variable, environment, Duration.ofSeconds(2), LONGEST_TIMEOUT);
        Duration staleAfter = environment.duration(CHART_STALE_AFTER, RedisCharts.STALE_AFTER, LONGEST_STALE_AFTER);
        Duration answerWithin =
                environment.duration(CHART_ANSWER_WITHIN, RedisCharts.ANSWER_WITHIN, LONGEST_ANSWER_WITHIN);
        return redis.map(known -> new ChartsConfig(known, staleAfter, answerWithin));
    }

    private static String variable(String setting) {
        return "REDIS_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** What was read, if nothing was wrong. */
    static <T> T faultless(Settings environment, Optional<T> read) {
        if (!environment.faults().isEmpty()) {
            throw new IllegalArgumentException("the environment is wrong: " + String.join("; ", environment.faults()));
        }
        return read.orElseThrow();
    }

    /** A reader of these charts. */
    ChartReader reader(Clock clock) {
        return new RedisCharts(redis, clock).reader(staleAfter, answerWithin);
    }
}
