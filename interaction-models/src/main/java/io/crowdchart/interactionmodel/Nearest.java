package io.crowdchart.interactionmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the sample that has most in common with what is said, in whatever order, where none says it as it stands. A word counts
 * the more, the fewer intents have it. Immutable.
 *
 * <p>A word that no sample has may be a title, so what has one in it is like no sample.
 */
final class Nearest {

    /** As much of a sentence and of a sample has to be in both. */
    private static final double ENOUGH = 0.65;

    private final List<Sample> samples;
    private final Map<String, Double> weights = new HashMap<>();

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
    }

    /** A sample, the values of its slots, and how much it has in common with what is said, up to 1. */
    record Found(Sample sample, Map<String, String> slots, double likeness) {}

    /** The sample that is most like the words, if one is like them. */
    Optional<Found> to(List<Word> words) {
        return samples.stream()
                .flatMap(sample -> found(sample, words).stream())
                .filter(found -> found.likeness() >= ENOUGH)
                .max(Comparator.comparingDouble(Found::likeness));
    }

    private Optional<Found> found(Sample sample, List<Word> words) {
        List<Word> rest = new ArrayList<>(words);
        return sample.takenFrom(rest).flatMap(slots -> {
            List<String> open = rest.stream().map(Word::form).toList();
            return weights.keySet().containsAll(open)
                    ? Optional.of(new Found(sample, slots, likeness(sample.ownWords(), open)))
                    : Optional.empty();
        });
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
