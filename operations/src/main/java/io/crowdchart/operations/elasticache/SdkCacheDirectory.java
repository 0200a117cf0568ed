package io.crowdchart.operations.elasticache;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.SdkClientException;
import com.amazonaws.auth.AWSCredentialsProvider;
import com.amazonaws.auth.DefaultAWSCredentialsProviderChain;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.retry.PredefinedRetryPolicies;
import com.amazonaws.services.elasticache.AmazonElastiCache;
import com.amazonaws.services.elasticache.AmazonElastiCacheClientBuilder;
import com.amazonaws.services.elasticache.model.DescribeReplicationGroupsRequest;
import com.amazonaws.services.elasticache.model.DescribeServerlessCachesRequest;
import com.amazonaws.services.elasticache.model.Endpoint;
import com.amazonaws.services.elasticache.model.NodeGroup;
import com.amazonaws.services.elasticache.model.ReplicationGroup;
import com.amazonaws.services.elasticache.model.ReplicationGroupNotFoundException;
import com.amazonaws.services.elasticache.model.ServerlessCache;
import com.amazonaws.services.elasticache.model.ServerlessCacheNotFoundException;
import io.crowdchart.operations.elasticache.CacheEntry.Address;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the ElastiCache API through the AWS SDK for Java 1. No other class knows that SDK. */
public final class SdkCacheDirectory implements CacheDirectory {

    /** Makes the SDK keep its announcement, that it is out of support, to itself. */
    private static final String NO_ANNOUNCEMENT = "aws.java.v1.disableDeprecationAnnouncement";

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final AmazonElastiCache client;

    SdkCacheDirectory(AmazonElastiCache client) {
        this.client = client;
    }

    /**
     * A directory with the credentials that the SDK finds: environment, profile, role.
     *
     * @throws DirectoryException if nothing says in which region it is
     */
    public static CacheDirectory open(ElastiCacheConfig config) {
        System.setProperty(NO_ANNOUNCEMENT, "true");
        return open(config, DefaultAWSCredentialsProviderChain.getInstance());
    }

    static CacheDirectory open(ElastiCacheConfig config, AWSCredentialsProvider credentials) {
        System.setProperty(NO_ANNOUNCEMENT, "true");
        int millis = Math.toIntExact(TIMEOUT.toMillis());
        var builder = AmazonElastiCacheClientBuilder.standard()
                .withCredentials(credentials)
                .withClientConfiguration(new ClientConfiguration()
                        .withConnectionTimeout(millis)
                        .withSocketTimeout(millis)
                        .withClientExecutionTimeout(2 * millis)
                        .withRetryPolicy(PredefinedRetryPolicies.NO_RETRY_POLICY));
        if (config.endpoint().isPresent()) {
            builder.withEndpointConfiguration(new EndpointConfiguration(
                    config.endpoint().get().toString(), config.region().orElse("")));
        } else {
            config.region().ifPresent(builder::withRegion);
        }
        return new SdkCacheDirectory(answered("no client for ElastiCache", builder::build));
    }

    @Override
    public Optional<CacheEntry> serverlessCache(String name) {
        var request = new DescribeServerlessCachesRequest().withServerlessCacheName(name);
        try {
            return answered(name, () -> client.describeServerlessCaches(request)).getServerlessCaches().stream()
                    .findFirst()
                    .map(SdkCacheDirectory::entry);
        } catch (ServerlessCacheNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<CacheEntry> replicationGroup(String name) {
        var request = new DescribeReplicationGroupsRequest().withReplicationGroupId(name);
        try {
            return answered(name, () -> client.describeReplicationGroups(request)).getReplicationGroups().stream()
                    .findFirst()
                    .map(SdkCacheDirectory::entry);
        } catch (ReplicationGroupNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdown();
    }

    private static <T> T answered(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (ServerlessCacheNotFoundException | ReplicationGroupNotFoundException e) {
            throw e;
        } catch (SdkClientException e) {
            // Those of the service are among them.
            String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new DirectoryException("ElastiCache gave no answer for " + what + ": " + message, e);
        }
    }

    private static CacheEntry entry(ServerlessCache cache) {
        return new CacheEntry(cache.getServerlessCacheName(), status(cache.getStatus()), address(cache.getEndpoint()));
    }

    /** A group in cluster mode has a configuration endpoint; another one has a primary endpoint in its only node group. */
    private static CacheEntry entry(ReplicationGroup group) {
        Optional<Address> address = address(group.getConfigurationEndpoint())
                .or(() -> group.getNodeGroups().stream()
                        .findFirst()
                        .map(NodeGroup::getPrimaryEndpoint)
                        .flatMap(SdkCacheDirectory::address));
        return new CacheEntry(group.getReplicationGroupId(), status(group.getStatus()), address);
    }

    private static String status(@Nullable String status) {
        return status == null ? "unknown" : status.toLowerCase(Locale.ROOT);
    }

    private static Optional<Address> address(@Nullable Endpoint endpoint) {
        return endpoint == null || endpoint.getAddress() == null
                ? Optional.empty()
                : Optional.of(new Address(endpoint.getAddress(), endpoint.getPort()));
    }
}
