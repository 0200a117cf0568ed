package io.crowdchart.connect.post;

import java.time.ZoneId;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Takes the names of the IANA time zone database. An offset like {@code +02:00} is none: it knows no summer time. */
public final class ZoneValidator implements ConfigDef.Validator {

    @Override
    public void ensureValid(String name, @Nullable Object value) {
        if (!(value instanceof String zone) || !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new ConfigException(name, value, "must be an IANA time zone like Europe/Berlin or UTC");
        }
    }

    @Override
    public String toString() {
        return "an IANA time zone like Europe/Berlin or UTC";
    }
}
