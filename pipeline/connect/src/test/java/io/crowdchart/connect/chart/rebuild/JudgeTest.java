package io.crowdchart.connect.chart.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    /**
     * The partition has the id "a" and offsets from 10 to 100, and null values stay for 24 hours. A position is written
     * "id:offset".
     */
    @ParameterizedTest(name = "{6}: {5}")
    @CsvSource(nullValues = "-", textBlock = """
            # place | hours ago | acknowledged | checked | committed | verdict | explanation
              a:50  |  0        | -            | -       | -         | - | sound
              a:50  | 12        | a:50         | a:50    | a:50      | - | sound in every way
              a:100 |  0        | a:100        | a:90    | a:100     | - | sound at the end
              a:10  |  0        | -            | -       | -         | - | sound at the beginning
              -     |  0        | -            | -       | -         | missing    | nothing is known
              -     |  0        | a:50         | a:50    | a:50      | missing    | nothing is known any more
              b:50  |  0        | -            | -       | -         | foreign    | another topic
              b:50  |  0        | b:60         | b:60    | -         | foreign    | another topic comes first
              a:50  |  0        | a:51         | -       | -         | behind     | less than was confirmed
              a:50  |  0        | b:51         | b:51    | b:51      | - | another topic cannot be compared
              a:50  |  0        | -            | -       | a:51      | behind     | less than a task before had
              a:50  |  0        | -            | -       | a:101     | - | committed in a topic that is no more
              a:101 |  0        | -            | -       | -         | cut        | more than there is
              a:9   |  0        | -            | -       | -         | overtaken  | the beginning is gone
              a:50  |  0        | a:50         | a:9     | -         | overtaken  | a gap may have been jumped over
              a:50  |  0        | a:50         | b:9     | -         | - | it was checked in another topic
              a:50  | 13        | a:50         | a:50    | a:50      | too-old    | not read to the end for long
            """, delimiter = '|')
    void every_case_has_its_verdict(
            String place,
            int hoursAgo,
            String acknowledged,
            String checked,
            String committed,
            String verdict,
            String explanation) {
        Evidence evidence = new Evidence(
                position(place).map(position -> new Place(position, NOW.minus(Duration.ofHours(hoursAgo)))),
                position(acknowledged),
                position(checked),
                position(committed),
                new PartNow("a", 10, 100, Duration.ofHours(24)),
                NOW);

        assertThat(Judge.verdict(evidence))
                .as(explanation)
                .isEqualTo(Optional.ofNullable(verdict)
                        .map(name ->
                                RebuildReason.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT))));
    }

    private static Optional<Position> position(String written) {
        return Optional.ofNullable(written)
                .map(text -> new Position(text.substring(0, 1), Long.parseLong(text.substring(2))));
    }
}
