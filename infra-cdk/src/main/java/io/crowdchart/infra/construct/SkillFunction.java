package io.crowdchart.infra.construct;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The skill. Alexa calls its alias {@code live}, a published version that starts from a snapshot. */
public final class SkillFunction extends Construct {

    private final ChartFunction chartFunction;
    private final Alias live;

    /**
     * What the skill needs.
     *
     * @param zip the code
     * @param network where it is
     * @param cache what it reads
     * @param skillId who may call it; without it nobody may
     * @param logRetention how long its log is kept
     */
    public record Props(
            Path zip, ChartNetwork network, ChartCache cache, Optional<String> skillId, RetentionDays logRetention) {}

    public SkillFunction(Construct scope, String id, Props props) {
        super(scope, id);
        chartFunction = new ChartFunction(
                this,
                "Skill",
                new ChartFunction.Props(
                        props.zip(),
                        "io.crowdchart.lambda.ChartSkillHandler",
                        // Alexa gives up after eight.
                        Duration.seconds(7),
                        props.network(),
                        props.cache(),
                        // Without an id it refuses every question.
                        Map.of("SKILL_ID", props.skillId().orElse("none-yet")),
                        Optional.of(SnapStartConf.ON_PUBLISHED_VERSIONS),
                        props.logRetention()));
        live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(chartFunction.function().getCurrentVersion())
                .build();
        props.skillId().ifPresent(this::letIn);
    }

    private void letIn(String skillId) {
        live.addPermission(
                "Alexa",
                Permission.builder()
                        .principal(new ServicePrincipal("alexa-appkit.amazon.com"))
                        .eventSourceToken(skillId)
                        .build());
    }

    /** What Alexa calls. */
    public Alias live() {
        return live;
    }
}
