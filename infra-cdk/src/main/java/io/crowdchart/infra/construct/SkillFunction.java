package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.TitleWish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The skill. Alexa calls its alias {@code live}, a published version that starts from a snapshot. */
public final class SkillFunction extends Construct {

    private static final String CATALOGUE = "catalogue.txt";

    private final ChartFunction chartFunction;
    private final Alias live;

    /**
     * What the skill needs.
     *
     * @param zip the code
     * @param network where it is
     * @param cache what it reads
     * @param skillId who may call it; without it nobody may
     * @param titles which titles it says
     * @param logRetention how long its log is kept
     */
    public record Props(
            Path zip,
            ChartNetwork network,
            ChartCache cache,
            Optional<String> skillId,
            TitleWish titles,
            RetentionDays logRetention) {}

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
                        environment(props),
                        props.titles().catalogue().map(this::layer).stream().toList(),
                        Optional.of(SnapStartConf.ON_PUBLISHED_VERSIONS),
                        props.logRetention()));
        live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(chartFunction.function().getCurrentVersion())
                .build();
        props.skillId().ifPresent(this::letIn);
    }

    private static Map<String, String> environment(Props props) {
        Map<String, String> environment = new TreeMap<>();
        // Without an id it refuses every question.
        environment.put("SKILL_ID", props.skillId().orElse("none-yet"));
        environment.put("CHART_PROFANITY", props.titles().profanity().name().toLowerCase(Locale.ROOT));
        props.titles().catalogue().ifPresent(file -> environment.put("CHART_CATALOGUE", "/opt/" + CATALOGUE));
        return environment;
    }

    /** The file under a name of its own, whatever it is called where it comes from. */
    private LayerVersion layer(Path catalogue) {
        try {
            Path folder = Files.createTempDirectory("crowd-chart-catalogue");
            try {
                Files.copy(catalogue, folder.resolve(CATALOGUE));
                return LayerVersion.Builder.create(this, "Catalogue")
                        .description("Crowd Chart: the titles that are said")
                        .code(Code.fromAsset(folder.toString()))
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
            } finally {
                // It has been copied.
                Files.deleteIfExists(folder.resolve(CATALOGUE));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
