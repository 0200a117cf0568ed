/**
 * The counting: KSQL statements that define it, and a Kafka Streams twin that runs where no ksqlDB does.
 *
 * <p>The statements in {@code statements/chart.sql} hold; {@link io.crowdchart.ksql.ChartTopology} does the same, byte for
 * byte, and a test compares the two. Easily missed: the topic {@code votes} is a table, so a null value takes a vote
 * back and a second value replaces the first; a bad value changes nothing. Results are changelogs of absolute counts:
 * the newest record of a key holds, null means gone, repeats are allowed, and only a {@code read_committed} reader sees
 * nothing that is taken back. Start at {@code statements/chart.sql}.
 */
@NullMarked
package io.crowdchart.ksql;

import org.jspecify.annotations.NullMarked;
