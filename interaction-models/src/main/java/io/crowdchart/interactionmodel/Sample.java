package io.crowdchart.interactionmodel;

import io.crowdchart.interactionmodel.InteractionModel.Intent;
import io.crowdchart.interactionmodel.InteractionModel.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sample, ready to be compared with what somebody says. */
final class Sample {

    private static final Pattern AROUND_SLOTS = Pattern.compile("(?=\\{)|(?<=\\})");

    private final String intent;
    private final List<Part> parts;
    private final OwnValues values;
    private final List<String> ownWords;
    private final Set<String> own;

    private Sample(String intent, List<Part> parts, OwnValues values) {
        this.intent = intent;
        this.parts = parts;
        this.values = values;
        this.ownWords = parts.stream()
                .flatMap(part -> part instanceof Literal literal ? Stream.of(literal.form()) : Stream.empty())
                .toList();
        this.own = Set.copyOf(ownWords);
    }

    static Sample of(Intent intent, String text, Words words, OwnValues values) {
        List<Part> parts = new ArrayList<>();
        for (String piece : AROUND_SLOTS.splitAsStream(text).toList()) {
            if (piece.startsWith("{")) {
                String name = piece.substring(1, piece.length() - 1);
                parts.add(new Gap(intent.slot(name).orElseThrow()));
            } else {
                words.in(piece).forEach(word -> parts.add(new Literal(word.form())));
            }
        }
        return new Sample(intent.name(), parts, values);
    }

    /** The sample reduced to what it is about, to be compared with words reduced likewise. */
    Sample gist(Gist gist, OwnValues reduced) {
        List<Part> kept = new ArrayList<>();
        List<Word> piece = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                piece.add(new Word(literal.form(), literal.form(), true));
            } else {
                gist.of(piece).forEach(word -> kept.add(new Literal(word.form())));
                piece.clear();
                kept.add(part);
            }
        }
        gist.of(piece).forEach(word -> kept.add(new Literal(word.form())));
        return new Sample(intent, kept, reduced);
    }

    String intent() {
        return intent;
    }

    /** The words that it gives itself. */
    List<String> ownWords() {
        return ownWords;
    }

    /** The same words, each once. */
    Set<String> own() {
        return own;
    }

    /** The word it begins with; nothing if it begins with a slot. */
    Optional<String> firstWord() {
        return parts.stream()
                .findFirst()
                .filter(Literal.class::isInstance)
                .map(Literal.class::cast)
                .map(Literal::form);
    }

    /** How many words it gives itself: the more, the more specific. */
    long literals() {
        return ownWords.size();
    }

    /** Whether anything at all may stand in one of its slots. */
    boolean takesAnything() {
        return parts.stream()
                .anyMatch(part ->
                        part instanceof Gap gap && values.isAnything(gap.slot().type()));
    }

    /** Whether a sentence of these words may be the sample: most are not, and that is told without taking it apart. */
    boolean isAmong(Set<String> forms) {
        return forms.containsAll(own);
    }

    /** What the words say in the slots; nothing if they do not say this sample. */
    Optional<Map<String, String>> slotsOf(List<Word> words) {
        Map<String, String> slots = new HashMap<>();
        return matches(0, words, slots) ? Optional.of(slots) : Optional.empty();
    }

    /**
     * What is said somewhere for its slots, which is taken out of the words; nothing if there is a slot for which nothing is
     * said.
     */
    Optional<Map<String, String>> takenFrom(List<Word> words) {
        Map<String, String> slots = new HashMap<>();
        for (Part part : parts) {
            if (part instanceof Gap gap) {
                Optional<String> value = taken(gap.slot().type(), words);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                slots.put(gap.slot().name(), value.get());
            }
        }
        return Optional.of(slots);
    }

    private Optional<String> taken(String type, List<Word> words) {
        for (int count = Math.min(words.size(), values.mostWords()); count > 0; count--) {
            for (int from = 0; from + count <= words.size(); from++) {
                List<Word> part = words.subList(from, from + count);
                Optional<String> value = values.valueOf(type, part);
                if (value.isPresent()) {
                    part.clear();
                    return value;
                }
            }
        }
        return Optional.empty();
    }

    private boolean matches(int at, List<Word> words, Map<String, String> slots) {
        if (at == parts.size()) {
            return words.isEmpty();
        }
        if (parts.get(at) instanceof Gap gap) {
            return fills(gap, at, words, slots);
        }
        return !words.isEmpty()
                && parts.get(at) instanceof Literal literal
                && literal.form().equals(words.get(0).form())
                && matches(at + 1, words.subList(1, words.size()), slots);
    }

    private boolean fills(Gap gap, int at, List<Word> words, Map<String, String> slots) {
        return values.isAnything(gap.slot().type())
                ? fillsAnything(gap, at, words, slots)
                : fillsKnown(gap, at, words, slots);
    }

    private boolean fillsKnown(Gap gap, int at, List<Word> words, Map<String, String> slots) {
        int most = Math.min(words.size(), values.mostWords());
        for (int count = 1; count <= most; count++) {
            Optional<String> value = values.valueOf(gap.slot().type(), words.subList(0, count));
            if (value.isPresent() && matches(at + 1, words.subList(count, words.size()), slots)) {
                slots.put(gap.slot().name(), value.get());
                return true;
            }
        }
        return false;
    }

    /** Most of what a name might be is followed by the wrong words: so those are looked at first. */
    private boolean fillsAnything(Gap gap, int at, List<Word> words, Map<String, String> slots) {
        for (int count = 1; count <= words.size(); count++) {
            if (matches(at + 1, words.subList(count, words.size()), slots)) {
                slots.put(gap.slot().name(), Word.written(words.subList(0, count)));
                return true;
            }
        }
        return false;
    }

    private sealed interface Part {}

    private record Literal(String form) implements Part {}

    private record Gap(Slot slot) implements Part {}
}
