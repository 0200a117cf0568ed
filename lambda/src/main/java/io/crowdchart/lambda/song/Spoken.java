package io.crowdchart.lambda.song;

import java.util.List;

/**
 * What a title, or something that was heard, is like when it is said.
 *
 * @param words the words, in one spelling for all that sound the same, numbers in digits
 * @param whole the words without the spaces between them: nobody hears whether it is "day dream" or "daydream"
 * @param letters the same with numbers in words
 * @param sounds the consonants that are heard, as codes; empty if the script has none that are known
 * @param mask which letters there are, a bit each
 */
record Spoken(List<String> words, String whole, String letters, String sounds, long mask) {

    /**
     * How the words of a key are said.
     *
     * @param sounds knows the sounds of words
     */
    static Spoken of(List<String> keyWords, Sounds sounds) {
        List<String> words = Spellings.folded(NumberWords.ENGLISH.inDigits(Digits.apart(keyWords)));
        StringBuilder letters = new StringBuilder();
        StringBuilder codes = new StringBuilder();
        for (String word : words) {
            String said = NumberWords.ENGLISH.inWords(word);
            int blank = said.indexOf(' ');
            if (blank > 0) {
                letters.append(said, 0, blank);
                codes.append(sounds.of(said.substring(0, blank)));
            }
            letters.append(said, blank + 1, said.length());
            codes.append(sounds.of(said.substring(blank + 1)));
        }
        return new Spoken(
                List.copyOf(words), String.join("", words), letters.toString(), codes.toString(), mask(letters));
    }

    /** What is left without an article at the beginning; all of it if there is none, or nothing else. */
    String withoutArticle(List<String> articles) {
        boolean article = words.size() > 1 && articles.contains(words.get(0));
        return article ? whole.substring(words.get(0).length()) : whole;
    }

    /** Whether it begins with all words of another one and goes on. */
    boolean goesOn(Spoken other) {
        return words.size() > other.words.size()
                && words.subList(0, other.words.size()).equals(other.words);
    }

    /** Whether it has all words of another one, two or more, in their order, and one more. */
    boolean isButOneWord(Spoken other) {
        int others = other.words.size();
        if (others < 2 || words.size() != others + 1) {
            return false;
        }
        int at = 0;
        while (at < others && words.get(at).equals(other.words.get(at))) {
            at++;
        }
        return words.subList(at + 1, others + 1).equals(other.words.subList(at, others));
    }

    /** Whether it is nothing but single letters: "s o s". */
    boolean isSpelled() {
        return words.size() > 1 && whole.length() == words.size();
    }

    private static long mask(CharSequence letters) {
        long mask = 0;
        for (int at = 0; at < letters.length(); at++) {
            mask |= 1L << (letters.charAt(at) % Long.SIZE);
        }
        return mask;
    }
}
