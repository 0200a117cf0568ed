package io.crowdchart.lambda;

import io.crowdchart.cache.read.ChartAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is measured of a chart.
 *
 * @param outcome what was found
 * @param age how old the chart is; empty: there is none to be had
 */
record ProbeMetrics(String outcome, Optional<Duration> age) {

    static ProbeMetrics of(ChartAnswer answer) {
        String outcome = answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (answer instanceof ChartAnswer.Fresh fresh) {
            return new ProbeMetrics(outcome, Optional.of(fresh.age()));
        }
        if (answer instanceof ChartAnswer.Stale stale) {
            return new ProbeMetrics(outcome, Optional.of(stale.age()));
        }
        if (answer instanceof ChartAnswer.Empty empty) {
            return new ProbeMetrics(outcome, Optional.of(empty.age()));
        }
        return new ProbeMetrics(outcome, Optional.empty());
    }

    /** The metrics as CloudWatch reads them from a line of a log: their description, and the values beside it. */
    String line(Instant now) {
        String described = age.isPresent() ? "{\"Name\":\"ChartAgeSeconds\",\"Unit\":\"Seconds\"}," : "";
        String seconds = age.map(known -> "\"ChartAgeSeconds\":"
                        + BigDecimal.valueOf(known.toMillis(), 3).toPlainString() + ",")
                .orElse("");
        return "{\"_aws\":{\"Timestamp\":" + now.toEpochMilli()
                + ",\"CloudWatchMetrics\":[{\"Namespace\":\"CrowdChart\",\"Dimensions\":[[\"Service\"]],\"Metrics\":["
                + described + "{\"Name\":\"ChartUnavailable\",\"Unit\":\"Count\"}]}]},"
                + "\"Service\":\"probe\",\"Outcome\":\"" + outcome + "\"," + seconds
                + "\"ChartUnavailable\":" + (age.isPresent() ? 0 : 1) + "}";
    }
}
