package io.crowdchart.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.operations.doctor.Finding.Verdict;
import io.crowdchart.operations.elasticache.CacheDirectory;
import io.crowdchart.operations.elasticache.CacheEntry;
import io.crowdchart.operations.elasticache.CacheEntry.Address;
import io.crowdchart.operations.elasticache.DirectoryException;
import io.crowdchart.operations.elasticache.ElastiCacheConfig;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ElastiCacheCheckTest {

    private static final Address ADDRESS = new Address("chart.example", 6379);

    @Test
    void an_available_cache_at_the_address_of_the_settings_is_good() {
        Finding finding = check(new CacheEntry("chart", "available", Optional.of(ADDRESS)), "chart.example");

        assertThat(finding)
                .isEqualTo(Finding.ok("elasticache", "serverless cache chart is available at chart.example:6379"));
    }

    @Test
    void settings_that_lead_elsewhere_are_warned_of() {
        Finding finding = check(new CacheEntry("chart", "available", Optional.of(ADDRESS)), "other.example");

        assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding.advice()).startsWith("The settings lead to other.example:6379 instead");
    }

    @Test
    void a_cache_that_is_not_available_or_not_there_is_a_problem() {
        assertThat(check(new CacheEntry("chart", "create-failed", Optional.empty()), "chart.example")
                        .found())
                .isEqualTo("serverless cache chart is create-failed at no address");
        assertThat(check(new CacheEntry("other", "available", Optional.of(ADDRESS)), "chart.example")
                        .found())
                .isEqualTo("there is no serverless cache chart");
    }

    @Test
    void no_answer_is_a_problem_and_no_name_is_not_asked() {
        var config = ElastiCacheConfig.from(Map.of("serverless-cache", "chart"));
        Finding away = new ElastiCacheCheck(config, Optional.empty(), asked -> {
                    throw new DirectoryException("no region", new IllegalStateException());
                })
                .examine(Set.of())
                .get(0);
        Finding notAsked = new ElastiCacheCheck(Optional.empty(), Optional.empty(), asked -> {
                    throw new AssertionError("must not be asked");
                })
                .examine(Set.of())
                .get(0);

        assertThat(away.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(away.found()).isEqualTo("no region");
        assertThat(notAsked.verdict()).isEqualTo(Verdict.NOT_ASKED);
    }

    private static Finding check(CacheEntry entry, String host) {
        return new ElastiCacheCheck(
                        ElastiCacheConfig.from(Map.of("serverless-cache", "chart")),
                        Optional.of(RedisConfig.node(host, 6379)),
                        config -> new OneCache(entry))
                .examine(Set.of())
                .get(0);
    }

    /** Knows one serverless cache. */
    private record OneCache(CacheEntry entry) implements CacheDirectory {
        @Override
        public Optional<CacheEntry> serverlessCache(String name) {
            return Optional.of(entry).filter(found -> found.name().equals(name));
        }

        @Override
        public Optional<CacheEntry> replicationGroup(String name) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
