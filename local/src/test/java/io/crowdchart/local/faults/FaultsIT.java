package io.crowdchart.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.local.faults.FaultedRun.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Seeded faults against the whole stack. In a normal build one short seed; {@code scripts/test --faults} plays many long
 * ones.
 */
@Timeout(value = 5, unit = TimeUnit.HOURS)
class FaultsIT {

    @Test
    void after_every_fault_the_charts_equal_the_truth() throws Exception {
        FaultSettings settings = FaultSettings.ofSystem();
        List<Outcome> outcomes = new ArrayList<>();
        for (long seed : settings.seeds()) {
            Outcome outcome = new FaultedRun(settings, seed).play();
            outcomes.add(outcome);
            say(line(outcome));
            if (!outcome.differences().isEmpty()) {
                say("seed " + seed + " played " + outcome.faults() + "; its logs are in " + outcome.logs());
                outcome.differences().forEach(FaultsIT::say);
            }
        }
        say("");
        say(String.format(Locale.ROOT, "%8s %8s %8s %12s %8s", "seed", "events", "faults", "differences", "seconds"));
        outcomes.forEach(outcome -> say(line(outcome)));
        assertThat(outcomes)
                .as("seeds with differences; the logs are in %s", FaultSettings.LOGS)
                .filteredOn(outcome -> !outcome.differences().isEmpty())
                .extracting(Outcome::seed)
                .isEmpty();
    }

    private static String line(Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "%8d %8d %8d %12d %8d",
                outcome.seed(),
                outcome.events(),
                outcome.faults().size(),
                outcome.differences().size(),
                outcome.took().toSeconds());
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
