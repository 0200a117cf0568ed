package io.crowdchart.local.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.SongKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedGeneratorTest {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_announced_chart_is_what_a_recount_of_the_feed_finds(long seed) {
        GeneratedFeed feed = generate(seed, 3_000);
        Recount recount = new Recount("KafkaSummit", ZoneOffset.UTC);
        feed.feed("generated").events().forEach(recount::add);

        Map<String, Integer> announced = new TreeMap<>();
        feed.voters().forEach((title, voters) -> announced.put(SongKey.of(title), voters));
        Map<String, Integer> counted = new TreeMap<>();
        recount.votes()
                .count(ChartWindow.ALL_TIME)
                .forEach(line -> counted.put(line.song().key(), (int) line.votes()));
        assertThat(counted).isEqualTo(announced).hasSizeGreaterThan(20);
    }

    @Test
    void the_same_seed_makes_the_same_feed_and_another_seed_another_one() {
        assertThat(generate(1, 500)).isEqualTo(generate(1, 500));
        assertThat(generate(2, 500).voters().keySet())
                .isNotEqualTo(generate(1, 500).voters().keySet());
    }

    @Test
    void times_lie_within_the_span_and_never_go_back() {
        long before = 0;
        for (FeedEvent event : generate(1, 500).feed("generated").events()) {
            assertThat(event.timeMicros()).isGreaterThanOrEqualTo(before);
            before = event.timeMicros();
        }
        assertThat(Instant.ofEpochMilli(before / 1_000)).isBetween(START.plusSeconds(58), START.plusSeconds(60));
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void a_spelling_changes_no_song(Spelling spelling) {
        for (String title : SongPool.titles()) {
            assertThat(SongKey.of(spelling.of(title)))
                    .as("%s of '%s'", spelling, title)
                    .isEqualTo(SongKey.of(title));
        }
    }

    private static GeneratedFeed generate(long seed, int events) {
        return FeedGenerator.generate(seed, events, "KafkaSummit", START, Duration.ofMinutes(1));
    }
}
