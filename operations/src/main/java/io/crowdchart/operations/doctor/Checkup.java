package io.crowdchart.operations.doctor;

import io.crowdchart.operations.doctor.Check.Part;
import io.crowdchart.operations.doctor.Finding.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes checks one after the other. One that fails is a problem, and the others are made all the same. */
final class Checkup {

    private static final Logger LOGGER = LoggerFactory.getLogger(Checkup.class);

    private final List<Check> checks;
    private final Set<Part> away = EnumSet.noneOf(Part.class);

    Checkup(List<Check> checks) {
        this.checks = List.copyOf(checks);
    }

    List<Finding> run() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            findings.addAll(examine(check));
        }
        return findings;
    }

    private List<Finding> examine(Check check) throws InterruptedException {
        Set<Part> missing = EnumSet.noneOf(Part.class);
        missing.addAll(check.needs());
        missing.retainAll(away);
        if (!missing.isEmpty()) {
            String parts = missing.stream().map(Part::words).collect(Collectors.joining(" and "));
            return List.of(Finding.notAsked(check.link(), parts + " was not reached"));
        }
        List<Finding> findings = findings(check);
        boolean failed = findings.stream()
                .anyMatch(finding -> finding.verdict() == Verdict.PROBLEM || finding.verdict() == Verdict.NOT_ASKED);
        if (failed) {
            check.proves().ifPresent(away::add);
        }
        return findings;
    }

    private List<Finding> findings(Check check) throws InterruptedException {
        try {
            return check.examine(Set.copyOf(away));
        } catch (RuntimeException e) {
            // Whatever it is, the other checks must be made.
            LOGGER.warn("{} could not be checked", check.link(), e);
            String why = Optional.ofNullable(e.getMessage())
                    .flatMap(message -> message.lines().findFirst())
                    .orElse(e.getClass().getSimpleName());
            return List.of(Finding.problem(check.link(), "could not be checked: " + why, ""));
        }
    }
}
