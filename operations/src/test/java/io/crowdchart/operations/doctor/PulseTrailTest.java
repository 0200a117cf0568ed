package io.crowdchart.operations.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.operations.doctor.Finding.Verdict;
import io.crowdchart.operations.doctor.PulseTrail.Station;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PulseTrailTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    /** Ages in seconds; none: no pulse there, and - : not asked. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2    | 2    | 3    | OK      |
            30   | 30   | 30   | OK      |
            -1   | 2    | 2    | OK      |
            31   | 31   | 31   | PROBLEM | The pulse is old in heartbeats already, so the source is dead
            none | 40   | 40   | PROBLEM | The pulse is old in heartbeats already, so the source is dead
            2    | 31   | 31   | PROBLEM | The pulse is fresh in heartbeats and not in topic pulse, so the aggregation is dead
            2    | none | none | PROBLEM | The pulse is fresh in heartbeats and not in topic pulse, so the aggregation is dead
            2    | 3    | 400  | PROBLEM | The pulse is fresh in topic pulse and not in cache, so the sink is dead
            2    | 3    | none | PROBLEM | The pulse is fresh in topic pulse and not in cache, so the sink is dead
            2    | 3    | -    | WARNING | What was not asked may be dead
            -    | -    | 90   | PROBLEM | The pulse is old in cache already, so the sink is dead
            -    | -    | 1    | WARNING | What was not asked may be dead
            """)
    void the_step_after_the_last_fresh_pulse_is_the_dead_one(
            String heartbeats, String topic, String cache, Verdict verdict, String sentence) {
        var trail = new PulseTrail(
                "bluesky",
                List.of(
                        station("heartbeats", "source", heartbeats),
                        station("topic pulse", "aggregation", topic),
                        station("cache", "sink", cache)));

        Finding finding = trail.finding("pulse", NOW);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.advice()).startsWith(sentence == null ? "" : sentence);
    }

    @Test
    void every_age_is_shown() {
        var trail = new PulseTrail(
                "bluesky", List.of(station("heartbeats", "source", "2"), station("cache", "sink", "none")));

        assertThat(trail.finding("pulse", NOW).found()).isEqualTo("bluesky: heartbeats 2.0 s, cache none");
    }

    private static Station station(String name, String step, String age) {
        return new Station(
                name,
                step,
                "look",
                !age.equals("-"),
                age.equals("-") || age.equals("none")
                        ? Optional.empty()
                        : Optional.of(NOW.minusSeconds(Long.parseLong(age))));
    }
}
