package io.crowdchart.interactionmodel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers and ordinals as they are said in English, up to one hundred in words and without a limit in digits. */
final class EnglishNumbers {

    /** The most words of a number: "minus one hundred" has three, "minus twenty one" too. */
    static final int MOST_WORDS = 3;

    private static final List<String> CARDINALS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final Pattern DIGITS = Pattern.compile("-?\\d+");
    private static final Pattern ORDINAL_DIGITS = Pattern.compile("(\\d+)(?:st|nd|rd|th)");

    private final Map<String, Integer> cardinals = new HashMap<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    EnglishNumbers() {
        for (int number = 0; number < CARDINALS.size(); number++) {
            cardinals.put(CARDINALS.get(number), number);
            ordinals.put(ORDINALS.get(number), number);
        }
        for (int ten = 0; ten < TENS.size(); ten++) {
            addTen(TENS.get(ten), (ten + 2) * 10);
        }
        for (String hundred : List.of("hundred", "a hundred", "one hundred")) {
            cardinals.put(hundred, 100);
            ordinals.put(hundred + "th", 100);
        }
    }

    private void addTen(String word, int number) {
        cardinals.put(word, number);
        ordinals.put(word.substring(0, word.length() - 1) + "ieth", number);
        for (int unit = 1; unit <= 9; unit++) {
            cardinals.put(word + " " + CARDINALS.get(unit), number + unit);
            ordinals.put(word + " " + ORDINALS.get(unit), number + unit);
        }
    }

    /** The digits of a number like "five", "21" or "minus three"; nothing if the words are none. */
    Optional<String> cardinal(List<Word> words) {
        String text = Word.forms(words);
        if (DIGITS.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (text.startsWith("minus ")) {
            return cardinal(words.subList(1, words.size())).map(digits -> "-" + digits);
        }
        return Optional.ofNullable(cardinals.get(text)).map(String::valueOf);
    }

    /** The digits of an ordinal like "third", "21st" or "twenty first"; nothing if the words are none. */
    Optional<String> ordinal(List<Word> words) {
        String text = Word.forms(words);
        Matcher digits = ORDINAL_DIGITS.matcher(text);
        if (digits.matches()) {
            return Optional.of(digits.group(1));
        }
        return Optional.ofNullable(ordinals.get(text)).map(String::valueOf);
    }
}
