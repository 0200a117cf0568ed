package io.crowdchart.operations.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters as lines for the operator; what is in them only when asked for. */
final class LetterLines {

    private static final int SHOWN = 2_000;

    private final boolean content;

    LetterLines(boolean content) {
        this.content = content;
    }

    /** The lines of a letter. */
    List<String> of(DeadLetter letter, String state) {
        String line = letter.place() + "  " + letter.at().truncatedTo(ChronoUnit.SECONDS) + "  from "
                + letter.source().map(Place::toString).orElse("an unknown place") + "  " + letter.reason() + "  ["
                + state + "]";
        return content
                ? List.of(
                        line,
                        "  key    " + text(letter.record().key()),
                        "  value  " + text(letter.record().value()))
                : List.of(line);
    }

    /** One printable line, whatever the bytes are. */
    private static String text(byte @Nullable [] bytes) {
        if (bytes == null) {
            return "null";
        }
        StringBuilder line = new StringBuilder();
        new String(bytes, StandardCharsets.UTF_8).codePoints().limit(SHOWN).forEach(code -> append(line, code));
        return bytes.length > SHOWN ? line + "…  (" + bytes.length + " bytes)" : line.toString();
    }

    private static void append(StringBuilder line, int code) {
        if (Character.isISOControl(code) || Character.getType(code) == Character.FORMAT) {
            line.append(String.format("\\u%04x", code));
        } else {
            line.appendCodePoint(code);
        }
    }
}
