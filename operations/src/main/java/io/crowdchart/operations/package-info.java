/**
 * The operator's command {@code scripts/chart}, for a chart that runs on one machine or elsewhere.
 *
 * <p>A package is a subcommand; {@code cluster} says where everything is, {@code command} is what all subcommands share. A
 * subcommand reads Kafka as any client does and Redis through the cache; it never sees the connectors' or the skill's code.
 * Start at {@link io.crowdchart.operations.ChartCommand}.
 */
@NullMarked
package io.crowdchart.operations;

import org.jspecify.annotations.NullMarked;
