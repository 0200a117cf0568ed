package io.crowdchart.interactionmodel;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A word of a sentence.
 *
 * @param form what it is compared by: small letters, no punctuation
 * @param written how it was written; empty for the later parts of a contraction or a hyphenated word
 */
record Word(String form, String written) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:,\\d{3})*");
    private static final Pattern APOSTROPHE = Pattern.compile("[’‘`´ʼ]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern OUTER = Pattern.compile("^[\"“”„«»(]+|[\"“”„«»)?.!,;:…]+$");

    private static final Map<String, List<String>> CONTRACTIONS = Map.ofEntries(
            Map.entry("what's", List.of("what", "is")),
            Map.entry("whats", List.of("what", "is")),
            Map.entry("what're", List.of("what", "are")),
            Map.entry("who's", List.of("who", "is")),
            Map.entry("whos", List.of("who", "is")),
            Map.entry("where's", List.of("where", "is")),
            Map.entry("wheres", List.of("where", "is")),
            Map.entry("how's", List.of("how", "is")),
            Map.entry("hows", List.of("how", "is")),
            Map.entry("when's", List.of("when", "is")),
            Map.entry("that's", List.of("that", "is")),
            Map.entry("it's", List.of("it", "is")),
            Map.entry("i'm", List.of("i", "am")),
            Map.entry("i'd", List.of("i", "would")));

    /** The words of a sentence. */
    static List<Word> in(String sentence) {
        String text =
                APOSTROPHE.matcher(Normalizer.normalize(sentence, Form.NFC)).replaceAll("'");
        List<Word> words = new ArrayList<>();
        for (String part : SPACES.splitAsStream(text.strip()).toList()) {
            String written = bare(part);
            List<String> forms = forms(written);
            for (int at = 0; at < forms.size(); at++) {
                words.add(new Word(forms.get(at), at == 0 ? written : ""));
            }
        }
        return words;
    }

    /** Without the quotes and punctuation around it, unless there is nothing else. */
    private static String bare(String part) {
        String inside = OUTER.matcher(part).replaceAll("");
        return inside.isEmpty() ? part : inside;
    }

    private static List<String> forms(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        if (lower.isEmpty()) {
            return List.of();
        }
        if (NUMBER.matcher(lower).matches()) {
            return List.of(lower.replace(",", "").replace("+", ""));
        }
        List<String> contracted = CONTRACTIONS.get(lower);
        if (contracted != null) {
            return contracted;
        }
        List<String> forms = NO_WORD.splitAsStream(lower.replace("'", ""))
                .filter(form -> !form.isEmpty())
                .toList();
        // A title like "!!!" has no letter and is a word all the same.
        return forms.isEmpty() ? List.of(lower) : forms;
    }

    /** The words as they were written. */
    static String written(List<Word> words) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            String part = at == 0 && word.written().isEmpty() ? word.form() : word.written();
            text.append(text.length() == 0 || part.isEmpty() ? "" : " ").append(part);
        }
        return text.toString();
    }

    /** The words as they are compared, with spaces between them. */
    static String forms(List<Word> words) {
        return String.join(" ", words.stream().map(Word::form).toList());
    }
}
