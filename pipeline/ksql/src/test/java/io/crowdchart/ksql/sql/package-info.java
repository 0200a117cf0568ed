/**
 * Reads {@code statements/chart.sql}: a parser for exactly the part of the KSQL language that stands in it, so that a test
 * can compare it with the twin without an engine. Anything else is refused, never skipped. Start at
 * {@link io.crowdchart.ksql.sql.StatementParser}.
 */
@NullMarked
package io.crowdchart.ksql.sql;

import org.jspecify.annotations.NullMarked;
