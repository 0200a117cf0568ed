package io.crowdchart.lambda.song;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How words sound, by Double Metaphone; remembers the words it has heard. For one thread at a time. */
final class Sounds {

    private static final int LONGEST_CODE = 12;
    private static final String VOWEL = "A";

    /** The th of "smooth", which many people and most languages say otherwise. */
    private static final char THETA = '0';

    private final DoubleMetaphone metaphone = new DoubleMetaphone();
    private final Map<String, String> codes = new HashMap<>();

    Sounds() {
        metaphone.setMaxCodeLen(LONGEST_CODE);
    }

    /** The code of a word, a letter a consonant; digits are their own code, and a script without Latin letters has none. */
    String of(String word) {
        return codes.computeIfAbsent(word, this::code);
    }

    private String code(String word) {
        if (Digits.only(word)) {
            return word;
        }
        String code = metaphone.doubleMetaphone(word).replace(THETA, 'F');
        // It tells vowels only at the beginning of a word, and where words begin is not to be heard.
        return code.startsWith(VOWEL) ? code.substring(1) : code;
    }
}
