package io.crowdchart.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Titles that nobody would give a song, made from a seed. */
final class HostileTitles {

    private static final List<String> PIECES = List.of(
            "<b>",
            "</b>",
            "<br>",
            "&amp;",
            "&",
            "&#60;",
            "${1+1}",
            "${payload}",
            "@back",
            "@",
            "\\",
            "\"",
            "'",
            "]]>",
            "\u202E",
            "\u2066",
            "\u200F",
            "\u0000",
            "\u0007",
            "\n",
            "\t",
            "\uD800",
            "\uFFFE",
            "\u00A0",
            "🎵",
            "👩‍👩‍👧‍👦",
            "أغنية",
            "שיר",
            "千本桜",
            "노래",
            "ไทย",
            "é",
            "e\u0301\u0302\u0303",
            "\uFEFF",
            "%s",
            "{song}",
            "$",
            "${",
            "}");

    private HostileTitles() {}

    /** So many titles; the same for the same seed. */
    static List<String> of(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(at -> title(random)).toList();
    }

    private static String title(Random random) {
        List<String> parts = new ArrayList<>();
        int length = 1 + random.nextInt(12);
        for (int at = 0; at < length; at++) {
            parts.add(random.nextInt(3) == 0 ? PIECES.get(random.nextInt(PIECES.size())) : anyCharacters(random));
        }
        String title = String.join(random.nextBoolean() ? "" : " ", parts);
        return title.isBlank() ? "x" : title;
    }

    private static String anyCharacters(Random random) {
        int most = switch (random.nextInt(3)) {
            case 0 -> 0x7F;
            case 1 -> 0xFFFF;
            default -> Character.MAX_CODE_POINT;
        };
        return random.ints(1 + random.nextInt(8), 0, most + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
