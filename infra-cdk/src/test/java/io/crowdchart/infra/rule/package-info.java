/**
 * What must be true of the templates of a deployment, beyond what CloudFormation and the rules of AWS Solutions check. Start at
 * {@link io.crowdchart.infra.rule.Invariant}.
 */
@NullMarked
package io.crowdchart.infra.rule;

import org.jspecify.annotations.NullMarked;
