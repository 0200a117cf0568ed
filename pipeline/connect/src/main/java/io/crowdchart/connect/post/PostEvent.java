package io.crowdchart.connect.post;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.connect.errors.DataException;

/** What happened to a post. */
public enum PostEvent {
    /** It is new. */
    CREATED,
    /** It was edited; what it says now replaces what it said. */
    UPDATED,
    /** It is gone, and with it its text. */
    DELETED;

    /** How it is written in a record: {@code created}, {@code updated}, {@code deleted}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PostEvent named(String wireName) {
        return Arrays.stream(values())
                .filter(event -> event.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new DataException("the field 'event' of a post is one of "
                        + Arrays.stream(values()).map(PostEvent::wireName).collect(Collectors.joining(", "))));
    }
}
