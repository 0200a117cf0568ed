package io.crowdchart.cache.iam;

import io.crowdchart.cache.setting.Settings;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a token is made from. Its text has no secret in it.
 *
 * @param user the id of the ElastiCache user, which is its name too
 * @param cache the name of the cache: of a serverless cache, or of a replication group
 * @param serverless which of the two
 * @param region the AWS region of the cache
 * @param keys who signs; must be allowed {@code elasticache:Connect} to the cache and the user
 */
public record IamConfig(String user, String cache, boolean serverless, String region, KeySource keys) {

    private static final Pattern CACHE = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

    public IamConfig {
        if (user.isBlank() || region.isBlank()) {
            throw new IllegalArgumentException(
                    "an IAM token needs a user and a region, was '" + user + "', '" + region + "'");
        }
        if (!CACHE.matcher(cache).matches()) {
            throw new IllegalArgumentException(
                    "the name of a cache is lower-case letters, digits and hyphens, was '" + cache + "'");
        }
    }

    /**
     * Reads region and keys from an environment.
     *
     * @return nothing if something is missing or wrong; the faults are noted then
     */
    public static Optional<IamConfig> read(String user, String cache, boolean serverless, Settings environment) {
        Optional<String> region = environment
                .text("AWS_REGION")
                .or(() -> environment.text("AWS_DEFAULT_REGION"))
                .map(String::strip);
        if (region.isEmpty()) {
            environment.fault("AWS_REGION is missing");
        }
        Optional<KeySource> keys = KeySource.read(environment);
        if (!CACHE.matcher(cache).matches()) {
            environment.fault("the name of a cache is lower-case letters, digits and hyphens, was '" + cache + "'");
            return Optional.empty();
        }
        return region.flatMap(known -> keys.map(source -> new IamConfig(user, cache, serverless, known, source)));
    }
}
