package io.crowdchart.infra.rehearsal;

import static io.crowdchart.infra.rehearsal.Rehearsal.TOOLKIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.infra.rehearsal.Assembly.Asset;
import io.crowdchart.infra.rehearsal.aws.Account;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.infra.rehearsal.aws.StackOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code cdk synth} says, and what {@code cdk bootstrap}, {@code deploy}, {@code diff}, {@code deploy} once more and {@code destroy} do to an account. */
@Tag("rehearsal")
class DeployRehearsalIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROLE =
            "arn:aws:iam::" + Account.ID + ":role/cdk-hnb659fds-%s-role-" + Account.ID + "-" + Account.REGION;

    /** What makes most of the bill. */
    private static final List<String> COSTLY = List.of(
            "AWS::MSK::Cluster",
            "AWS::ElastiCache::ServerlessCache",
            "AWS::ECS::Service",
            "AWS::ECS::TaskDefinition",
            "AWS::Lambda::Function");

    private static Rehearsal rehearsal;

    @BeforeAll
    static void play() {
        rehearsal = Rehearsal.once();
    }

    /** Nor of the app, nor of its validation, nor of Node. */
    @Test
    void the_synthesis_has_nothing_to_warn_of() {
        assertThat(rehearsal.synth().output())
                .doesNotContainIgnoringCase("[Warning", "WARN", "deprecat", "end-of-life", "ExperimentalWarning");
    }

    @Test
    void nothing_is_asked_of_AWS_that_it_does_not_document() {
        assertThat(rehearsal.refused()).isEmpty();
        assertThat(rehearsal.calls()).extracting(call -> call.service()).contains("sts", "ssm", "s3", "cloudformation");
    }

    @Test
    void every_stack_comes_up_after_those_that_it_needs() {
        List<String> created = names("CREATE");

        assertThat(created.get(0)).isEqualTo(TOOLKIT);
        assertThat(created.subList(1, created.size()))
                .containsExactlyInAnyOrderElementsOf(synthesised().keySet());
        synthesised().forEach((name, artifact) -> {
            for (JsonNode needed : artifact.path("dependencies")) {
                if (synthesised().containsKey(needed.asText())) {
                    assertThat(created.indexOf(needed.asText())).isLessThan(created.indexOf(name));
                }
            }
        });
        rehearsal
                .stacks()
                .forEach((name, stack) ->
                        assertThat(stack.status() + stack.reason()).as(name).isEqualTo("CREATE_COMPLETE"));
    }

    @Test
    void CloudFormation_gets_the_templates_that_were_synthesised() throws IOException {
        for (StackOperation operation : operations("CREATE")) {
            Path template = rehearsal.assembly().resolve(operation.stack() + ".template.json");
            assertThat(operation.template().root()).as(operation.stack()).isEqualTo(JSON.readTree(template.toFile()));
        }
    }

    @Test
    void everything_that_a_stack_refers_to_is_uploaded_as_it_was_built() throws IOException {
        List<Asset> assets = Assembly.assets(rehearsal.assembly());

        assertThat(rehearsal.objects().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        assets.stream().map(asset -> filled(asset.object())).toList());
        for (Asset asset : assets) {
            byte[] uploaded = rehearsal.object(filled(asset.object()));
            if (asset.isFolder()) {
                assertThat(Zip.contents(uploaded)).as(asset.object()).isEqualTo(Zip.contentsOf(asset.source()));
            } else {
                assertThat(uploaded).as(asset.object()).isEqualTo(Files.readAllBytes(asset.source()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lambda/target/crowd-chart-lambda-1.0.0-SNAPSHOT.zip",
                "pipeline/connect/target/crowd-chart-connect-1.0.0-SNAPSHOT.zip",
                "pipeline/connect/connectors/chart-sink.json",
                "pipeline/connect/connectors/jetstream-source.json",
                "pipeline/ksql/statements/chart.sql",
                "infra-cdk/target/assets/aws-msk-iam-auth.jar"
            })
    void what_this_project_builds_is_among_it(String built) throws IOException {
        byte[] bytes = Files.readAllBytes(ProjectCopy.PROJECT.resolve(built));

        assertThat(rehearsal.objects().values()).anyMatch(object -> Arrays.equals(object, bytes));
    }

    @Test
    void every_role_does_its_own_work() {
        assertThat(rehearsal.calls())
                .filteredOn(call -> call.service().equals("s3"))
                .isNotEmpty()
                .allMatch(call -> call.caller().equals(role("file-publishing")));
        assertThat(appOperations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.caller()).isEqualTo(role("deploy"));
            assertThat(operation.role()).isEqualTo(role("cfn-exec"));
        });
    }

    @Test
    void a_difference_is_not_found_and_a_second_deployment_changes_nothing() {
        assertThat(rehearsal.diff().output()).contains("Number of stacks with differences: 0");
        assertThat(names("UPDATE")).isEmpty();
        assertThat(rehearsal.again().output().lines().filter(line -> line.endsWith("(no changes)")))
                .hasSameSizeAs(rehearsal.stacks().keySet());
    }

    @Test
    void every_resource_that_costs_says_whose_it_is() {
        List<Resource> costly =
                resources().filter(resource -> COSTLY.contains(resource.type())).toList();

        assertThat(costly)
                .extracting(Resource::type)
                .containsOnlyOnceElementsOf(COSTLY.subList(0, 2))
                .containsAll(COSTLY);
        assertThat(costly)
                .allSatisfy(resource -> assertThat(
                                resource.properties().path("Tags").toString())
                        .as(resource.stack() + "/" + resource.logicalId())
                        .contains("crowd-chart", "small"));
    }

    @Test
    void the_outputs_name_the_alias_that_Alexa_calls() {
        List<String> aliases = resources()
                .filter(resource -> resource.type().equals("AWS::Lambda::Alias"))
                .map(Resource::id)
                .toList();

        assertThat(rehearsal.outputs().at("/CrowdChartSkill/SkillEndpoint").asText())
                .isIn(aliases)
                .startsWith("arn:aws:lambda:" + Account.REGION + ":" + Account.ID + ":function:")
                .endsWith(":live");
    }

    @Test
    void no_secret_is_written_down_anywhere() {
        for (StackOperation operation : operations("CREATE")) {
            assertThat(operation.parameters()).isEmpty();
            assertThat(Secrets.in(operation.template().root()))
                    .as(operation.stack())
                    .isEmpty();
        }
    }

    @Test
    void no_stack_goes_before_those_that_need_it() {
        List<String> deleted = names("DELETE");

        assertThat(deleted).containsExactlyInAnyOrderElementsOf(synthesised().keySet());
        synthesised().forEach((name, artifact) -> {
            for (JsonNode needed : artifact.path("dependencies")) {
                if (synthesised().containsKey(needed.asText())) {
                    assertThat(deleted.indexOf(name)).isLessThan(deleted.indexOf(needed.asText()));
                }
            }
        });
    }

    @Test
    void nothing_is_left_that_costs() {
        assertThat(rehearsal.left()).containsExactly(TOOLKIT);
        assertThat(rehearsal.retained()).isEmpty();
        // Lambda makes a log group for a function that has none, and nobody would ever remove it.
        assertThat(resources().filter(resource -> resource.type().equals("AWS::Lambda::Function")))
                .isNotEmpty()
                .allSatisfy(function -> assertThat(function.properties()
                                .at("/LoggingConfig/LogGroup")
                                .asText())
                        .as(function.stack() + "/" + function.logicalId())
                        .isIn(logGroups()));
    }

    @Test
    void the_project_itself_is_as_it_was() {
        assertThat(rehearsal.changesAfter()).isEqualTo(rehearsal.changesBefore());
    }

    private static Stream<Resource> resources() {
        return rehearsal.stacks().values().stream().flatMap(stack -> stack.resources().stream());
    }

    private static List<String> logGroups() {
        return resources()
                .filter(resource -> resource.type().equals("AWS::Logs::LogGroup"))
                .map(Resource::id)
                .toList();
    }

    private static String filled(String text) {
        return text.replace("${AWS::AccountId}", Account.ID)
                .replace("${AWS::Region}", Account.REGION)
                .replace("${AWS::Partition}", "aws");
    }

    private static Map<String, JsonNode> synthesised() {
        return Assembly.stacks(rehearsal.assembly());
    }

    private static List<StackOperation> appOperations() {
        return rehearsal.operations().stream()
                .filter(operation -> !operation.stack().equals(TOOLKIT))
                .toList();
    }

    private static List<StackOperation> operations(String kind) {
        return appOperations().stream()
                .filter(operation -> operation.kind().equals(kind))
                .toList();
    }

    private static List<String> names(String kind) {
        return rehearsal.operations().stream()
                .filter(operation -> operation.kind().equals(kind))
                .map(StackOperation::stack)
                .toList();
    }

    private static String role(String which) {
        return String.format(ROLE, which);
    }
}
