package io.crowdchart.connect.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sink reads JSON itself, so that Connect must hand it bytes. */
final class ConverterCheck {

    static final List<String> SETTINGS = List.of("key.converter", "value.converter");
    static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";

    private ConverterCheck() {}

    /** What is wrong with one of the settings. One that is not set is the worker's; records show what that is. */
    static Optional<String> problem(String setting, Map<String, String> properties) {
        String converter = properties.getOrDefault(setting, BYTES);
        return converter.equals(BYTES) || converter.equals("ByteArrayConverter")
                ? Optional.empty()
                : Optional.of(
                        "'" + setting + "' must be " + BYTES + ", since the sink reads JSON itself; was " + converter);
    }
}
