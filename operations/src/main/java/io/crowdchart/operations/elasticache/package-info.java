/**
 * Asking ElastiCache where a cache is and how it is, by its name.
 *
 * <p>Only for operators, never in the way of a question: the skill and the sink are told the address. The SDK behind it is out
 * of support and therefore seen by {@code SdkCacheDirectory} alone; see docs/adr/0012-elasticache-sdk.md. Start at {@link
 * io.crowdchart.operations.elasticache.CacheDirectory}.
 */
@NullMarked
package io.crowdchart.operations.elasticache;

import org.jspecify.annotations.NullMarked;
