package io.crowdchart.cache.iam;

import io.crowdchart.cache.setting.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where AWS credentials come from. Its text has no secret in it. */
public sealed interface KeySource {

    /** They were given, and stay. */
    record Given(Keys keys) implements KeySource {}

    /**
     * An endpoint on this machine gives them, each time for some hours.
     *
     * @param address where it is
     * @param authorization what it wants to hear; empty: nothing
     * @param authorizationFile a file with what it wants to hear, read each time and used instead; empty: none
     */
    record Endpoint(URI address, Optional<String> authorization, Optional<Path> authorizationFile)
            implements KeySource {

        /** Without what the endpoint wants to hear. */
        @Override
        public String toString() {
            return "Endpoint[" + address + "]";
        }
    }

    /**
     * The source that an environment names, looked for as AWS's own libraries do: {@code AWS_ACCESS_KEY_ID} and its likes, or
     * {@code AWS_CONTAINER_CREDENTIALS_RELATIVE_URI}, or {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}.
     *
     * @return nothing if there is none, or it is wrong; the fault is noted then
     */
    static Optional<KeySource> read(Settings environment) {
        Optional<String> id = environment.text("AWS_ACCESS_KEY_ID");
        Optional<String> secret = environment.text("AWS_SECRET_ACCESS_KEY");
        if (id.isPresent() && secret.isPresent()) {
            return Optional.of(new Given(new Keys(id.get(), secret.get(), environment.text("AWS_SESSION_TOKEN"))));
        }
        Optional<URI> address = environment
                .value(
                        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                        "a path like /v2/credentials/…",
                        KeySource::containerAgent)
                .or(() -> environment.value(
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                        "an https address, or an http address on this machine",
                        KeySource::own));
        if (address.isEmpty()) {
            environment.fault("there are no AWS credentials: neither AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
                    + " nor AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, nor AWS_CONTAINER_CREDENTIALS_FULL_URI");
        }
        return address.map(found -> new Endpoint(
                found,
                environment.text("AWS_CONTAINER_AUTHORIZATION_TOKEN"),
                environment
                        .text("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")
                        .map(String::strip)
                        .map(Path::of)));
    }

    private static @Nullable URI containerAgent(String path) {
        return path.startsWith("/") ? URI.create("http://169.254.170.2" + path) : null;
    }

    private static @Nullable URI own(String text) {
        URI address = URI.create(text);
        String host = address.getHost();
        if (host == null) {
            return null;
        }
        boolean near = Set.of("localhost", "127.0.0.1", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]")
                .contains(host);
        // What the endpoint wants to hear is a secret: it must not go out unencrypted.
        boolean good = "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && near);
        return good ? address : null;
    }
}
