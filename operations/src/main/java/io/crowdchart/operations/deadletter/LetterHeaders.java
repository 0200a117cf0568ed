package io.crowdchart.operations.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What the headers of a dead letter say: those of Kafka Connect, and those of the aggregation. */
final class LetterHeaders {

    private static final String CONNECT = "__connect.errors.";
    private static final String STREAMS = "__streams.errors.";
    /** The sizes of what was cut, in the letters of the aggregation. */
    private static final Set<String> SIZES = Set.of("key.bytes", "value.bytes");

    /** Only messages of ours are known not to repeat what is in a record. */
    private static final String OURS = "io.crowdchart.";

    /** How the sink's messages begin; the place stands in other headers, too. */
    private static final Pattern PLACE = Pattern.compile("^unusable record at offset \\d+ of \\S+: ");

    private final Headers headers;

    LetterHeaders(Headers headers) {
        this.headers = headers;
    }

    /** Whether a header was not there before the record was put aside. */
    static boolean isOfLetter(String header) {
        return header.startsWith(CONNECT) || header.startsWith(STREAMS) || SIZES.contains(header);
    }

    /** Where the record comes from. */
    Optional<Place> source() {
        return place(CONNECT).or(() -> place(STREAMS));
    }

    private Optional<Place> place(String prefix) {
        Optional<String> topic = text(prefix + "topic");
        Optional<Long> partition = number(prefix + "partition");
        Optional<Long> offset = number(prefix + "offset");
        if (topic.isEmpty() || partition.isEmpty() || offset.isEmpty() || partition.get() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of(new Place(topic.get(), partition.get().intValue(), offset.get()));
    }

    /** Whether nothing was cut off. */
    boolean isWhole() {
        return SIZES.stream().noneMatch(size -> headers.lastHeader(size) != null);
    }

    /** Why, in one line. */
    String reason() {
        String exception = text(CONNECT + "exception.class.name")
                .or(() -> text(STREAMS + "exception"))
                .orElse("");
        Optional<String> message = text(CONNECT + "exception.message").or(() -> text(STREAMS + "message"));
        String why = exception.startsWith(OURS) && message.isPresent()
                ? PLACE.matcher(firstLine(message.get())).replaceFirst("")
                : exception.substring(exception.lastIndexOf('.') + 1);
        String shown = why.isEmpty() ? "no reason given" : why;
        return text(CONNECT + "stage").map(stage -> stage + ": " + shown).orElse(shown);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<Long> number(String name) {
        return text(name).filter(text -> text.matches("\\d{1,18}")).map(Long::valueOf);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
