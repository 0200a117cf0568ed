package io.crowdchart.operations.elasticache;

import io.crowdchart.operations.cluster.WrongUseException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which cache to ask for, and whom.
 *
 * @param serverlessCache the name of a serverless cache; empty: it is none
 * @param replicationGroup the name of a replication group; empty: it is none
 * @param region the region, like {@code us-east-1}; empty: what the AWS SDK finds out
 * @param endpoint the address of the ElastiCache API instead of the region's; empty: the region's
 */
public record ElastiCacheConfig(
        Optional<String> serverlessCache,
        Optional<String> replicationGroup,
        Optional<String> region,
        Optional<URI> endpoint) {

    private static final String SERVERLESS_CACHE = "serverless-cache";
    private static final String REPLICATION_GROUP = "replication-group";
    private static final String REGION = "region";
    private static final String ENDPOINT = "endpoint";
    private static final List<String> NAMES = List.of(SERVERLESS_CACHE, REPLICATION_GROUP, REGION, ENDPOINT);

    /**
     * Reads settings, here without the prefix {@code elasticache.}; nothing if they name no cache.
     *
     * @throws WrongUseException if something is wrong; the message names every fault
     */
    public static Optional<ElastiCacheConfig> from(Map<String, String> settings) {
        List<String> faults = new ArrayList<>();
        new TreeSet<>(settings.keySet())
                .stream()
                        .filter(name -> !NAMES.contains(name))
                        .forEach(name ->
                                faults.add("there is no setting 'elasticache." + name + "', expected one of " + NAMES));
        Optional<String> serverless = text(settings, SERVERLESS_CACHE);
        Optional<String> group = text(settings, REPLICATION_GROUP);
        Optional<URI> endpoint = text(settings, ENDPOINT).flatMap(text -> url(text, faults));
        if (serverless.isPresent() && group.isPresent()) {
            faults.add("a cache is either elasticache." + SERVERLESS_CACHE + " or elasticache." + REPLICATION_GROUP
                    + ", both are given");
        }
        if (endpoint.isPresent() && text(settings, REGION).isEmpty()) {
            faults.add("elasticache." + ENDPOINT + " needs elasticache." + REGION);
        }
        if (!faults.isEmpty()) {
            throw new WrongUseException("the settings are wrong: " + String.join("; ", faults));
        }
        return serverless.isEmpty() && group.isEmpty()
                ? Optional.empty()
                : Optional.of(new ElastiCacheConfig(serverless, group, text(settings, REGION), endpoint));
    }

    private static Optional<String> text(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<URI> url(String text, List<String> faults) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        faults.add("elasticache." + ENDPOINT + " is an address like https://elasticache.us-east-1.amazonaws.com, was '"
                + text + "'");
        return Optional.empty();
    }
}
