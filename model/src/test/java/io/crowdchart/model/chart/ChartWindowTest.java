package io.crowdchart.model.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_day_and_the_hour_of_an_instant_are_those_of_the_charts_time_zone() {
        Instant lateInUtc = Instant.parse("2026-11-23T23:30:00Z");
        assertThat(ChartWindow.Day.at(lateInUtc, BERLIN).name()).isEqualTo("2026-11-24");
        assertThat(ChartWindow.Hour.at(lateInUtc, BERLIN).name()).isEqualTo("2026-11-24T00");
    }

    @Test
    void the_hour_that_comes_twice_in_autumn_is_one_window() {
        assertThat(ChartWindow.Hour.at(Instant.parse("2026-10-25T00:30:00Z"), BERLIN))
                .isEqualTo(ChartWindow.Hour.at(Instant.parse("2026-10-25T01:30:00Z"), BERLIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "2026-11-23", "2026-11-23T06", "2024-02-29", "2026-12-31T23"})
    void a_window_is_found_again_by_its_name(String name) {
        assertThat(ChartWindow.named(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ALL",
                "day",
                "2026-02-30",
                "2026-1-1xxxx",
                "2026-11-23T24",
                "2026-11-23 06",
                "+026-11-23",
                "2026-11-23T06:00",
                "２０２６-11-23"
            })
    void any_other_name_is_refused(String name) {
        assertThatThrownBy(() -> ChartWindow.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a chart window is 'all', a day like 2026-11-23 or an hour like 2026-11-23T06, was '" + name
                        + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01", "-0001-12-31", "+10000-01-01T00", "all"})
    void a_day_and_an_hour_have_a_year_of_four_digits(String name) {
        assertThatThrownBy(() -> ChartWindow.Day.named(name)).hasMessageContaining("was '" + name);
        assertThatThrownBy(() -> ChartWindow.Hour.named(name)).hasMessageContaining("was '" + name);
    }

    @Test
    void the_end_of_a_chart_follows_from_its_name_alone() {
        assertThat(ChartWindow.ALL_TIME.expiresAt()).isEmpty();
        assertThat(ChartWindow.named("2026-11-23").expiresAt()).hasValue(Instant.parse("2026-12-03T00:00:00Z"));
        assertThat(ChartWindow.named("2026-11-23T06").expiresAt()).hasValue(Instant.parse("2026-11-25T07:00:00Z"));
    }
}
