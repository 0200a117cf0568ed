package io.crowdchart.interactionmodel.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.interactionmodel.rehearsal.CommandRun.Ended;
import io.crowdchart.interactionmodel.rehearsal.SmapiStub.Fate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ask deploy}, as somebody would run it by hand. */
@Tag("rehearsal")
class AskDeployIT {

    private static final Path MODEL = Path.of("interactionModels", "custom", "en-GB.json");

    @TempDir
    private Path folder;

    private final SmapiStub alexa;
    private ProjectCopy project;

    AskDeployIT() throws Exception {
        alexa = SmapiStub.start();
    }

    @BeforeEach
    void copy_the_tree() throws Exception {
        project = ProjectCopy.in(folder, alexa);
    }

    @AfterEach
    void every_exchange_was_one_of_the_documented_interface() throws Exception {
        alexa.close();
        assertThat(alexa.refused()).isEmpty();
        assertThat(Conformance.faultsOfExchanges(alexa.exchanges())).isEmpty();
    }

    @Test
    void what_is_committed_is_uploaded_and_fits_amazons_schema_and_nothing_changes() throws Exception {
        Ended ended = project.ask("deploy");

        assertThat(ended.status()).as(ended.told()).isZero();
        assertThat(alexa.packages()).singleElement().satisfies(zip -> {
            assertThat(SkillZip.links(zip)).isEmpty();
            assertThat(SkillZip.of(zip).files())
                    .containsExactlyEntriesOf(
                            SkillZip.packed(project.skillPackage()).files());
            Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
            SkillZip.of(zip).unpackedTo(unpacked);
            assertThat(Conformance.faultsOfPackage(unpacked)).isEmpty();
        });
        assertThat(alexa.skills()).singleElement().satisfies(skill -> {
            assertThat(alexa.isEnabled(skill)).isTrue();
            assertThat(ended.told()).contains(skill);
        });
        assertThat(project.changes()).isEmpty();
    }

    @Test
    void a_second_deployment_uploads_nothing_unless_something_changed_and_then_goes_to_the_same_skill()
            throws Exception {
        project.ask("deploy");
        Ended unchanged = project.ask("deploy");

        assertThat(unchanged.status()).as(unchanged.told()).isZero();
        assertThat(alexa.packages()).hasSize(1);

        Path model = project.skillPackage().resolve(MODEL);
        Files.writeString(model, Files.readString(model).replace("\"the winner\"", "\"the champion\""));
        Ended changed = project.ask("deploy");

        assertThat(changed.status()).as(changed.told()).isZero();
        assertThat(alexa.packages()).hasSize(2);
        assertThat(SkillZip.of(alexa.packages().get(1)).file("interactionModels/custom/en-GB.json"))
                .asString(StandardCharsets.UTF_8)
                .contains("the champion");
        assertThat(alexa.skills()).hasSize(1);
        assertThat(alexa.exchanges())
                .filteredOn(exchange -> exchange.contains("\"POST\"") && exchange.contains("imports"))
                .extracting(exchange -> exchange.contains(alexa.skills().get(0)))
                .containsExactly(false, true);
    }

    /** Why {@code scripts/deploy} looks after the skill's id. */
    @Test
    void a_failed_import_is_told_but_the_command_line_forgets_the_skill_and_makes_a_second_one() throws Exception {
        alexa.imports(Fate.FAILS);
        Ended failed = project.ask("deploy");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.told()).contains("the manifest is refused");
        assertThat(project.states()).content().doesNotContain("skillId");

        alexa.imports(Fate.SUCCEEDS);
        project.ask("deploy");

        assertThat(alexa.skills()).hasSize(2);
    }
}
