package io.crowdchart.operations.doctor;

import io.crowdchart.operations.command.Counted;
import io.crowdchart.operations.doctor.Finding.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All findings, as lines for the operator.
 *
 * @param findings in the order in which they are shown
 */
record Diagnosis(List<Finding> findings) {

    Diagnosis {
        findings = List.copyOf(findings);
    }

    /** One line a finding, and a summary. */
    List<String> lines() {
        int width = findings.stream()
                .mapToInt(finding -> finding.link().length())
                .max()
                .orElse(1);
        List<String> lines = findings.stream()
                .map(finding -> String.format(
                                Locale.ROOT,
                                "%-9s  %-" + width + "s  %s",
                                finding.verdict().words(),
                                finding.link(),
                                finding.found())
                        + sentence(finding))
                .collect(Collectors.toList());
        lines.add(summary());
        return lines;
    }

    private static String sentence(Finding finding) {
        if (finding.advice().isEmpty()) {
            return "";
        }
        return (finding.found().endsWith(".") ? " " : ". ") + finding.advice();
    }

    private String summary() {
        return count(Verdict.OK) + " ok, " + Counted.of(count(Verdict.WARNING), "warning") + ", "
                + Counted.of(count(Verdict.PROBLEM), "problem") + ", " + count(Verdict.NOT_ASKED) + " not asked";
    }

    boolean hasProblem() {
        return count(Verdict.PROBLEM) > 0;
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
