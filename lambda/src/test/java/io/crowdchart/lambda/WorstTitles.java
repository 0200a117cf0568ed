package io.crowdchart.lambda;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The titles that are hardest to show: the most of everything that can go wrong. */
final class WorstTitles {

    private static final List<ToIntFunction<String>> MEASURES = List.of(
            title -> title.codePointCount(0, title.length()),
            title -> count(title.codePoints().filter(WorstTitles::isMark)),
            title -> count(title.codePoints().filter(WorstTitles::isWide)),
            WorstTitles::turns,
            title -> count(title.chars().filter(character -> "<>&${}@\\\"'".indexOf(character) >= 0)),
            title -> count(title.codePoints().filter(WorstTitles::isUnseen)),
            title -> count(title.codePoints().filter(codePoint -> codePoint > 0xFFFF)),
            title -> Arrays.stream(title.split("\\s", -1))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0));

    private WorstTitles() {}

    /** So many of them, the worst first: by turns the next one by each measure, each only once. */
    static List<String> among(Collection<String> titles, int count) {
        List<String> all = List.copyOf(titles);
        List<int[]> orders =
                MEASURES.stream().map(measure -> order(all, measure)).toList();
        Set<String> worst = new LinkedHashSet<>();
        for (int at = 0; at < all.size() && worst.size() < count; at++) {
            for (int[] order : orders) {
                worst.add(all.get(order[at]));
            }
        }
        return List.copyOf(worst).subList(0, count);
    }

    private static int[] order(List<String> titles, ToIntFunction<String> measure) {
        int[] measured = titles.stream().mapToInt(measure).toArray();
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, measured.length).boxed().toList());
        places.sort(Comparator.comparingInt(place -> -measured[place]));
        return places.stream().mapToInt(place -> place).toArray();
    }

    private static int count(IntStream found) {
        return (int) found.count();
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isWide(int codePoint) {
        return codePoint == 0xFDFD
                || codePoint == 'W'
                || switch (UnicodeScript.of(codePoint)) {
                    case HAN, HANGUL, HIRAGANA, KATAKANA, CUNEIFORM -> true;
                    default -> false;
                };
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** How often the direction turns. */
    private static int turns(String title) {
        int[] directions = title.codePoints()
                .map(Character::getDirectionality)
                .filter(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .map(direction -> direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT ? 0 : 1)
                .toArray();
        return count(IntStream.range(1, directions.length).filter(at -> directions[at] != directions[at - 1]));
    }
}
