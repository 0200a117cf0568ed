package io.crowdchart.infra.rehearsal.aws;

import java.util.Map;

/**
 * What was done with a stack.
 *
 * @param kind {@code CREATE}, {@code UPDATE} or {@code DELETE}
 * @param stack its name
 * @param template the template as CloudFormation got it, before it was evaluated; at the end the last one
 * @param parameters the parameters that were given
 * @param tags the tags of the stack
 * @param caller who asked for it
 * @param role the role with which CloudFormation was to work; empty: that of the caller
 */
public record StackOperation(
        String kind,
        String stack,
        Template template,
        Map<String, String> parameters,
        Map<String, String> tags,
        String caller,
        String role) {}
