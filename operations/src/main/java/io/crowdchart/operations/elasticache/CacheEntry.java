package io.crowdchart.operations.elasticache;

import java.util.Optional;

/**
 * A cache as its directory knows it.
 *
 * @param name its name
 * @param status like {@code available} or {@code modifying}
 * @param address where clients find it; empty: it has none yet
 */
public record CacheEntry(String name, String status, Optional<Address> address) {

    /**
     * Where clients find a cache.
     *
     * @param host a host name
     * @param port a port
     */
    public record Address(String host, int port) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /** Whether it works and nobody is changing it. */
    public boolean isAvailable() {
        return status.equals("available");
    }
}
