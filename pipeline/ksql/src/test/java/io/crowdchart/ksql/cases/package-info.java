/**
 * What the counting must do, by example: {@code src/test/resources/cases}, one file a case, readable without Java.
 *
 * <p>The same cases run against any engine: the twin without a broker, the twin on a broker, and a ksqlDB server
 * ({@code scripts/ksql-cases}). They need no clean slate from one another: each has posts, songs and sources of its own
 * (a test holds them to it), so that all can be played at once into the same topics, and again later, with the same end.
 * Start at {@link io.crowdchart.ksql.cases.Case}.
 */
@NullMarked
package io.crowdchart.ksql.cases;

import org.jspecify.annotations.NullMarked;
