package io.crowdchart.lambda.song;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** How much two things that are said are like each other: half by their letters, half by their consonants. */
final class Likeness {

    /** What is less like is not looked at. */
    static final double LEAST = 0.6;

    private static final int SHORTEST_SAME_SOUND = 10;
    private static final int SHORTEST_WORD = 4;
    private static final int LETTERS_PER_SLIP = 8;

    private Likeness() {}

    /** From 0 to 1; 0 if it is less than {@link #LEAST}. */
    static double of(Spoken one, Spoken other) {
        int length = Math.max(one.letters().length(), other.letters().length());
        double lettersAtMost = 1 - (double) fewestEdits(one, other) / length;
        double weight = weightOfSounds(one.sounds().length(), other.sounds().length());
        if (weight + (1 - weight) * lettersAtMost < LEAST) {
            return 0;
        }
        double sounds = weight == 0
                ? 0
                : ofTexts(one.sounds(), other.sounds(), (LEAST - (1 - weight) * lettersAtMost) / weight);
        if (weight > 0 && sounds == 0) {
            return 0;
        }
        double letters = ofTexts(one.letters(), other.letters(), (LEAST - weight * sounds) / (1 - weight));
        return letters == 0 ? 0 : weight * sounds + (1 - weight) * letters;
    }

    /** A few consonants tell less than the letters do. */
    private static double weightOfSounds(int one, int other) {
        return switch (Math.min(one, other)) {
            case 0 -> 0;
            case 1 -> 0.3;
            case 2 -> 0.4;
            default -> 0.5;
        };
    }

    /** Whether two long names differ in so little, and in nothing that is heard, that they are one. */
    static boolean isSameSound(Spoken one, Spoken other) {
        int length = Math.min(one.letters().length(), other.letters().length());
        if (length < SHORTEST_SAME_SOUND
                || one.words().size() != other.words().size()
                || !one.sounds().equals(other.sounds())) {
            return false;
        }
        int slips = 0;
        for (int at = 0; at < one.words().size(); at++) {
            slips += slips(one.words().get(at), other.words().get(at));
        }
        return slips <= length / LETTERS_PER_SLIP;
    }

    /** How many letters two words differ in; very many if they are short or numbers. */
    private static int slips(String one, String other) {
        if (one.equals(other)) {
            return 0;
        }
        boolean comparable = Math.min(one.length(), other.length()) >= SHORTEST_WORD
                && Digits.of(one).equals(Digits.of(other));
        return comparable ? LevenshteinDistance.getDefaultInstance().apply(one, other) : one.length() + other.length();
    }

    /** No fewer edits than this lead from one to the other. */
    private static int fewestEdits(Spoken one, Spoken other) {
        int missing = Math.max(Long.bitCount(one.mask() & ~other.mask()), Long.bitCount(other.mask() & ~one.mask()));
        return Math.max(
                missing, Math.abs(one.letters().length() - other.letters().length()));
    }

    /** From 0 to 1; 0 if it is less than what is wanted at least. */
    private static double ofTexts(String one, String other, double atLeast) {
        int length = Math.max(one.length(), other.length());
        int most = (int) Math.floor(length * (1 - Math.max(0, atLeast)) + 1e-9);
        int edits = new LevenshteinDistance(most).apply(one, other);
        return edits < 0 ? 0 : 1 - (double) edits / length;
    }
}
