package io.crowdchart.infra.construct;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/** Where a rule is not kept on purpose, and why. One rule of one construct at a time. */
final class Reasons {

    private Reasons() {}

    /**
     * @param rule its name in the pack of AWS Solutions, with the finding in brackets where it has one
     */
    static void acknowledge(IConstruct where, String rule, String reason) {
        Validations.of(where)
                .acknowledge(Acknowledgment.builder()
                        .id("AwsSolutions::AwsSolutions-" + rule)
                        .reason(reason)
                        .build());
    }
}
