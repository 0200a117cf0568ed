package io.crowdchart.interactionmodel.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.interactionmodel.rehearsal.CommandRun.Ended;
import io.crowdchart.interactionmodel.rehearsal.SmapiStub.Fate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/deploy} with the real ask-cli; a stand-in for cdk says what AWS would have made. */
@Tag("rehearsal")
class DeployScriptIT {

    private static final String SCRIPT = "scripts/deploy";

    @TempDir
    private Path folder;

    private final SmapiStub alexa;
    private ProjectCopy project;
    private CdkStandIn cdk;

    DeployScriptIT() throws IOException {
        alexa = SmapiStub.start();
    }

    @BeforeEach
    void copy_the_tree() throws Exception {
        project = ProjectCopy.in(folder, alexa);
        cdk = CdkStandIn.in(project);
        alexa.triggers(cdk::letsIn);
    }

    @AfterEach
    void every_exchange_was_one_of_the_documented_interface() throws Exception {
        alexa.close();
        assertThat(alexa.refused()).isEmpty();
        assertThat(Conformance.faultsOfExchanges(alexa.exchanges())).isEmpty();
    }

    @Test
    void all_four_steps_lead_to_one_enabled_skill_with_the_endpoint_that_cdk_made() throws Exception {
        Ended ended = project.run(SCRIPT, "--", "-c", "profile=medium");

        assertThat(ended.status()).as(ended.told()).isZero();
        assertThat(ended.out().lines().filter(line -> line.matches("\\d/4 .*")))
                .extracting(line -> line.substring(0, 3))
                .containsExactly("1/4", "2/4", "3/4", "4/4");
        String skill = onlySkill();
        assertThat(alexa.isEnabled(skill)).isTrue();
        assertThat(ended.out().lines().toList()).last().asString().contains(skill);
        assertThat(cdk.calls())
                .singleElement()
                .asString()
                .startsWith("deploy --all --require-approval never -c skillId=" + skill + " --outputs-file ")
                .endsWith("outputs.json -c profile=medium");
        assertThat(endpoints()).containsExactly("", CdkStandIn.FUNCTION);
        assertThat(project.changes()).isEqualTo(" M skill-package/skill.json\n");
        assertThat(project.git("diff", "--unified=0").lines().filter(line -> line.matches("[-+] .*")))
                .extracting(line -> line.replaceAll(" {2,}", " "))
                .containsExactly(
                        "- ]", "+ ],", "+ \"endpoint\": {", "+ \"uri\": \"" + CdkStandIn.FUNCTION + "\"", "+ }");
        assertThat(Conformance.faultsOfPackage(project.skillPackage())).isEmpty();
    }

    @Test
    void once_all_is_done_the_same_command_uploads_nothing_and_changes_nothing() throws Exception {
        project.run(SCRIPT);
        project.git(
                "-c", "user.name=R", "-c", "user.email=r@localhost", "commit", "-qam", "Deploy to our own endpoint");

        Ended again = project.run(SCRIPT);

        assertThat(again.status()).as(again.told()).isZero();
        assertThat(again.out()).contains("1/4 the skill: it is " + onlySkill());
        assertThat(alexa.packages()).hasSize(2);
        assertThat(cdk.calls()).hasSize(2);
        assertThat(project.changes()).isEmpty();
    }

    @Test
    void a_dry_run_tells_the_steps_and_does_none() throws Exception {
        Ended ended = project.run(SCRIPT, "--dry-run", "--", "-c", "profile=medium");

        assertThat(ended.status()).as(ended.told()).isZero();
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1/4 ").contains("ask deploy", "free", "minutes"),
                        line -> assertThat(line)
                                .startsWith("2/4 ")
                                .contains("cdk deploy --all -c profile=medium", "costs", "minutes"),
                        line -> assertThat(line).startsWith("3/4 ").contains("skill-package/skill.json"),
                        line -> assertThat(line).startsWith("4/4 ").contains("ask deploy", "free", "minutes"));
        assertThat(alexa.exchanges()).isEmpty();
        assertThat(cdk.calls()).isEmpty();
        assertThat(project.changes()).isEmpty();
        assertThat(project.states()).doesNotExist();
        assertThat(project.path().resolve("target")).doesNotExist();
    }

    @Test
    void a_skill_whose_first_import_failed_is_kept_and_is_the_one_that_goes_on() throws Exception {
        alexa.imports(Fate.FAILS);
        Ended failed = project.run(SCRIPT);

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.told()).contains("the manifest is refused");
        assertThat(lastLine(failed))
                .isEqualTo("scripts/deploy: ask deploy failed, but the skill " + onlySkill()
                        + " is made, and kept; put that right, and the same command goes on from here");
        assertThat(cdk.calls()).isEmpty();

        alexa.imports(Fate.SUCCEEDS);
        Ended again = project.run(SCRIPT);

        assertThat(again.status()).as(again.told()).isZero();
        assertThat(alexa.isEnabled(onlySkill())).isTrue();
    }

    @Test
    void a_skill_that_ask_deploy_by_hand_has_forgotten_is_found_again() throws Exception {
        alexa.imports(Fate.FAILS);
        assertThat(project.ask("deploy").status()).isEqualTo(1);
        alexa.imports(Fate.SUCCEEDS);

        Ended ended = project.run(SCRIPT);

        assertThat(ended.status()).as(ended.told()).isZero();
        assertThat(project.states()).content().contains(onlySkill());
    }

    @Test
    void a_first_import_of_which_no_skill_was_made_is_done_again() throws Exception {
        alexa.imports(Fate.FAILS_EARLY);
        Ended failed = project.run(SCRIPT);

        assertThat(failed.status()).isEqualTo(1);
        assertThat(lastLine(failed)).startsWith("scripts/deploy: ask deploy failed; put that right");

        alexa.imports(Fate.SUCCEEDS);
        Ended again = project.run(SCRIPT);

        assertThat(again.status()).as(again.told()).isZero();
        assertThat(alexa.skills()).hasSize(1);
    }

    @Test
    void a_first_import_that_was_interrupted_makes_no_second_skill() throws Exception {
        alexa.imports(Fate.LASTS);
        try (CommandRun run = project.start(SCRIPT)) {
            alexa.awaitQuestion();
            assertThat(run.isAlive()).isTrue();
        }
        alexa.imports(Fate.SUCCEEDS);

        Ended again = project.run(SCRIPT);

        assertThat(again.status()).as(again.told()).isZero();
        assertThat(alexa.isEnabled(onlySkill())).isTrue();
    }

    @Test
    void nothing_new_is_made_while_nobody_can_tell_what_became_of_the_last_import() throws Exception {
        alexa.imports(Fate.FAILS);
        project.ask("deploy");
        alexa.imports(Fate.IS_UNKNOWN);

        Ended ended = project.run(SCRIPT);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(lastLine(ended)).contains("Alexa does not tell what became of the import", "--skill-id");
        assertThat(alexa.skills()).hasSize(1);
        assertThat(alexa.packages()).hasSize(1);

        alexa.imports(Fate.SUCCEEDS);
        Ended named = project.run(SCRIPT, "--skill-id", onlySkill());

        assertThat(named.status()).as(named.told()).isZero();
        assertThat(alexa.skills()).hasSize(1);
    }

    @Test
    void after_a_failure_of_cdk_the_skill_is_not_uploaded_again_before_cdk_has_succeeded() throws Exception {
        cdk.fails(true);
        Ended failed = project.run(SCRIPT);

        assertThat(failed.status()).isEqualTo(1);
        assertThat(lastLine(failed)).startsWith("scripts/deploy: cdk deploy failed; put that right");
        assertThat(alexa.packages()).hasSize(1);
        assertThat(project.changes()).isEmpty();

        cdk.fails(false);
        Ended again = project.run(SCRIPT);

        assertThat(again.status()).as(again.told()).isZero();
        assertThat(endpoints()).containsExactly("", CdkStandIn.FUNCTION);
        onlySkill();
    }

    @Test
    void a_question_of_cdk_for_every_new_right_may_be_wished() throws Exception {
        Ended ended = project.run(SCRIPT, "--", "--require-approval", "broadening");

        assertThat(ended.status()).as(ended.told()).isZero();
        assertThat(cdk.calls())
                .singleElement()
                .asString()
                .startsWith("deploy --all -c skillId=")
                .endsWith("outputs.json --require-approval broadening");
    }

    @Test
    void a_build_that_fails_is_a_step_that_failed() throws Exception {
        project.isNotBuilt("[ERROR] release version 17 not supported");
        Ended failed = project.run(SCRIPT);

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).contains("2/4 ").doesNotContain("3/4 ");
        assertThat(failed.err()).contains("scripts/deploy: the build failed: [ERROR] release version 17 not supported");
        assertThat(lastLine(failed))
                .isEqualTo("scripts/deploy: the build failed; put that right, and the same command goes on from here");
        assertThat(cdk.calls()).isEmpty();
        onlySkill();
    }

    @Test
    void after_a_failure_of_the_last_step_the_same_skill_is_updated() throws Exception {
        alexa.triggers((skill, function) -> false);
        Ended failed = project.run(SCRIPT);

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.out()).contains("4/4 ");

        alexa.triggers(cdk::letsIn);
        Ended again = project.run(SCRIPT);

        assertThat(again.status()).as(again.told()).isZero();
        assertThat(again.out()).contains("now " + CdkStandIn.FUNCTION);
        assertThat(alexa.isEnabled(onlySkill())).isTrue();
    }

    @Test
    void an_output_that_is_missing_is_named_and_the_manifest_stays() throws Exception {
        cdk.makesNoFunction();

        Ended ended = project.run(SCRIPT);

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err().lines())
                .containsSubsequence(
                        "scripts/deploy: the stacks have one output SkillEndpoint, found 0 in"
                                + " target/deploy/outputs.json",
                        "scripts/deploy: the function has no ARN; put that right, and the same command goes on from here");
        assertThat(project.changes()).isEmpty();
    }

    @Test
    void an_endpoint_without_a_known_skill_is_refused_before_anything_is_made() throws Exception {
        Path manifest = project.skillPackage().resolve("skill.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(
                                "\"custom\": {",
                                "\"custom\": {\"endpoint\": {\"uri\": \"" + CdkStandIn.FUNCTION + "\"},"));

        Ended ended = project.run(SCRIPT);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.told()).containsOnlyOnce("\n").contains("no skill is known here", "--skill-id");
        assertThat(alexa.exchanges()).isEmpty();
    }

    @Test
    void a_file_of_ask_cli_that_cannot_be_read_is_named() throws Exception {
        Files.createDirectories(project.states().getParent());
        Files.writeString(project.states(), "{");

        Ended ended = project.run(SCRIPT);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.told()).startsWith("scripts/deploy: .ask/ask-states.json is no JSON: ");
    }

    @Test
    void somebody_without_a_developer_account_is_told_how_to_log_in() throws Exception {
        Files.delete(project.login());

        Ended ended = project.run(SCRIPT);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.told())
                .startsWith(
                        "scripts/deploy: ask-cli knows no Amazon developer account yet; run npx --prefix interaction-models/conformance ask configure");
        assertThat(alexa.exchanges()).isEmpty();
    }

    private String onlySkill() {
        List<String> skills = alexa.skills();
        assertThat(skills).hasSize(1);
        return skills.get(0);
    }

    /** The endpoint in each uploaded manifest, empty if it has none. */
    private List<String> endpoints() throws IOException {
        return alexa.packages().stream().map(DeployScriptIT::endpoint).toList();
    }

    private static String endpoint(byte[] zip) {
        try {
            return new JsonMapper()
                    .readTree(SkillZip.of(zip).file("skill.json"))
                    .at("/manifest/apis/custom/endpoint/uri")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(Ended ended) {
        return ended.err().lines().reduce("", (before, line) -> line);
    }
}
