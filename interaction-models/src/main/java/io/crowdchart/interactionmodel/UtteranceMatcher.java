package io.crowdchart.interactionmodel;

import io.crowdchart.interactionmodel.InteractionModel.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands what one types into a console as what one would say to Alexa, from the samples of an English model. Immutable,
 * safe for use by many threads.
 *
 * <p>The most specific sample wins: one without a slot that takes anything first, then the one with more words of its own.
 * A sentence that is no sample is tried without polite words, then by its gist (no articles, no light verbs). What no sample
 * says even so means {@value #FALLBACK}.
 */
public final class UtteranceMatcher {

    /** What is meant by a sentence that means nothing else. */
    public static final String FALLBACK = "AMAZON.FallbackIntent";

    private static final Comparator<Match> MOST_SPECIFIC = Comparator.comparing(
                    (Match match) -> match.sample().takesAnything())
            .thenComparing(match -> -match.sample().literals());

    private final InteractionModel model;
    private final List<List<Word>> names;
    private final List<Sample> samples;
    private final List<Sample> gists;

    /**
     * A matcher for a model.
     *
     * @throws IllegalArgumentException if the model's language is not English
     */
    public UtteranceMatcher(InteractionModel model) {
        if (!model.language().equals("en")) {
            throw new IllegalArgumentException(
                    "only the language 'en' can be understood, was '" + model.language() + "'");
        }
        this.model = model;
        OwnValues values = new OwnValues(model);
        this.samples = new ArrayList<>();
        for (Intent intent : model.intents()) {
            List<String> texts = intent.isBuiltIn()
                    ? EnglishPhrases.BUILT_IN.getOrDefault(intent.name(), List.of())
                    : intent.samples();
            texts.forEach(text -> samples.add(Sample.of(intent, text, values)));
        }
        this.gists = samples.stream()
                .filter(sample -> !sample.takesAnything())
                .map(Sample::gist)
                .filter(gist -> gist.literals() > 0)
                .toList();
        this.names = List.of(Word.in(model.invocationName()), Word.in("the " + model.invocationName()));
    }

    /** What a sentence means. */
    public Meaning meaningOf(String said) {
        List<Word> words = without(EnglishPhrases.WAKE, Word.in(said));
        for (List<Word> name : names) {
            if (startsWith(words, name) && words.size() == name.size()) {
                return new Meaning.Launch();
            }
            for (String verb : EnglishPhrases.LAUNCH) {
                List<Word> call = joined(Word.in(verb), name);
                if (startsWith(words, call)) {
                    return called(words.subList(call.size(), words.size()));
                }
            }
        }
        return asked(withoutSkill(words));
    }

    private Meaning called(List<Word> question) {
        if (question.isEmpty() || isPolite(question)) {
            return new Meaning.Launch();
        }
        boolean linked = EnglishPhrases.BEFORE_QUESTION.contains(question.get(0).form());
        return asked(linked ? question.subList(1, question.size()) : question);
    }

    private static boolean isPolite(List<Word> words) {
        return EnglishPhrases.POLITE_AFTER.contains(Word.forms(words));
    }

    /** The question in "what's number one on crowd chart". */
    private List<Word> withoutSkill(List<Word> words) {
        for (List<Word> name : names) {
            int end = words.size() - name.size();
            if (end > 1
                    && startsWith(words.subList(end, words.size()), name)
                    && EnglishPhrases.AFTER_QUESTION.contains(words.get(end - 1).form())) {
                return words.subList(0, end - 1);
            }
        }
        return words;
    }

    private Meaning asked(List<Word> question) {
        return best(samples, question)
                .or(() -> best(samples, withoutPoliteness(question)))
                .or(() -> best(gists, EnglishPhrases.gist(question)))
                .map(this::meaning)
                .orElseGet(() -> new Meaning.Intent(FALLBACK, Map.of(), Map.of()));
    }

    private static Optional<Match> best(List<Sample> samples, List<Word> words) {
        return samples.stream()
                .flatMap(sample -> sample.slotsOf(words).map(slots -> new Match(sample, slots)).stream())
                .min(MOST_SPECIFIC);
    }

    private static List<Word> withoutPoliteness(List<Word> words) {
        List<Word> rest = without(EnglishPhrases.POLITE_BEFORE, words);
        boolean shorter = true;
        while (shorter) {
            int size = rest.size();
            for (String phrase : EnglishPhrases.POLITE_AFTER) {
                List<Word> ending = Word.in(phrase);
                int end = rest.size() - ending.size();
                if (end > 0 && startsWith(rest.subList(end, rest.size()), ending)) {
                    rest = rest.subList(0, end);
                }
            }
            shorter = rest.size() < size;
        }
        return rest;
    }

    private static List<Word> without(List<String> phrases, List<Word> words) {
        List<Word> rest = words;
        boolean shorter = true;
        while (shorter) {
            int size = rest.size();
            for (String phrase : phrases) {
                List<Word> beginning = Word.in(phrase);
                if (rest.size() > beginning.size() && startsWith(rest, beginning)) {
                    rest = rest.subList(beginning.size(), rest.size());
                }
            }
            shorter = rest.size() < size;
        }
        return rest;
    }

    private static boolean startsWith(List<Word> words, List<Word> beginning) {
        return words.size() >= beginning.size()
                && Word.forms(words.subList(0, beginning.size())).equals(Word.forms(beginning));
    }

    private static List<Word> joined(List<Word> first, List<Word> second) {
        List<Word> words = new ArrayList<>(first);
        words.addAll(second);
        return words;
    }

    private Meaning meaning(Match match) {
        Intent intent = model.intent(match.sample().intent()).orElseThrow();
        Map<String, String> ids = new HashMap<>();
        match.slots()
                .forEach((name, said) -> model.type(
                                intent.slot(name).orElseThrow().type())
                        .flatMap(type -> type.idOf(said))
                        .ifPresent(id -> ids.put(name, id)));
        return new Meaning.Intent(intent.name(), match.slots(), ids);
    }

    private record Match(Sample sample, Map<String, String> slots) {}
}
