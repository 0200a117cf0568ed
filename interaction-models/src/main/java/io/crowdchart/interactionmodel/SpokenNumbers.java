package io.crowdchart.interactionmodel;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Numbers and ordinals as they are said in a language, in all genders and cases: in words up to {@value #LAST}, the hundreds
 * up to {@value #LAST_HUNDRED}, and without a limit in digits. Immutable.
 */
final class SpokenNumbers {

    private static final int LAST = 199;
    private static final int LAST_HUNDRED = 1_000;

    private static final Pattern DIGITS = Pattern.compile("-?\\d+");
    private static final Pattern ORDINAL_DIGITS = Pattern.compile("(\\d+)(\\D+)");

    private final Words words;
    private final Map<String, Integer> cardinals = new HashMap<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Set<String> ordinalEndings = new HashSet<>();
    private final List<Frame> ordinalForms;
    private final Map<String, String> shortWords = new HashMap<>();
    private final String minus;
    private final int mostWords;

    SpokenNumbers(String language, Words words, Phrases phrases) {
        this.words = words;
        ULocale locale = ULocale.forLanguageTag(language);
        var spelt = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        Arrays.stream(spelt.getRuleSetNames())
                .filter(rules -> !rules.contains("year"))
                .forEach(rules -> numbers()
                        .forEach(number -> put(
                                spelt.format(number, rules),
                                number,
                                rules.contains("ordinal") ? ordinals : cardinals)));
        numbers().forEach(number -> addWord(forms(spelt.format(number)), number));
        phrases.cardinals().forEach((text, number) -> put(text, number, cardinals));
        phrases.ordinals().forEach((text, number) -> put(text, number, ordinals));
        var digits = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.ORDINAL);
        Arrays.stream(digits.getRuleSetNames())
                .forEach(rules -> numbers().forEach(number -> addEnding(digits.format(number, rules))));
        this.ordinalForms = phrases.ordinalForms().stream().map(this::frame).toList();
        this.minus = beginning(forms(spelt.format(-3)), forms(spelt.format(3)));
        this.mostWords = mostWords(cardinals, ordinals) + 2;
    }

    private static IntStream numbers() {
        return IntStream.concat(
                IntStream.rangeClosed(0, LAST),
                IntStream.iterate(200, number -> number <= LAST_HUNDRED, number -> number + 100));
    }

    private void put(String text, int number, Map<String, Integer> numbers) {
        numbers.putIfAbsent(forms(text), number);
    }

    private void addWord(String forms, int number) {
        if (forms.indexOf(' ') < 0) {
            shortWords.put(String.valueOf(number), forms);
        }
    }

    /** A number in digits as the word for it, if one word is enough; anything else as it is. */
    Word inWords(Word word) {
        return new Word(shortWords.getOrDefault(word.form(), word.form()), word.written(), word.spaced());
    }

    /** "1st" ends in "st", "1.º" in "º" or, typed on a keyboard, "o". */
    private void addEnding(String ordinal) {
        Matcher digits = ORDINAL_DIGITS.matcher(ordinal.replace(".", ""));
        if (digits.matches()) {
            ordinalEndings.add(digits.group(2).toLowerCase(Locale.ROOT));
            ordinalEndings.add(Normalizer.normalize(digits.group(2), Form.NFKC).toLowerCase(Locale.ROOT));
        }
    }

    private String forms(String text) {
        return Word.forms(words.in(text));
    }

    private static String beginning(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static int mostWords(Map<String, Integer> cardinals, Map<String, Integer> ordinals) {
        return IntStream.concat(
                        cardinals.keySet().stream().mapToInt(SpokenNumbers::count),
                        ordinals.keySet().stream().mapToInt(SpokenNumbers::count))
                .max()
                .orElse(1);
    }

    private static int count(String forms) {
        return forms.split(" ").length;
    }

    /** The most words of a number. */
    int mostWords() {
        return mostWords;
    }

    /** The digits of a number like "five", "21" or "minus three"; nothing if the words are none. */
    Optional<String> cardinal(List<Word> said) {
        return cardinal(Word.forms(said));
    }

    private Optional<String> cardinal(String text) {
        if (DIGITS.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (!minus.isEmpty() && text.startsWith(minus)) {
            return positive(text.substring(minus.length())).map(digits -> "-" + digits);
        }
        return positive(text);
    }

    private Optional<String> positive(String text) {
        return Optional.ofNullable(cardinals.get(text)).map(String::valueOf);
    }

    /** The digits of an ordinal like "third", "21st" or "twenty first"; nothing if the words are none. */
    Optional<String> ordinal(List<Word> said) {
        String text = Word.forms(said);
        if (said.size() == 1
                && said.get(0).written().equals(text + ".")
                && DIGITS.matcher(text).matches()) {
            return Optional.of(text);
        }
        Matcher digits = ORDINAL_DIGITS.matcher(text.replace(" ", ""));
        if (digits.matches() && ordinalEndings.contains(digits.group(2))) {
            return Optional.of(digits.group(1));
        }
        return Optional.ofNullable(ordinals.get(text))
                .map(String::valueOf)
                .or(() -> ordinalForms.stream()
                        .flatMap(form -> form.inside(text).stream())
                        .flatMap(number -> cardinal(number).stream())
                        .findFirst());
    }

    private Frame frame(String form) {
        String[] around = form.split(Pattern.quote("{number}"), 2);
        if (around.length < 2) {
            throw new IllegalArgumentException("an ordinal is made of {number}, was '" + form + "'");
        }
        return new Frame(forms(around[0]), forms(around[1]));
    }

    /** What stands around a number that makes it an ordinal. */
    private record Frame(String before, String after) {

        Optional<String> inside(String text) {
            return text.length() > before.length() + after.length() && text.startsWith(before) && text.endsWith(after)
                    ? Optional.of(text.substring(before.length(), text.length() - after.length())
                            .strip())
                    : Optional.empty();
        }
    }
}
