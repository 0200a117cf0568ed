package io.crowdchart.interactionmodel;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what is said in a language apart into words. Immutable. */
final class Words {

    /** Languages without spaces between their words: every character counts as one. */
    private static final Set<String> WITHOUT_SPACES = Set.of("ja");

    /** Languages with a space before a question mark and inside quotes. */
    private static final Set<String> SPACED_MARKS = Set.of("fr");

    private static final Pattern MARK = Pattern.compile("[«»?!;:]");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(?:[,.]\\d{3})*");
    private static final Pattern ORDINAL = Pattern.compile("\\d+\\.");
    private static final Pattern APOSTROPHE = Pattern.compile("[’‘`´ʼ]");
    private static final Pattern SOFT_HYPHEN = Pattern.compile("\u00ad");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern OUTER = Pattern.compile("^[\"“”„«»(¿¡]+|[\"“”„«»)?.!,;:…]+$");
    /** A run of Latin letters and digits, or a single character of another kind. */
    private static final Pattern CHARACTER =
            Pattern.compile("[-+]?[\\p{IsLatin}\\p{Nd}][\\p{IsLatin}\\p{Nd}\\p{M}'&.,-]*|[\\p{L}\\p{N}]\\p{M}*");

    private static final Pattern ACCENT = Pattern.compile("(?<=\\p{IsLatin})\\p{M}+");

    private final String language;
    private final boolean withoutSpaces;
    private final boolean spacedMarks;
    private final Map<String, String> contractions;
    private final Set<String> elisions;

    private final boolean withoutAccents;

    Words(String language, Map<String, String> contractions, List<String> elisions) {
        this(language, contractions, Set.copyOf(elisions), false);
    }

    private Words(String language, Map<String, String> contractions, Set<String> elisions, boolean withoutAccents) {
        this.language = language;
        this.withoutSpaces = WITHOUT_SPACES.contains(language);
        this.spacedMarks = SPACED_MARKS.contains(language);
        this.contractions = Map.copyOf(contractions);
        this.elisions = Set.copyOf(elisions);
        this.withoutAccents = withoutAccents;
    }

    /** The same, but no Latin letter has an accent in the form of a word. */
    Words withoutAccents() {
        return new Words(language, contractions, elisions, true);
    }

    /** The words of a sentence. */
    List<Word> in(String sentence) {
        List<Word> words = accented(sentence);
        return withoutAccents ? words.stream().map(Words::withoutAccents).toList() : words;
    }

    private static Word withoutAccents(Word word) {
        String apart = Normalizer.normalize(word.form(), Form.NFD);
        String plain = Normalizer.normalize(ACCENT.matcher(apart).replaceAll(""), Form.NFC);
        return new Word(plain, word.written(), word.spaced());
    }

    private List<Word> accented(String sentence) {
        String plain =
                SOFT_HYPHEN.matcher(Normalizer.normalize(sentence, Form.NFC)).replaceAll("");
        String text = APOSTROPHE.matcher(plain).replaceAll("'").strip();
        return withoutSpaces ? characters(text) : parts(text);
    }

    private List<Word> parts(String text) {
        List<String> parts = SPACES.splitAsStream(text)
                .filter(part -> !spacedMarks || !MARK.matcher(part).matches())
                .toList();
        List<Word> words = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            words.addAll(part(parts.get(at), at == parts.size() - 1));
        }
        return words;
    }

    /** A full stop that does not end the sentence belongs to its word: "no. 5", "der 3. Platz". */
    private List<Word> part(String part, boolean last) {
        if (!last && contractions.containsKey(lower(part))) {
            return words(part);
        }
        if (!last && ORDINAL.matcher(part).matches()) {
            return List.of(new Word(part.substring(0, part.length() - 1), part, true));
        }
        return words(bare(part));
    }

    /** Without the quotes and punctuation around it, unless there is nothing else. */
    private static String bare(String part) {
        String inside = OUTER.matcher(part).replaceAll("");
        return inside.isEmpty() ? part : inside;
    }

    private List<Word> words(String written) {
        Optional<String> elision = elisionOf(written);
        if (elision.isEmpty()) {
            return words(written, true);
        }
        int length = elision.get().length() + 1;
        List<Word> words = new ArrayList<>();
        words.add(new Word(elision.get(), written.substring(0, length), true));
        if (written.length() > length) {
            words.addAll(words(written.substring(length), false));
        }
        return words;
    }

    private Optional<String> elisionOf(String written) {
        String lower = lower(written);
        int end = lower.indexOf('\'');
        return end > 0 && !contractions.containsKey(lower) && elisions.contains(lower.substring(0, end))
                ? Optional.of(lower.substring(0, end))
                : Optional.empty();
    }

    private List<Word> words(String written, boolean spaced) {
        List<String> forms = forms(written);
        List<Word> words = new ArrayList<>();
        for (int at = 0; at < forms.size(); at++) {
            words.add(new Word(forms.get(at), at == 0 ? written : "", at == 0 && spaced));
        }
        return words;
    }

    private List<String> forms(String written) {
        String lower = lower(written);
        if (lower.isEmpty()) {
            return List.of();
        }
        if (NUMBER.matcher(lower).matches()) {
            return List.of(lower.replaceAll("[+,.]", ""));
        }
        String contracted = contractions.get(lower);
        if (contracted != null) {
            return SPACES.splitAsStream(contracted).toList();
        }
        List<String> forms = NO_WORD.splitAsStream(lower.replace("'", ""))
                .filter(form -> !form.isEmpty())
                .toList();
        // A title like "!!!" has no letter and is a word all the same.
        return forms.isEmpty() ? List.of(lower) : forms;
    }

    /** What stands between two characters belongs to the first of them. */
    private List<Word> characters(String text) {
        List<Word> words = new ArrayList<>();
        Matcher characters = CHARACTER.matcher(text);
        int end = 0;
        while (characters.find()) {
            boolean spaced = end > 0 && Character.isWhitespace(text.charAt(characters.start() - 1));
            extendLast(words, text.substring(end, characters.start()));
            String form = lower(Normalizer.normalize(bare(characters.group()), Form.NFKC));
            List<String> forms = NUMBER.matcher(form).matches()
                    ? forms(form)
                    : NO_WORD.splitAsStream(form)
                            .filter(part -> !part.isEmpty())
                            .toList();
            for (int at = 0; at < forms.size(); at++) {
                words.add(new Word(forms.get(at), at == 0 ? characters.group() : "", at == 0 && spaced));
            }
            end = characters.end();
        }
        extendLast(words, text.substring(end));
        return words;
    }

    private static void extendLast(List<Word> words, String written) {
        if (!words.isEmpty() && !written.isBlank()) {
            Word last = words.remove(words.size() - 1);
            words.add(new Word(last.form(), last.written() + written.stripTrailing(), last.spaced()));
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
