/**
 * The CDK app: every AWS resource of a chart.
 *
 * <p>{@link io.crowdchart.infra.InfraApp} reads the context once into an {@link io.crowdchart.infra.config.InfraConfig};
 * {@link io.crowdchart.infra.stack.ChartStacks} makes six thin stacks of it, which put the constructs together. Nothing here
 * asks AWS for anything: the templates are the same on every machine. The app sees no class of the modules that it deploys;
 * its tests compare the names.
 */
@NullMarked
package io.crowdchart.infra;

import org.jspecify.annotations.NullMarked;
