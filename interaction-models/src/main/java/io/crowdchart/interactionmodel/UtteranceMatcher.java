package io.crowdchart.interactionmodel;

import io.crowdchart.interactionmodel.InteractionModel.Intent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Understands what one types into a console as what one would say to Alexa, from the samples of a model. Immutable, safe for
 * use by many threads.
 *
 * <p>The most specific sample wins: one without a slot that takes anything first, then the one with more words of its own.
 * A sentence that is no sample, or only by what it takes for a name, is tried without polite words, then by its gist (no
 * articles, no light verbs), then by the sample {@link Nearest} to it. What no sample says even so means {@value #FALLBACK}.
 */
public final class UtteranceMatcher {

    /** What is meant by a sentence that means nothing else. */
    public static final String FALLBACK = "AMAZON.FallbackIntent";

    private static final Comparator<Match> MOST_SPECIFIC = Comparator.comparing(
                    (Match match) -> match.sample().takesAnything())
            .thenComparing(match -> -match.sample().literals());

    private final InteractionModel model;
    private final Words words;
    private final SpokenNumbers numbers;
    private final Call call;
    private final Gist gist;
    private final PhraseSet politeBefore;
    private final PhraseSet politeAfter;
    private final List<Sample> samples;
    private final List<Sample> gists;
    private final Nearest nearest;

    /**
     * A matcher for a model.
     *
     * @throws IllegalArgumentException if it is not known what people say to Alexa herself in the model's language
     */
    public UtteranceMatcher(InteractionModel model) {
        Phrases phrases = Phrases.of(model.language());
        this.model = model;
        this.words = phrases.words(model.language());
        this.call = new Call(model.invocationName(), words, phrases);
        this.gist = new Gist(words, phrases);
        this.politeBefore = PhraseSet.of(words, phrases.politeBefore());
        this.politeAfter = PhraseSet.of(words, phrases.politeAfter());
        this.numbers = new SpokenNumbers(model.language(), words, phrases);
        OwnValues values = new OwnValues(model, words, numbers);
        OwnValues reduced = values.reduced(words, gist);
        this.samples = samples(phrases, values);
        this.gists = samples.stream()
                .filter(sample -> !sample.takesAnything())
                .map(sample -> sample.gist(gist, reduced))
                .filter(sample -> sample.literals() > 0)
                .toList();
        this.nearest = new Nearest(gists);
    }

    private List<Sample> samples(Phrases phrases, OwnValues values) {
        List<Sample> all = new ArrayList<>();
        for (Intent intent : model.intents()) {
            List<String> texts =
                    intent.isBuiltIn() ? phrases.builtIn().getOrDefault(intent.name(), List.of()) : intent.samples();
            texts.forEach(text -> all.add(Sample.of(intent, text, words, values)));
        }
        return List.copyOf(all);
    }

    /** Where one speaks like that: the first locale of the model, like {@code en-US}. */
    public String locale() {
        return model.locales().get(0).locale();
    }

    /** What a sentence means. */
    public Meaning meaningOf(String said) {
        List<Word> sentence = call.withoutWakeWord(words.in(said));
        Optional<List<Word>> called = call.questionIn(sentence);
        if (called.isPresent() && called.get().isEmpty()) {
            return new Meaning.Launch();
        }
        List<Word> question = called.orElseGet(() -> call.withoutSkill(sentence));
        return sampleOrPolite(question)
                .or(() -> best(gists, gist.of(spelt(question))))
                .or(() -> best(gists, gist.of(question)))
                .or(() -> alike(gist.of(spelt(bare(question)))))
                .map(this::meaning)
                .orElseGet(() -> new Meaning.Intent(FALLBACK, Map.of(), Map.of()));
    }

    private Optional<Match> alike(List<Word> words) {
        return nearest.to(words).map(found -> new Match(found.sample(), found.slots()));
    }

    private List<Word> bare(List<Word> words) {
        return politeAfter.cutAfter(politeBefore.cutBefore(words));
    }

    /** "And where is it" is no title: what a sample says word for word without politeness is not taken for one. */
    private Optional<Match> sampleOrPolite(List<Word> question) {
        return Stream.of(question, bare(question))
                .flatMap(words -> Stream.of(words, spelt(words)))
                .flatMap(words -> sample(words).stream())
                .min(MOST_SPECIFIC);
    }

    /** Samples have their numbers in words. */
    private List<Word> spelt(List<Word> words) {
        return words.stream().map(numbers::inWords).toList();
    }

    /** Whether a sentence is a sample as it stands, with or without a call of the skill. */
    boolean isSample(String said) {
        List<Word> sentence = call.withoutWakeWord(words.in(said));
        return sample(call.questionIn(sentence).orElse(sentence)).isPresent();
    }

    private Optional<Match> sample(List<Word> question) {
        return best(samples, question);
    }

    private static Optional<Match> best(List<Sample> samples, List<Word> words) {
        Set<String> forms = words.stream().map(Word::form).collect(Collectors.toSet());
        return samples.stream()
                .filter(sample -> sample.isAmong(forms))
                .flatMap(sample -> sample.slotsOf(words).map(slots -> new Match(sample, slots)).stream())
                .min(MOST_SPECIFIC);
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
