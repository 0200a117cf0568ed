package io.crowdchart.operations.cluster;

import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.setting.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ClusterConfig} from settings, and collects the faults while it does. */
final class ClusterSettings {

    private static final String KAFKA = "kafka.";
    private static final String REDIS = "redis.";
    private static final String ELASTICACHE = "elasticache.";
    private static final List<String> NAMES = List.of(
            ClusterConfig.CONNECT_URL,
            ClusterConfig.REDIS_HOST,
            ClusterConfig.REDIS_PORT,
            "redis.cluster",
            "redis.tls",
            "redis.user",
            ClusterConfig.REDIS_PASSWORD,
            ClusterConfig.REDIS_IAM_CACHE,
            "redis.iam.serverless",
            "redis.timeout");

    /** Where the password of Redis is looked for when no setting has it. */
    private static final String PASSWORD_VARIABLE = "REDIS_PASSWORD";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)\\}");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> environment;
    private final Settings settings = new Settings(values);

    ClusterSettings(Map<String, String> given, Map<String, String> environment) {
        this.environment = environment;
        given.forEach((name, value) -> {
            checkName(name);
            values.put(name, withVariables(name, value.strip()));
        });
        if (settings.text(ClusterConfig.REDIS_IAM_CACHE).isEmpty() && environment.containsKey(PASSWORD_VARIABLE)) {
            values.putIfAbsent(ClusterConfig.REDIS_PASSWORD, environment.get(PASSWORD_VARIABLE));
        }
    }

    ClusterConfig config() {
        Map<String, String> kafka = startingWith(KAFKA);
        Optional<URI> connect = settings.value(
                ClusterConfig.CONNECT_URL,
                "an address like http://localhost:8083, without a user",
                ClusterSettings::url,
                ClusterSettings::withoutUser);
        Optional<RedisConfig> redis = RedisConfig.read(
                settings, name -> REDIS + name, settings.beside(environment), TIMEOUT, LONGEST_TIMEOUT);
        Map<String, String> elastiCache = startingWith(ELASTICACHE);
        if (!settings.faults().isEmpty()) {
            throw new WrongUseException("the settings are wrong: " + String.join("; ", settings.faults()));
        }
        return new ClusterConfig(kafka, connect, redis, elastiCache);
    }

    private void checkName(String name) {
        boolean known = NAMES.contains(name)
                || (name.startsWith(KAFKA) && name.length() > KAFKA.length())
                || (name.startsWith(ELASTICACHE) && name.length() > ELASTICACHE.length());
        if (!known) {
            settings.fault("there is no setting '" + name + "', expected kafka.…, elasticache.… or one of " + NAMES);
        }
    }

    private String withVariables(String name, String value) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            String variable = found.group(1);
            if (!environment.containsKey(variable)) {
                settings.fault(name + " needs " + variable + " in the environment");
            }
            return Matcher.quoteReplacement(environment.getOrDefault(variable, ""));
        });
    }

    private Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private static @Nullable URI url(String text) {
        URI url = URI.create(text);
        boolean good = ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getUserInfo() == null;
        return good ? url : null;
    }

    /** An address may have a password in it. */
    private static String withoutUser(String text) {
        return text.contains("@") ? text.replaceFirst("^([a-z]+://)?.*@", "$1…@") : text;
    }
}
