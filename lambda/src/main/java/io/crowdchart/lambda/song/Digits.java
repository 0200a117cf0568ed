package io.crowdchart.lambda.song;

import java.util.ArrayList;
import java.util.List;

/** Decimal digits in words. */
final class Digits {

    private Digits() {}

    /** Whether a word has nothing else. */
    static boolean only(String word) {
        for (int at = 0; at < word.length(); at++) {
            if (!isDigit(word.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    /** The digits of a text, one behind the other. */
    static String of(String text) {
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (isDigit(text.charAt(at))) {
                digits.append(text.charAt(at));
            }
        }
        return digits.toString();
    }

    /** The words with the digits at their beginnings apart: "24k" is said "24 k". */
    static List<String> apart(List<String> words) {
        List<String> apart = new ArrayList<>(words.size() + 1);
        for (String word : words) {
            int digits = 0;
            while (digits < word.length() && isDigit(word.charAt(digits))) {
                digits++;
            }
            if (digits > 0 && digits < word.length()) {
                apart.add(word.substring(0, digits));
                apart.add(word.substring(digits));
            } else {
                apart.add(word);
            }
        }
        return apart;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
