package io.crowdchart.lambda.song;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Katakana in Latin letters: how Japanese hears and writes a title of another language. {@code ヘイジュード} is "hayjud", near
 * enough to be asked for. Vowels that Japanese puts between and behind consonants are left out. It has one sound for r and l, so
 * that a title is read with either.
 */
final class Kana {

    /** What is heard for both is R here. */
    private static final Map<Integer, String> LETTERS = pairs("""
            ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko ガ ga ギ gi グ gu ゲ ge ゴ go
            サ sa シ si ス su セ se ソ so ザ tha ジ ji ズ zu ゼ ze ゾ zo タ ta チ chi ツ tsu テ te ト to
            ダ da ヂ ji ヅ zu デ de ド do ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho
            バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po マ ma ミ mi ム mu メ me モ mo
            ヤ ya ユ yu ヨ yo ラ Ra リ Ri ル Ru レ Re ロ Ro ワ wa ヲ o ン n ヴ vu
            """);

    /** Small signs, which change the vowel before them. */
    private static final Map<Integer, String> SMALL = pairs("ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ヮ wa");

    private static final int LONG = 'ー';
    private static final int DOUBLED = 'ッ';
    private static final String VOWELS = "aiueo";

    /** The vowel is there only because no syllable ends in another consonant than n. */
    private static final String HELPING = "(?:[kgszfbpmvR]|ts)u|[td]o";

    private Kana() {}

    /** The texts that a text may be in Latin letters; none if it has no Katakana. */
    static List<String> inLatin(String text) {
        String plain = Normalizer.normalize(text, Form.NFKC);
        if (plain.codePoints().noneMatch(LETTERS::containsKey)) {
            return List.of();
        }
        String latin = String.join("", syllables(plain.replace("オブ", " of ")))
                .replace("ie", "ye")
                .replace("ui", "wi")
                .replace("ei", "ay");
        return Stream.of(
                        latin.replace('R', 'r'),
                        latin.replace('R', 'l'),
                        latin.replaceFirst("R", "r").replace('R', 'l'),
                        latin.replaceFirst("R", "l").replace('R', 'r'))
                .distinct()
                .toList();
    }

    private static List<String> syllables(String text) {
        List<String> syllables = new ArrayList<>();
        boolean doubled = false;
        for (int sign : text.codePoints().toArray()) {
            int last = syllables.size() - 1;
            String small = SMALL.get(sign);
            if (sign == LONG && last >= 0) {
                syllables.set(last, lengthened(syllables.get(last)));
            } else if (small != null && last >= 0) {
                syllables.set(last, changed(syllables.get(last), small));
            } else if (sign != LONG && sign != DOUBLED) {
                if (last >= 0 && !doubled) {
                    syllables.set(last, closed(syllables.get(last)));
                }
                String letters = LETTERS.getOrDefault(sign, Character.toString(sign));
                syllables.add(doubled ? closed(letters) : letters);
            }
            doubled = sign == DOUBLED;
        }
        return closedAtEnd(syllables);
    }

    private static List<String> closedAtEnd(List<String> syllables) {
        int last = syllables.size() - 1;
        if (last >= 0) {
            syllables.set(last, closed(syllables.get(last)));
        }
        return syllables;
    }

    /** A long a is "er" or "ar" as a rule, a long i "ee"; other long vowels are written like short ones, but are no help. */
    private static String lengthened(String syllable) {
        if (syllable.endsWith("i")) {
            return syllable.substring(0, syllable.length() - 1) + "ee";
        }
        return syllable.endsWith("a") ? syllable + "r" : syllable + "'";
    }

    /** "fu" and a small "i" are "fi", "si" and "ya" are "sha", "ki" and "ya" are "kya", "u" and "e" are "we". */
    private static String changed(String syllable, String small) {
        if (syllable.equals("u")) {
            return "w" + small;
        }
        if (syllable.isEmpty() || VOWELS.indexOf(syllable.charAt(syllable.length() - 1)) < 0) {
            return syllable + small;
        }
        String consonant = syllable.substring(0, syllable.length() - 1);
        String soft = consonant.equals("s") && syllable.endsWith("i") ? "sh" : consonant;
        return soft + (soft.matches("sh|ch|j|t|d") ? small.replace("y", "") : small);
    }

    private static String closed(String syllable) {
        return syllable.matches(HELPING) ? syllable.substring(0, syllable.length() - 1) : syllable;
    }

    private static Map<Integer, String> pairs(String text) {
        String[] parts = text.strip().split("\\s+", -1);
        Map<Integer, String> pairs = new HashMap<>();
        for (int at = 0; at < parts.length; at += 2) {
            pairs.put(parts[at].codePointAt(0), parts[at + 1]);
        }
        return pairs;
    }
}
