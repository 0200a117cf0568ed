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
            "\uDC00",
            "\uFFFF",
            "\uFDD0",
            "\uD83F\uDFFE",
            "\u202A",
            "\u2069",
            "\u061C",
            "\u200B",
            "\u2028",
            "\uFDFD",
            "Z\u0335\u0322\u0321\u0327\u0328\u0301\u0302\u0303\u0306\u0307\u0308\u030A\u030B",
            "\u0E33\u0E49\u0E48\u0E49\u0E48",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "❤️",
            "W",
            "Überraschungs",
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
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> parts.add(anyPiece(random));
                case 4 -> parts.add(anyPiece(random).repeat(1 + random.nextInt(30)));
                default -> parts.add(anyCharacters(random));
            }
        }
        String title = String.join(random.nextBoolean() ? "" : " ", parts);
        return title.isBlank() ? "x" : title;
    }

    private static String anyPiece(Random random) {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    /** Also halves of surrogate pairs, and code points that are no characters. */
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
