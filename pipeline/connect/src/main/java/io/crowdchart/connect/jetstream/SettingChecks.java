package io.crowdchart.connect.jetstream;

import io.crowdchart.model.topic.Column;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** What the values of settings must look like. */
final class SettingChecks {

    private static final String DEFAULT_PATH = "/subscribe";
    private static final int MAX_COLLECTIONS = 100;
    private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+(\\.\\*)?");
    private static final Pattern SOURCE_NAME = Pattern.compile("[a-z0-9-]{1," + Column.MAX_SOURCE + "}");

    static final Validator HOSTS = LambdaValidator.with(
            (name, value) -> {
                List<?> hosts = elements(name, value);
                for (Object host : hosts) {
                    check(name, host, () -> endpoint(String.valueOf(host)));
                }
            },
            () -> "addresses like wss://host or ws://host:port");

    static final Validator COLLECTIONS = LambdaValidator.with(
            (name, value) -> {
                List<?> collections = elements(name, value);
                if (collections.size() > MAX_COLLECTIONS) {
                    throw new ConfigException(name, value, "must be at most " + MAX_COLLECTIONS);
                }
                for (Object collection : collections) {
                    if (!COLLECTION.matcher(String.valueOf(collection)).matches()) {
                        throw new ConfigException(
                                name, collection, "must be a collection like app.bsky.feed.post or app.bsky.feed.*");
                    }
                }
            },
            () -> "1 to 100 collections");

    static final Validator SOURCE = LambdaValidator.with(
            (name, value) -> {
                if (!SOURCE_NAME.matcher(String.valueOf(value)).matches()) {
                    throw new ConfigException(
                            name, value, "must be 1 to " + Column.MAX_SOURCE + " small letters, digits and hyphens");
                }
            },
            () -> "small letters, digits and hyphens");

    static final Validator START = LambdaValidator.with(
            (name, value) -> check(name, value, () -> StartPosition.of(String.valueOf(value))),
            () -> "now, earliest or a time");

    private SettingChecks() {}

    /**
     * The address to connect to.
     *
     * @throws IllegalArgumentException if a host is none
     */
    static URI endpoint(String host) {
        try {
            URI uri = new URI(host);
            boolean webSocket = "ws".equals(uri.getScheme()) || "wss".equals(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (webSocket && bare && uri.getHost() != null) {
                String path = uri.getRawPath();
                return path.isEmpty() || path.equals("/") ? uri.resolve(DEFAULT_PATH) : uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be a WebSocket address: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("must be a WebSocket address like wss://host or ws://host:port");
    }

    private static List<?> elements(String name, @Nullable Object value) {
        if (!(value instanceof List<?> elements) || elements.isEmpty()) {
            throw new ConfigException(name, value, "must name at least one");
        }
        return elements;
    }

    private static void check(String name, @Nullable Object value, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
    }
}
