package io.crowdchart.cache.setting;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name, and the faults that are found while they are read. A blank value counts as missing. One thread at a
 * time.
 */
public final class Settings {

    private final Map<String, String> values;
    private final List<String> faults;

    public Settings(Map<String, String> values) {
        this(values, new ArrayList<>());
    }

    private Settings(Map<String, String> values, List<String> faults) {
        this.values = values;
        this.faults = faults;
    }

    /** Other settings, whose faults are collected here. */
    public Settings beside(Map<String, String> others) {
        return new Settings(others, faults);
    }

    /** All faults so far, in the order in which they were found; none of them has a secret in it. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Notes a fault. */
    public void fault(String what) {
        faults.add(what);
    }

    /** A text as it was written; nothing if it is blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** A text that must be there, without the spaces around it; empty and a fault if it is not. */
    public String required(String name) {
        Optional<String> value = text(name).map(String::strip);
        if (value.isEmpty()) {
            fault(name + " is missing");
        }
        return value.orElse("");
    }

    /** A port; the preset if it is missing or wrong. */
    public int port(String name, int preset) {
        return value(name, "a port from 1 to 65535", Settings::parsedPort).orElse(preset);
    }

    /** True or false; the preset if it is missing or wrong. */
    public boolean flag(String name, boolean preset) {
        return value(name, "true or false", Settings::parsedFlag).orElse(preset);
    }

    /** A duration above zero; the preset if it is missing or wrong. */
    public Duration duration(String name, Duration preset, Duration most) {
        return value(name, "a duration like PT2S, above zero and at most " + most, text -> {
                    Duration duration = Duration.parse(text);
                    boolean good = duration.toMillis() > 0 && duration.compareTo(most) <= 0;
                    return good ? duration : null;
                })
                .orElse(preset);
    }

    /**
     * A value of any kind; nothing if it is missing, or wrong, which is a fault then.
     *
     * @param expected says what it should be
     * @param parser gives the value; null, or an {@link IllegalArgumentException}, if it is wrong
     */
    public <T> Optional<T> value(String name, String expected, Function<String, @Nullable T> parser) {
        return value(name, expected, parser, Function.identity());
    }

    /**
     * The same for a value that may have a secret in it.
     *
     * @param shown what a fault may show of it
     */
    public <T> Optional<T> value(
            String name, String expected, Function<String, @Nullable T> parser, Function<String, String> shown) {
        Optional<String> text = text(name).map(String::strip);
        Optional<T> value = text.flatMap(found -> parsed(parser, found));
        if (text.isPresent() && value.isEmpty()) {
            fault(name + " is " + expected + ", was '" + shown.apply(text.get()) + "'");
        }
        return value;
    }

    private static <T> Optional<T> parsed(Function<String, @Nullable T> parser, String text) {
        try {
            return Optional.ofNullable(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer parsedPort(String text) {
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65_535 ? port : null;
    }

    private static @Nullable Boolean parsedFlag(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }
}
