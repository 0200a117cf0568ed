package io.crowdchart.operations.doctor;

import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.operations.elasticache.CacheDirectory;
import io.crowdchart.operations.elasticache.CacheEntry;
import io.crowdchart.operations.elasticache.CacheEntry.Address;
import io.crowdchart.operations.elasticache.DirectoryException;
import io.crowdchart.operations.elasticache.ElastiCacheConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What ElastiCache says of the cache, by its name. */
final class ElastiCacheCheck implements Check {

    private final Optional<ElastiCacheConfig> config;
    private final Optional<RedisConfig> redis;
    private final Function<ElastiCacheConfig, CacheDirectory> directories;

    ElastiCacheCheck(
            Optional<ElastiCacheConfig> config,
            Optional<RedisConfig> redis,
            Function<ElastiCacheConfig, CacheDirectory> directories) {
        this.config = config;
        this.redis = redis;
        this.directories = directories;
    }

    @Override
    public String link() {
        return "elasticache";
    }

    @Override
    public List<Finding> examine(Set<Part> away) {
        if (config.isEmpty()) {
            return List.of(Finding.notAsked(
                    link(), "no setting elasticache.serverless-cache or elasticache.replication-group names a cache"));
        }
        try (CacheDirectory directory = directories.apply(config.get())) {
            return List.of(judge(directory, config.get()));
        } catch (DirectoryException e) {
            return List.of(Finding.problem(
                    link(),
                    String.valueOf(e.getMessage()),
                    "Are credentials, elasticache.region and the network right?"));
        }
    }

    private Finding judge(CacheDirectory directory, ElastiCacheConfig asked) {
        String name = asked.serverlessCache().or(asked::replicationGroup).orElseThrow();
        String kind = asked.serverlessCache().isPresent() ? "serverless cache " : "replication group ";
        Optional<CacheEntry> entry = asked.serverlessCache().isPresent()
                ? directory.serverlessCache(name)
                : directory.replicationGroup(name);
        return entry.map(found -> judge(kind + name, found))
                .orElseGet(() -> Finding.problem(
                        link(), "there is no " + kind + name, "Expected it in this account and region"));
    }

    private Finding judge(String cache, CacheEntry entry) {
        String found = cache + " is " + entry.status() + " at "
                + entry.address().map(Address::toString).orElse("no address");
        if (!entry.isAvailable() || entry.address().isEmpty()) {
            return Finding.problem(link(), found, "Expected it to be available, with an address");
        }
        Optional<String> used = redis.map(config -> config.host() + ":" + config.port());
        String address = entry.address().get().toString();
        return used.filter(other -> !other.equals(address)).isPresent()
                ? Finding.warning(
                        link(),
                        found,
                        "The settings lead to " + used.get()
                                + " instead; expected redis.host and redis.port to be those")
                : Finding.ok(link(), found);
    }
}
