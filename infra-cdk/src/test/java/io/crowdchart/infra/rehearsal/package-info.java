/**
 * A deployment without an account: the real command line of the CDK deploys to a stub on loopback, and what was uploaded is
 * run. Begin with {@link io.crowdchart.infra.rehearsal.DeployRehearsalIT}.
 */
@NullMarked
package io.crowdchart.infra.rehearsal;

import org.jspecify.annotations.NullMarked;
