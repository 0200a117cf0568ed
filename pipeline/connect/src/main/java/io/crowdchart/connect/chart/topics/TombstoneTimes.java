package io.crowdchart.connect.chart.topics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long null values stay in topics. That changes rarely and is asked for rarely. Safe for use by many threads. */
final class TombstoneTimes {

    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    /** Below that, looking and reading take too long for charts that could ever be trusted. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Logger LOGGER = LoggerFactory.getLogger(TombstoneTimes.class);

    private final Admin admin;
    private final Clock clock;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile Known known = new Known(Instant.EPOCH, Set.of(), Map.of());

    TombstoneTimes(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    private record Known(Instant askedAt, Set<Uuid> ids, Map<String, Duration> times) {}

    /** By topic. */
    CompletableFuture<Map<String, Duration>> of(Map<String, TopicDescription> topics) {
        Set<Uuid> ids = topics.values().stream().map(TopicDescription::topicId).collect(Collectors.toUnmodifiableSet());
        Instant now = clock.instant();
        Known last = known;
        if (last.ids.equals(ids) && now.isBefore(last.askedAt.plus(TRUSTED_FOR))) {
            return CompletableFuture.completedFuture(last.times);
        }
        List<ConfigResource> resources = topics.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return admin.describeConfigs(resources)
                .all()
                .toCompletionStage()
                .toCompletableFuture()
                .thenApply(configs -> {
                    Map<String, Duration> times = new HashMap<>();
                    configs.forEach((resource, config) -> times.put(resource.name(), time(resource.name(), config)));
                    known = new Known(now, ids, Map.copyOf(times));
                    return times;
                });
    }

    private Duration time(String topic, Config config) {
        Duration time = Duration.ofMillis(Long.parseLong(
                config.get(TopicConfig.DELETE_RETENTION_MS_CONFIG).value()));
        if (time.compareTo(SHORTEST) >= 0) {
            return time;
        }
        if (warned.add(topic)) {
            LOGGER.warn(
                    "{} of {} is {} ms, and is taken for {} ms: a null value that goes sooner may be missed",
                    TopicConfig.DELETE_RETENTION_MS_CONFIG,
                    topic,
                    time.toMillis(),
                    SHORTEST.toMillis());
        }
        return SHORTEST;
    }
}
