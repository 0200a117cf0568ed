package io.crowdchart.cache.inspect;

import java.time.Instant;
import java.util.Optional;

/**
 * A chart without its songs.
 *
 * @param songs how many it has
 * @param expiresAt when it goes by itself, to the second; empty: never
 */
public record StoredChart(long songs, Optional<Instant> expiresAt) {}
