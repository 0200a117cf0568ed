package io.crowdchart.interactionmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Samples by their first word, so that only few are compared with what is said. Immutable. */
final class SampleIndex {

    private final Map<String, List<Sample>> byFirstWord = new HashMap<>();
    private final List<Sample> openingWithSlot = new ArrayList<>();

    SampleIndex(List<Sample> samples) {
        samples.forEach(sample -> sample.firstWord()
                .map(word -> byFirstWord.computeIfAbsent(word, any -> new ArrayList<>()))
                .orElse(openingWithSlot)
                .add(sample));
    }

    /** The samples that words may be. */
    Stream<Sample> beginningLike(List<Word> words) {
        return words.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        byFirstWord.getOrDefault(words.get(0).form(), List.of()).stream(), openingWithSlot.stream());
    }
}
