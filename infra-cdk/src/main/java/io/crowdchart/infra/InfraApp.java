package io.crowdchart.infra;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.stack.ChartStacks;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/** Started by the command line of the CDK, which gives it the context and takes its templates. */
public final class InfraApp {

    private InfraApp() {}

    public static void main(String[] args) {
        App app = new App();
        try {
            build(
                    app,
                    InfraConfig.from(key -> Optional.ofNullable(app.getNode().tryGetContext(key))
                            .map(String::valueOf)));
        } catch (IllegalArgumentException e) {
            System.err.println("infra-cdk: " + e.getMessage());
            System.exit(2);
        }
        app.synth();
    }

    /** The stacks of a chart, and the rules that they have to keep. */
    static void build(App app, InfraConfig config) {
        Validations.of(app).addPlugins(AwsSolutionsChecks.Builder.create().build());
        new ChartStacks(app, config);
    }
}
