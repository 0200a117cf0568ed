package io.crowdchart.cache.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the raw replies of Redis: texts are bytes, numbers are longs or texts, lists hold either. */
final class Replies {

    private Replies() {}

    /** The elements of a list. */
    static List<?> list(@Nullable Object reply) {
        if (reply instanceof List<?> elements) {
            return elements;
        }
        throw unexpected("a list", reply);
    }

    /** A text. */
    static String text(@Nullable Object reply) {
        if (reply instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (reply instanceof String || reply instanceof Number) {
            return reply.toString();
        }
        throw unexpected("a text", reply);
    }

    /** A whole number, written in any way in which Redis writes a score. */
    static long number(@Nullable Object reply) {
        if (reply instanceof Long number) {
            return number;
        }
        return Math.round(Double.parseDouble(text(reply)));
    }

    private static IllegalStateException unexpected(String expected, @Nullable Object reply) {
        String kind = reply == null ? "nothing" : reply.getClass().getSimpleName();
        return new IllegalStateException("Redis should have answered with " + expected + ", was " + kind);
    }
}
