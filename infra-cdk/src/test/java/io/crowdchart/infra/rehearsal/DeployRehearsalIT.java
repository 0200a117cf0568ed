package io.crowdchart.infra.rehearsal;

import static io.crowdchart.infra.rehearsal.Rehearsal.TOOLKIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.infra.rehearsal.aws.Account;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.infra.rehearsal.aws.StackOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code cdk bootstrap}, {@code deploy}, {@code diff}, {@code deploy} once more and {@code destroy} do to an account. */
@Tag("rehearsal")
class DeployRehearsalIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROLE =
            "arn:aws:iam::" + Account.ID + ":role/cdk-hnb659fds-%s-role-" + Account.ID + "-" + Account.REGION;

    private static Rehearsal rehearsal;

    @BeforeAll
    static void play() {
        rehearsal = Rehearsal.once();
    }

    @Test
    void nothing_is_asked_of_AWS_that_it_does_not_document() {
        assertThat(rehearsal.refused()).isEmpty();
        assertThat(rehearsal.calls()).extracting(call -> call.service()).contains("sts", "ssm", "s3", "cloudformation");
    }

    @Test
    void every_stack_comes_up_after_those_that_it_needs() throws IOException {
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
        int assets = 0;
        for (String stack : synthesised().keySet()) {
            Path manifest = rehearsal.assembly().resolve(stack + ".assets.json");
            for (JsonNode file : JSON.readTree(manifest.toFile()).path("files")) {
                assets++;
                assertThat(file.at("/source/packaging").asText()).isEqualTo("file");
                Path built =
                        rehearsal.assembly().resolve(file.at("/source/path").asText());
                for (JsonNode destination : file.path("destinations")) {
                    assertThat(uploaded(destination)).as(file.toString()).isEqualTo(Files.readAllBytes(built));
                }
            }
            assertThat(JSON.readTree(manifest.toFile()).path("dockerImages")).isEmpty();
        }
        assertThat(rehearsal.objects()).hasSize(assets);
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
    void what_was_made_last_goes_first() {
        List<String> created = new ArrayList<>(names("CREATE"));
        created.remove(TOOLKIT);
        Collections.reverse(created);

        assertThat(names("DELETE")).isEqualTo(created);
        assertThat(rehearsal.left()).containsExactly(TOOLKIT);
        assertThat(rehearsal.retained()).extracting(Resource::type).isSubsetOf(Set.of());
    }

    private static byte[] uploaded(JsonNode destination) {
        String bucket = filled(destination.path("bucketName").asText());
        byte[] object = rehearsal
                .objects()
                .get(bucket + "/" + destination.path("objectKey").asText());
        assertThat(object).as(destination.toString()).isNotNull();
        return object;
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
