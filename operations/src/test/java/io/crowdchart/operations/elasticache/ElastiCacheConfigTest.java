package io.crowdchart.operations.elasticache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.operations.cluster.WrongUseException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ElastiCacheConfigTest {

    @Test
    void without_a_name_there_is_nothing_to_ask() {
        assertThat(ElastiCacheConfig.from(Map.of())).isEmpty();
        assertThat(ElastiCacheConfig.from(Map.of("region", "us-east-1"))).isEmpty();
    }

    @Test
    void every_setting_is_read() {
        assertThat(ElastiCacheConfig.from(Map.of(
                        "replication-group", "chart", "region", "eu-west-1", "endpoint", "http://127.0.0.1:4599")))
                .contains(new ElastiCacheConfig(
                        Optional.empty(),
                        Optional.of("chart"),
                        Optional.of("eu-west-1"),
                        Optional.of(URI.create("http://127.0.0.1:4599"))));
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThatThrownBy(() -> ElastiCacheConfig.from(
                        Map.of("replication-group", "a", "serverless-cache", "b", "endpoint", "nowhere", "zone", "c")))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("there is no setting 'elasticache.zone'")
                .hasMessageContaining("was 'nowhere'")
                .hasMessageContaining("both are given");
        assertThatThrownBy(
                        () -> ElastiCacheConfig.from(Map.of("serverless-cache", "b", "endpoint", "http://localhost")))
                .hasMessageContaining("elasticache.endpoint needs elasticache.region");
    }
}
