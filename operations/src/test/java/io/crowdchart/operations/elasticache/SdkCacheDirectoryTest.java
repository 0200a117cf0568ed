package io.crowdchart.operations.elasticache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.amazonaws.SdkClientException;
import com.amazonaws.services.elasticache.AmazonElastiCache;
import com.amazonaws.services.elasticache.model.DescribeReplicationGroupsRequest;
import com.amazonaws.services.elasticache.model.DescribeReplicationGroupsResult;
import com.amazonaws.services.elasticache.model.DescribeServerlessCachesRequest;
import com.amazonaws.services.elasticache.model.DescribeServerlessCachesResult;
import com.amazonaws.services.elasticache.model.Endpoint;
import com.amazonaws.services.elasticache.model.NodeGroup;
import com.amazonaws.services.elasticache.model.ReplicationGroup;
import com.amazonaws.services.elasticache.model.ReplicationGroupNotFoundException;
import com.amazonaws.services.elasticache.model.ServerlessCache;
import com.amazonaws.services.elasticache.model.ServerlessCacheNotFoundException;
import io.crowdchart.operations.elasticache.CacheEntry.Address;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SdkCacheDirectoryTest {

    private final AmazonElastiCache client = mock();
    private final CacheDirectory directory = new SdkCacheDirectory(client);

    @Test
    void a_serverless_cache_is_found_by_its_name() {
        when(client.describeServerlessCaches(new DescribeServerlessCachesRequest().withServerlessCacheName("chart")))
                .thenReturn(new DescribeServerlessCachesResult()
                        .withServerlessCaches(new ServerlessCache()
                                .withServerlessCacheName("chart")
                                .withStatus("AVAILABLE")
                                .withEndpoint(endpoint("chart.example"))));

        assertThat(directory.serverlessCache("chart"))
                .contains(new CacheEntry("chart", "available", Optional.of(new Address("chart.example", 6379))));
    }

    @Test
    void a_group_has_the_address_of_its_configuration_or_else_of_its_primary() {
        var group = new ReplicationGroup()
                .withReplicationGroupId("chart")
                .withStatus("modifying")
                .withNodeGroups(new NodeGroup().withPrimaryEndpoint(endpoint("primary.example")));
        when(client.describeReplicationGroups(any(DescribeReplicationGroupsRequest.class)))
                .thenReturn(new DescribeReplicationGroupsResult().withReplicationGroups(group));

        assertThat(directory.replicationGroup("chart"))
                .contains(new CacheEntry("chart", "modifying", Optional.of(new Address("primary.example", 6379))));

        group.setConfigurationEndpoint(endpoint("configuration.example"));
        assertThat(directory.replicationGroup("chart"))
                .contains(
                        new CacheEntry("chart", "modifying", Optional.of(new Address("configuration.example", 6379))));
    }

    @Test
    void a_cache_in_the_making_has_no_address_yet() {
        when(client.describeReplicationGroups(any(DescribeReplicationGroupsRequest.class)))
                .thenReturn(new DescribeReplicationGroupsResult()
                        .withReplicationGroups(new ReplicationGroup()
                                .withReplicationGroupId("chart")
                                .withStatus("creating")));

        assertThat(directory.replicationGroup("chart")).contains(new CacheEntry("chart", "creating", Optional.empty()));
    }

    @Test
    void a_name_that_nobody_knows_is_no_failure() {
        when(client.describeServerlessCaches(any())).thenThrow(new ServerlessCacheNotFoundException("no such cache"));
        when(client.describeReplicationGroups(any(DescribeReplicationGroupsRequest.class)))
                .thenThrow(new ReplicationGroupNotFoundException("no such group"));

        assertThat(directory.serverlessCache("chart")).isEmpty();
        assertThat(directory.replicationGroup("chart")).isEmpty();
    }

    @Test
    void no_answer_is_one_line() {
        when(client.describeServerlessCaches(any())).thenThrow(new SdkClientException("no\nroute"));

        assertThatThrownBy(() -> directory.serverlessCache("chart"))
                .isInstanceOf(DirectoryException.class)
                .hasMessage("ElastiCache gave no answer for chart: no");
    }

    @Test
    void closing_it_shuts_the_client_down() {
        directory.close();

        verify(client).shutdown();
    }

    private static Endpoint endpoint(String host) {
        return new Endpoint().withAddress(host).withPort(6379);
    }
}
