package io.crowdchart.interactionmodel;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word of a sentence.
 *
 * @param form what it is compared by: small letters, no punctuation
 * @param written how it was written; empty for the later parts of a contraction or a hyphenated word
 * @param spaced whether there is a space before it
 */
record Word(String form, String written, boolean spaced) {

    /** Quotes and full stops that have no space around them. */
    private static final Pattern OUTER = Pattern.compile("^[「『（、。・]+|[」』）、。！？・…]+$");

    /** The words as they were written. */
    static String written(List<Word> words) {
        StringBuilder text = new StringBuilder();
        for (Word word : words) {
            boolean first = text.length() == 0;
            text.append(first || !word.spaced() ? "" : " ");
            text.append(first && word.written().isEmpty() ? word.form() : word.written());
        }
        return OUTER.matcher(text).replaceAll("");
    }

    /** The words as they are compared, with spaces between them. */
    static String forms(List<Word> words) {
        return words.stream().map(Word::form).collect(Collectors.joining(" "));
    }
}
