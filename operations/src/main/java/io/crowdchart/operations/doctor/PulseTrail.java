package io.crowdchart.operations.doctor;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.operations.command.HumanTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pulse of one source at every station of its way. The station after the last fresh one belongs to the step that is dead.
 *
 * @param source the name of the source
 * @param stations in the order of the way
 */
record PulseTrail(String source, List<Station> stations) {

    private static final Duration FRESH = RedisCharts.STALE_AFTER;

    PulseTrail {
        stations = List.copyOf(stations);
    }

    /**
     * A place where the pulse can be seen.
     *
     * @param name what the operator calls it
     * @param step who brings the pulse here
     * @param advice what to look at if it does not come here
     * @param asked whether it could be asked for
     * @param pulse what is there; empty: nothing
     */
    record Station(String name, String step, String advice, boolean asked, Optional<Instant> pulse) {

        private boolean isFresh(Instant now) {
            return pulse.filter(seen -> Duration.between(seen, now).compareTo(FRESH) <= 0)
                    .isPresent();
        }

        private String words(Instant now) {
            if (!asked) {
                return name + " not asked";
            }
            return name + " "
                    + pulse.map(seen -> HumanTime.of(Duration.between(seen, now)))
                            .orElse("none");
        }
    }

    Finding finding(String link, Instant now) {
        String ages = source + ": "
                + stations.stream().map(station -> station.words(now)).collect(Collectors.joining(", "));
        List<Station> asked = stations.stream().filter(Station::asked).toList();
        Optional<Station> dead =
                asked.stream().filter(station -> !station.isFresh(now)).findFirst();
        if (dead.isEmpty()) {
            return asked.size() == stations.size()
                    ? Finding.ok(link, ages)
                    : Finding.warning(link, ages, "What was not asked may be dead");
        }
        int place = asked.indexOf(dead.get());
        String sentence = place == 0
                ? "The pulse is old in " + dead.get().name() + " already, so the "
                        + dead.get().step() + " is dead, or far behind: "
                : "The pulse is fresh in " + asked.get(place - 1).name() + " and not in "
                        + dead.get().name() + ", so the " + dead.get().step() + " is dead, or far behind: ";
        return Finding.problem(
                link,
                ages,
                sentence + dead.get().advice() + ". Expected at most " + FRESH.toSeconds() + " s everywhere");
    }
}
