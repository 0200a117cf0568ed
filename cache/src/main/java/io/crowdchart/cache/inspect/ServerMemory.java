package io.crowdchart.cache.inspect;

/**
 * The memory of the node that holds the charts.
 *
 * @param usedBytes how much is used
 * @param limitBytes how much may be used; 0: there is no limit
 * @param policy what the server does when the limit is reached, as it calls it; {@code noeviction} throws nothing away
 */
public record ServerMemory(long usedBytes, long limitBytes, String policy) {

    /** Whether the server refuses to write rather than to throw keys away. */
    public boolean keepsEverything() {
        return policy.equals("noeviction");
    }
}
