package io.crowdchart.operations.doctor;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.inspect.ServerMemory;
import io.crowdchart.cache.redis.RedisConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Whether the cache answers, and keeps what it is given. */
final class CacheCheck implements Check {

    private static final double MEBIBYTE = 1 << 20;

    private final Optional<RedisConfig> redis;
    private final Supplier<ChartInspection> cache;

    CacheCheck(Optional<RedisConfig> redis, Supplier<ChartInspection> cache) {
        this.redis = redis;
        this.cache = cache;
    }

    @Override
    public String link() {
        return "cache";
    }

    @Override
    public Optional<Part> proves() {
        return Optional.of(Part.CACHE);
    }

    @Override
    public List<Finding> examine(Set<Part> away) {
        if (redis.isEmpty()) {
            return List.of(Finding.notAsked(link(), "no setting redis.host says where it is"));
        }
        String address = redis.get().host() + ":" + redis.get().port();
        try {
            return List.of(cache.get()
                    .memory()
                    .map(memory -> judge(address, memory))
                    .orElseGet(() -> Finding.ok(link(), "answers at " + address + "; this user may not ask for INFO")));
        } catch (CacheUnavailableException e) {
            return List.of(Finding.problem(
                    link(),
                    "no answer from " + address + ": " + Causes.words(e),
                    "Is it running, and are redis.tls, redis.user and redis.password right?"));
        }
    }

    private Finding judge(String address, ServerMemory memory) {
        String found = String.format(
                Locale.ROOT,
                "answers at %s, %.1f MiB used of %s, maxmemory-policy %s",
                address,
                memory.usedBytes() / MEBIBYTE,
                memory.limitBytes() == 0
                        ? "no limit"
                        : String.format(Locale.ROOT, "%.1f MiB", memory.limitBytes() / MEBIBYTE),
                memory.policy());
        return memory.keepsEverything()
                ? Finding.ok(link(), found)
                : Finding.warning(
                        link(),
                        found,
                        "Expected noeviction: with any other the server may throw a chart away when memory is short");
    }
}
