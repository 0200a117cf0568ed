package io.crowdchart.lambda.title;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a language that are not said, found as whole words only, also where digits, signs and stars stand for letters
 * ("sh1t", "f*ck", "f.u.c.k"). Immutable, safe for use by many threads.
 *
 * <p>A letter is itself as often as it is written, or one sign; so a hostile text costs no more than a kind one.
 */
final class Profanity {

    private static final String MASK = "[*#_%]";
    private static final String LATIN_ENDING = "[\\p{IsLatin}\\p{N}*#_%@$]*+";
    private static final int SHORTEST_SPELLED = 4;

    private static final Map<Character, String> SIGNS =
            Map.of('a', "4@", 'b', "8", 'e', "3€", 'g', "9", 'i', "1!|", 'l', "1|", 'o', "0", 's', "5$", 't', "7+");

    private static final Map<String, Optional<Profanity>> KNOWN = new ConcurrentHashMap<>();

    private final Pattern words;

    private Profanity(List<String> entries) {
        Map<String, List<String>> ofScripts = entries.stream().collect(Collectors.groupingBy(Profanity::scripts));
        // Where no word begins, none of them has to be tried.
        this.words = Pattern.compile(ofScripts.values().stream()
                .map(alike -> bounded(
                        alike.get(0), alike.stream().map(Profanity::pattern).collect(Collectors.joining("|"))))
                .collect(Collectors.joining("|")));
    }

    private static String scripts(String entry) {
        String word = word(entry);
        return UnicodeScript.of(word.codePointAt(0)) + " " + UnicodeScript.of(word.codePointBefore(word.length()));
    }

    /** The words of a language, by its code; nothing if they are not written down. */
    static Optional<Profanity> of(String language) {
        return KNOWN.computeIfAbsent(language, Profanity::read);
    }

    private static Optional<Profanity> read(String language) {
        if (!language.matches("[a-z]{2}")) {
            return Optional.empty();
        }
        try (InputStream list = Profanity.class.getResourceAsStream("profanity_" + language + ".txt")) {
            if (list == null) {
                return Optional.empty();
            }
            var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            return Optional.of(new Profanity(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether one of the words is in a text. */
    boolean isIn(ProfaneText text) {
        return words.matcher(text.folded()).results().anyMatch(Profanity::hasLetter);
    }

    /** The text with something else in the place of each of the words. */
    String replacedIn(ProfaneText text, String replacement) {
        var replaced = new StringBuilder();
        int at = 0;
        Matcher matcher = words.matcher(text.folded());
        while (matcher.find()) {
            if (hasLetter(matcher)) {
                replaced.append(text.text(), at, text.start(matcher.start())).append(replacement);
                at = text.end(matcher.end());
            }
        }
        return replaced.append(text.text(), at, text.text().length()).toString();
    }

    /** "455" is a number. */
    private static boolean hasLetter(MatchResult match) {
        return match.group().codePoints().anyMatch(Character::isLetter);
    }

    private static String word(String entry) {
        return ProfaneText.of(isOpen(entry) ? entry.substring(0, entry.length() - 1) : entry)
                .folded();
    }

    private static boolean isOpen(String entry) {
        return entry.endsWith("*");
    }

    private static String pattern(String entry) {
        String word = word(entry);
        String whole = joined(word, "", Profanity::letter) + (isOpen(entry) ? LATIN_ENDING : "");
        boolean spelled = word.length() >= SHORTEST_SPELLED && word.indexOf(' ') < 0 && isLatin(word.codePointAt(0));
        return spelled ? whole + "|" + joined(word, "[ .\\-_*]{1,3}", Profanity::same) : whole;
    }

    /** Words end where letters of their script do; a star between two letters does not end one. */
    private static String bounded(String entry, String pattern) {
        String word = word(entry);
        String before = sameScript(word.codePointAt(0));
        String after = sameScript(word.codePointBefore(word.length()));
        return "(?<!" + before + "|" + before + MASK + ")(?:" + pattern + ")(?!" + MASK + "?" + after + ")";
    }

    private static String sameScript(int letter) {
        return isLatin(letter) ? "[\\p{IsLatin}\\p{N}]" : "\\p{Is" + UnicodeScript.of(letter) + "}";
    }

    private static boolean isLatin(int letter) {
        return UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }

    private static String joined(String word, String between, Function<Character, String> letters) {
        StringBuilder joined = new StringBuilder(letters.apply(word.charAt(0)).replace("|" + MASK, ""));
        for (int at = 1; at < word.length(); at++) {
            joined.append(between).append(letters.apply(word.charAt(at)));
        }
        return joined.toString();
    }

    private static String letter(char letter) {
        if (letter == ' ') {
            return "[ \\-_.]{1,3}";
        }
        String same = same(letter);
        return isLatin(letter) ? "(?:" + same + "+|" + MASK + ")" : same;
    }

    private static String same(char letter) {
        return "[" + letter + SIGNS.getOrDefault(letter, "") + "]";
    }
}
