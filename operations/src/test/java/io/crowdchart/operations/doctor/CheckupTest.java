package io.crowdchart.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.operations.doctor.Check.Part;
import io.crowdchart.operations.doctor.Finding.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckupTest {

    @Test
    void a_check_that_fails_is_a_problem_and_the_others_are_made() throws InterruptedException {
        List<Finding> findings = new Checkup(List.of(
                        new Given("one", Set.of(), Optional.empty(), () -> {
                            throw new IllegalStateException("first line\nsecond line");
                        }),
                        new Given("two", Set.of(), Optional.empty(), () -> Finding.ok("two", "fine"))))
                .run();

        assertThat(findings)
                .containsExactly(
                        Finding.problem("one", "could not be checked: first line", ""), Finding.ok("two", "fine"));
    }

    @Test
    void what_needs_a_part_that_is_away_is_not_asked() throws InterruptedException {
        List<Finding> findings = new Checkup(List.of(
                        new Given(
                                "kafka", Set.of(), Optional.of(Part.KAFKA), () -> Finding.problem("kafka", "away", "")),
                        new Given("topics", Set.of(Part.KAFKA), Optional.empty(), () -> Finding.ok("topics", "fine")),
                        new Given("charts", Set.of(Part.CACHE), Optional.empty(), () -> Finding.ok("charts", "fine"))))
                .run();

        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.PROBLEM, Verdict.NOT_ASKED, Verdict.OK);
        assertThat(findings.get(1).found()).isEqualTo("Kafka was not reached");
    }

    @Test
    void a_diagnosis_has_a_line_for_every_finding_and_a_summary() {
        var diagnosis = new Diagnosis(List.of(
                Finding.ok("kafka", "cluster x"),
                Finding.warning("dead letters", "2 open", "Look"),
                Finding.notAsked("connect", "no setting")));

        assertThat(diagnosis.lines())
                .containsExactly(
                        "ok         kafka         cluster x",
                        "warning    dead letters  2 open. Look",
                        "not asked  connect       no setting",
                        "1 ok, 1 warning, 0 problems, 1 not asked");
        assertThat(diagnosis.hasProblem()).isFalse();
        assertThat(new Diagnosis(List.of(Finding.problem("kafka", "away", ""))).hasProblem())
                .isTrue();
    }

    /** A check with a given answer. */
    private record Given(String link, Set<Part> needs, Optional<Part> proves, Supplier<Finding> answer)
            implements Check {
        @Override
        public List<Finding> examine(Set<Part> away) {
            return List.of(answer.get());
        }
    }
}
