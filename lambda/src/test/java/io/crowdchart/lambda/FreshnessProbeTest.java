package io.crowdchart.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.cache.read.ChartAnswer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FreshnessProbeTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    static Stream<Arguments> charts() {
        return Stream.of(
                Arguments.of(SomeChart.of("July=690").aged(Duration.ofMillis(3_250)), "fresh", 3.25),
                Arguments.of(SomeChart.of("July=690").stale(Duration.ofHours(2)), "stale", 7_200),
                Arguments.of(SomeChart.empty(), "empty", 2));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void the_age_of_a_chart_is_a_metric(SomeChart chart, String outcome, double age) throws Exception {
        assertThat(probe(chart)).isEqualTo(outcome);

        JsonNode line = line();
        assertThat(metrics(line)).containsExactly("ChartAgeSeconds in Seconds", "ChartUnavailable in Count");
        assertThat(line.path("ChartAgeSeconds").asDouble()).isEqualTo(age);
        assertThat(line.path("ChartUnavailable").isInt()).isTrue();
        assertThat(line.path("ChartUnavailable").asInt()).isZero();
        assertThat(line.path("Outcome").asText()).isEqualTo(outcome);
    }

    static Stream<Arguments> noCharts() {
        return Stream.of(
                Arguments.of(new ChartAnswer.Rebuilding(), "rebuilding"),
                Arguments.of(new ChartAnswer.Unavailable(), "unavailable"));
    }

    @ParameterizedTest
    @MethodSource("noCharts")
    void a_chart_that_is_not_to_be_had_has_no_age(ChartAnswer answer, String outcome) throws Exception {
        assertThat(probe(SomeChart.saying(answer))).isEqualTo(outcome);

        JsonNode line = line();
        assertThat(metrics(line)).containsExactly("ChartUnavailable in Count");
        assertThat(line.has("ChartAgeSeconds")).isFalse();
        assertThat(line.path("ChartUnavailable").asInt()).isEqualTo(1);
        assertThat(line.path("Outcome").asText()).isEqualTo(outcome);
    }

    @Test
    void the_line_is_in_the_embedded_metric_format() throws Exception {
        probe(SomeChart.empty());

        assertThat(written.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        JsonNode line = line();
        JsonNode described = line.path("_aws").path("CloudWatchMetrics");
        assertThat(line.path("_aws").path("Timestamp").asLong()).isEqualTo(CLOCK.millis());
        assertThat(described).hasSize(1);
        assertThat(described.path(0).path("Namespace").asText()).isEqualTo("CrowdChart");
        assertThat(described.path(0).path("Dimensions")).hasToString("[[\"Service\"]]");
        assertThat(line.path("Service").asText()).isEqualTo("probe");
        for (JsonNode metric : described.path(0).path("Metrics")) {
            assertThat(line.path(metric.path("Name").asText()).isNumber()).isTrue();
        }
    }

    @Test
    void one_look_is_one_question() {
        SomeChart chart = SomeChart.of("July=690");

        probe(chart);

        assertThat(chart.asked()).hasSize(1);
        assertThat(chart.isClosed()).isTrue();
    }

    private String probe(SomeChart chart) {
        var output = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new FreshnessProbe(() -> chart, CLOCK, output).handleRequest(new ScheduledEvent(), new TestContext());
    }

    private JsonNode line() throws Exception {
        return new JsonMapper().readTree(written.toByteArray());
    }

    private static List<String> metrics(JsonNode line) {
        JsonNode metrics = line.path("_aws").path("CloudWatchMetrics").path(0).path("Metrics");
        return StreamSupport.stream(metrics.spliterator(), false)
                .map(metric -> metric.path("Name").asText() + " in "
                        + metric.path("Unit").asText())
                .toList();
    }
}
