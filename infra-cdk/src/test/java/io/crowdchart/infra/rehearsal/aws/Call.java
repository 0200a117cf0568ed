package io.crowdchart.infra.rehearsal.aws;

/**
 * One call that was made.
 *
 * @param service the service, such as {@code cloudformation}
 * @param operation what was wanted, such as {@code CreateChangeSet}
 * @param caller who wanted it: the ARN of a role, or {@link Account#DEPLOYER}
 */
public record Call(String service, String operation, String caller) {}
