/**
 * What all subcommands share: the options that say where the chart runs, the screen, the exit status.
 *
 * <p>The result of a command goes to standard output, its progress to standard error. Start at
 * {@link io.crowdchart.operations.command.ClusterOptions}.
 */
@NullMarked
package io.crowdchart.operations.command;

import org.jspecify.annotations.NullMarked;
