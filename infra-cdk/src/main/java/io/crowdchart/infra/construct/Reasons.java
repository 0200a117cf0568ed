package io.crowdchart.infra.construct;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/** Where a rule is not kept on purpose, and why. One rule of one construct at a time. */
final class Reasons {

    private Reasons() {}

    /**
     * Says why a rule of AWS Solutions is not kept.
     *
     * @param rule its name in the pack of AWS Solutions, with the finding in brackets where it has one
     */
    static void acknowledge(IConstruct where, String rule, String reason) {
        acknowledgeExactly(where, "AwsSolutions::AwsSolutions-" + rule, reason);
    }

    /** The function has a published version: CDK warns of SnapStart all the same. */
    static void acknowledgeSnapStart(IConstruct function) {
        acknowledgeExactly(
                function,
                "Annotation::@aws-cdk/aws-lambda:snapStartRequirePublish",
                "The alias that is called points to a published version.");
    }

    private static void acknowledgeExactly(IConstruct where, String id, String reason) {
        Validations.of(where)
                .acknowledge(Acknowledgment.builder().id(id).reason(reason).build());
    }
}
