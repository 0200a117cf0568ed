package io.crowdchart.cache;

import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.embedded.redis.RedisOptions;
import java.time.Duration;

class ClusterChartsIT extends RedisChartsContract {

    @Override
    RedisOptions options() {
        return RedisOptions.inMemory().asCluster();
    }

    @Override
    RedisConfig config() {
        Duration timeout = Duration.ofSeconds(20);
        return new RedisConfig(server.host(), server.port(), true, false, Login.none(), timeout, timeout);
    }
}
