package io.crowdchart.operations.elasticache;

import java.util.Optional;

/** Knows caches by name. */
public interface CacheDirectory extends AutoCloseable {

    /**
     * A serverless cache.
     *
     * @return nothing if there is none of this name
     * @throws DirectoryException if the directory gives no answer
     */
    Optional<CacheEntry> serverlessCache(String name);

    /**
     * A replication group.
     *
     * @return nothing if there is none of this name
     * @throws DirectoryException if the directory gives no answer
     */
    Optional<CacheEntry> replicationGroup(String name);

    @Override
    void close();
}
