package io.crowdchart.cache.iam;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the endpoint on this machine for credentials. */
final class KeyEndpoint {

    private static final int MOST_BYTES = 65_536;

    /** The answer is a flat JSON object; what is wanted of it are texts that need no escapes but of a slash. */
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\/)*)\"");

    private final KeySource.Endpoint endpoint;

    KeyEndpoint(KeySource.Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Credentials, good until the end that the endpoint says; until now if it says none.
     *
     * @param within how long to wait for a connection, and again for each piece of the answer
     * @throws KeysUnavailableException if there is no answer, or one without credentials
     */
    LastingKeys fetch(Duration within, Instant now) {
        Map<String, String> fields = fields(answer(within));
        try {
            var keys = new Keys(
                    fields.getOrDefault("AccessKeyId", ""),
                    fields.getOrDefault("SecretAccessKey", ""),
                    Optional.ofNullable(fields.get("Token")));
            String end = fields.get("Expiration");
            return new LastingKeys(keys, end == null ? now : Instant.parse(end));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new KeysUnavailableException(endpoint + " gave no credentials", e);
        }
    }

    private String answer(Duration within) {
        try {
            // No proxy: what is asked for is a secret of this machine.
            var call = (HttpURLConnection) endpoint.address().toURL().openConnection(Proxy.NO_PROXY);
            int millis = Math.toIntExact(Math.max(1, within.toMillis()));
            call.setConnectTimeout(millis);
            call.setReadTimeout(millis);
            call.setInstanceFollowRedirects(false);
            call.setUseCaches(false);
            call.setRequestProperty("Accept", "application/json");
            // A connection that is kept for the next time would get into a snapshot.
            call.setRequestProperty("Connection", "close");
            authorization().ifPresent(text -> call.setRequestProperty("Authorization", text));
            int status = call.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                call.disconnect();
                throw new KeysUnavailableException(endpoint + " answered with status " + status, null);
            }
            try (InputStream body = call.getInputStream()) {
                return new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new KeysUnavailableException(endpoint + " cannot be asked: " + e, e);
        }
    }

    private Optional<String> authorization() throws IOException {
        if (endpoint.authorizationFile().isPresent()) {
            return Optional.of(
                    Files.readString(endpoint.authorizationFile().get()).strip());
        }
        return endpoint.authorization();
    }

    private static Map<String, String> fields(String json) {
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            fields.put(field.group(1), field.group(2).replace("\\/", "/"));
        }
        return fields;
    }
}
