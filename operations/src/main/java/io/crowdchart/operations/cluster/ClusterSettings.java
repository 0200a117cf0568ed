package io.crowdchart.operations.cluster;

import io.crowdchart.cache.redis.RedisConfig;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ClusterConfig} from settings, and collects the faults while it does. */
final class ClusterSettings {

    private static final String KAFKA = "kafka.";
    private static final String ELASTICACHE = "elasticache.";
    private static final String REDIS_CLUSTER = "redis.cluster";
    private static final String REDIS_TLS = "redis.tls";
    private static final String REDIS_USER = "redis.user";
    private static final String REDIS_TIMEOUT = "redis.timeout";
    private static final List<String> NAMES = List.of(
            ClusterConfig.CONNECT_URL,
            ClusterConfig.REDIS_HOST,
            ClusterConfig.REDIS_PORT,
            REDIS_CLUSTER,
            REDIS_TLS,
            REDIS_USER,
            ClusterConfig.REDIS_PASSWORD,
            REDIS_TIMEOUT);

    /** Where the password of Redis is looked for when no setting has it. */
    private static final String PASSWORD_VARIABLE = "REDIS_PASSWORD";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)\\}");
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(1);

    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();

    ClusterSettings(Map<String, String> given, Map<String, String> environment) {
        this.environment = environment;
        given.forEach((name, value) -> {
            checkName(name);
            settings.put(name, withVariables(name, value.strip()));
        });
    }

    ClusterConfig config() {
        Map<String, String> kafka = startingWith(KAFKA);
        Optional<URI> connect = Optional.ofNullable(value(
                ClusterConfig.CONNECT_URL,
                null,
                "an address like http://localhost:8083, without a user",
                ClusterSettings::url));
        Optional<RedisConfig> redis = redis();
        Map<String, String> elastiCache = startingWith(ELASTICACHE);
        if (!faults.isEmpty()) {
            throw new WrongUseException("the settings are wrong: " + String.join("; ", faults));
        }
        return new ClusterConfig(kafka, connect, redis, elastiCache);
    }

    private Optional<RedisConfig> redis() {
        Optional<String> host = text(ClusterConfig.REDIS_HOST);
        Integer port = value(ClusterConfig.REDIS_PORT, 6379, "a port from 1 to 65535", ClusterSettings::port);
        Boolean cluster = value(REDIS_CLUSTER, false, "true or false", ClusterSettings::flag);
        Boolean tls = value(REDIS_TLS, false, "true or false", ClusterSettings::flag);
        Duration timeout = value(
                REDIS_TIMEOUT,
                Duration.ofSeconds(5),
                "a duration like PT5S, at most " + LONGEST_TIMEOUT,
                ClusterSettings::timeout);
        Optional<String> user = text(REDIS_USER);
        Optional<String> password = settings.containsKey(ClusterConfig.REDIS_PASSWORD)
                ? text(ClusterConfig.REDIS_PASSWORD)
                : Optional.ofNullable(environment.get(PASSWORD_VARIABLE)).filter(found -> !found.isBlank());
        if (user.isPresent() && password.isEmpty()) {
            faults.add(REDIS_USER + " needs a " + ClusterConfig.REDIS_PASSWORD + ", or " + PASSWORD_VARIABLE
                    + " in the environment");
        }
        if (host.isEmpty() || port == null || cluster == null || tls == null || timeout == null) {
            return Optional.empty();
        }
        return Optional.of(new RedisConfig(host.get(), port, cluster, tls, user, password, timeout, timeout));
    }

    private void checkName(String name) {
        boolean known = NAMES.contains(name)
                || (name.startsWith(KAFKA) && name.length() > KAFKA.length())
                || (name.startsWith(ELASTICACHE) && name.length() > ELASTICACHE.length());
        if (!known) {
            faults.add("there is no setting '" + name + "', expected kafka.…, elasticache.… or one of " + NAMES);
        }
    }

    private String withVariables(String name, String value) {
        return VARIABLE.matcher(value).replaceAll(found -> {
            String variable = found.group(1);
            if (!environment.containsKey(variable)) {
                faults.add(name + " needs " + variable + " in the environment");
            }
            return Matcher.quoteReplacement(environment.getOrDefault(variable, ""));
        });
    }

    private Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    private <T> @Nullable T value(
            String name, @Nullable T preset, String expected, Function<String, @Nullable T> parser) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return preset;
        }
        T value = parsed(parser, text.get());
        if (value == null) {
            faults.add(name + " is " + expected + ", was '" + withoutUser(text.get()) + "'");
        }
        return value;
    }

    private static <T> @Nullable T parsed(Function<String, @Nullable T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return null;
        }
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

    private static @Nullable Duration timeout(String text) {
        Duration timeout = Duration.parse(text);
        boolean good = timeout.toMillis() > 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0;
        return good ? timeout : null;
    }
}
