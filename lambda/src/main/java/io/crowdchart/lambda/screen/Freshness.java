package io.crowdchart.lambda.screen;

import io.crowdchart.lambda.speech.Captions;
import java.time.Duration;
import java.util.Map;

/**
 * How fresh a chart is.
 *
 * @param age how long ago it was like that, not negative
 * @param stale whether nothing has been heard since, although something should have been
 */
public record Freshness(Duration age, boolean stale) {

    void putInto(Map<String, Object> data, Captions captions) {
        data.put("freshness", stale ? captions.stale(age) : captions.fresh(age));
        data.put("stale", stale);
    }
}
