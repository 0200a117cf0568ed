package io.crowdchart.interactionmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the sample that has most in common with what is said, in whatever order, where none says it as it stands. A word counts
 * the more, the fewer intents have it. Immutable.
 *
 * <p>What stands in no sample may be a title, so a sentence with such words beside those of a sample is not like it.
 */
final class Nearest {

    /** One word could be about anything. */
    private static final int FEWEST_WORDS = 2;

    /** As much of a sentence and of a sample has to be in both. */
    private static final double ENOUGH = 0.65;

    private final List<Sample> samples;
    private final Map<String, Double> weights = new HashMap<>();
    private final String known;

    /**
     * Searches samples.
     *
     * @param samples samples without a slot that takes anything
     */
    Nearest(List<Sample> samples) {
        this.samples = samples;
        Map<String, Set<String>> intents = new HashMap<>();
        samples.forEach(sample -> sample.own()
                .forEach(word ->
                        intents.computeIfAbsent(word, any -> new HashSet<>()).add(sample.intent())));
        long all = samples.stream().map(Sample::intent).distinct().count();
        intents.forEach((word, having) -> weights.put(word, Math.log1p((double) all / having.size())));
        this.known = samples.stream()
                .map(sample -> between(sample.ownWords()))
                .distinct()
                .collect(Collectors.joining());
    }

    /** A sample, the values of its slots, and how much it has in common with what is said, up to 1. */
    record Found(Sample sample, Map<String, String> slots, double likeness) {}

    /** The sample that is most like the words, if one is like them. */
    Optional<Found> to(List<Word> words) {
        if (words.size() < FEWEST_WORDS) {
            return Optional.empty();
        }
        return samples.stream()
                .flatMap(sample -> found(sample, words).stream())
                .max(Comparator.comparingDouble(Found::likeness));
    }

    private Optional<Found> found(Sample sample, List<Word> words) {
        List<Word> rest = new ArrayList<>(words);
        return sample.takenFrom(rest).flatMap(slots -> {
            List<String> said = rest.stream().map(Word::form).toList();
            double likeness = likeness(sample.ownWords(), said);
            return likeness >= ENOUGH && isKnownBeside(sample, said)
                    ? Optional.of(new Found(sample, slots, likeness))
                    : Optional.empty();
        });
    }

    /** Whether the words that the sample does not have stand one after the other in another one. */
    private boolean isKnownBeside(Sample sample, List<String> said) {
        List<String> beside = new ArrayList<>();
        for (String word : said) {
            if (!sample.own().contains(word)) {
                beside.add(word);
            } else if (!known.contains(between(beside))) {
                return false;
            } else {
                beside.clear();
            }
        }
        return known.contains(between(beside));
    }

    private static String between(List<String> words) {
        return " " + String.join(" ", words) + (words.isEmpty() ? "" : " ");
    }

    private double likeness(List<String> own, List<String> said) {
        List<String> open = new ArrayList<>(said);
        double all = weight(own) + weight(open);
        double shared = weight(own.stream().filter(open::remove).toList());
        return all == 0 ? 0 : 2 * shared / all;
    }

    private double weight(List<String> words) {
        return words.stream()
                .mapToDouble(word -> weights.getOrDefault(word, 0.0))
                .sum();
    }
}
