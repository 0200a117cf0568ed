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

/** How sentences of a model are read in one spelling: with all accents, or without any. Immutable. */
final class Reading {

    private static final Comparator<Match> MOST_SPECIFIC = Comparator.comparing(
                    (Match match) -> match.sample().takesAnything())
            .thenComparing(match -> -match.sample().literals());

    private final InteractionModel model;
    private final Words words;
    private final Call call;
    private final Gist gist;
    private final PhraseSet politeBefore;
    private final PhraseSet politeAfter;
    private final SpokenNumbers numbers;
    private final OwnValues values;
    private final SampleIndex samples;
    private final SampleIndex gists;
    private final Nearest nearest;

    Reading(InteractionModel model, Phrases phrases, Words words) {
        this.model = model;
        this.words = words;
        this.call = new Call(model.invocationName(), words, phrases);
        this.gist = new Gist(words, phrases);
        this.politeBefore = PhraseSet.of(words, phrases.politeBefore());
        this.politeAfter = PhraseSet.of(words, phrases.politeAfter());
        this.numbers = new SpokenNumbers(model.language(), words, phrases);
        this.values = new OwnValues(model, words, numbers);
        OwnValues reduced = values.reduced(words, gist);
        List<Sample> all = samples(phrases);
        List<Sample> reducedSamples = all.stream()
                .filter(sample -> !sample.takesAnything())
                .map(sample -> sample.gist(gist, reduced))
                .filter(sample -> sample.literals() > 0)
                .toList();
        this.samples = new SampleIndex(all);
        this.gists = new SampleIndex(reducedSamples);
        this.nearest = new Nearest(reducedSamples);
    }

    private List<Sample> samples(Phrases phrases) {
        List<Sample> all = new ArrayList<>();
        for (Intent intent : model.intents()) {
            List<String> texts =
                    intent.isBuiltIn() ? phrases.builtIn().getOrDefault(intent.name(), List.of()) : intent.samples();
            texts.forEach(text -> all.add(Sample.of(intent, text, words, values)));
        }
        return List.copyOf(all);
    }

    /** What a sentence means; nothing if no sample says it. */
    Optional<Meaning> meaningOf(String said) {
        List<Word> sentence = call.withoutWakeWord(words.in(said));
        Optional<List<Word>> called = call.questionIn(sentence);
        if (called.isPresent() && called.get().isEmpty()) {
            return Optional.of(new Meaning.Launch());
        }
        List<Word> question = called.orElseGet(() -> call.withoutSkill(sentence));
        return match(question)
                .or(() -> besideValue(question))
                .or(() -> alike(question))
                .map(this::meaning);
    }

    /** Whether a sentence is a sample as it stands, with or without a call of the skill. */
    boolean isSample(String said) {
        List<Word> sentence = call.withoutWakeWord(words.in(said));
        return best(samples, List.of(call.questionIn(sentence).orElse(sentence)))
                .isPresent();
    }

    private Optional<Match> match(List<Word> question) {
        List<List<Word>> questions = Stream.of(question, bare(question))
                .flatMap(words -> Stream.of(words, spelt(words)))
                .toList();
        return best(samples, questions)
                .or(() -> best(gists, questions.stream().map(gist::of).toList()));
    }

    private List<Word> bare(List<Word> question) {
        return politeAfter.cutAfter(politeBefore.cutBefore(question));
    }

    /** Samples have their numbers in words. */
    private List<Word> spelt(List<Word> question) {
        return question.stream().map(numbers::inWords).toList();
    }

    private Optional<Match> alike(List<Word> question) {
        return nearest.to(gist.of(spelt(bare(question)))).map(found -> new Match(found.sample(), found.slots()));
    }

    /** Of equals the first, so that a title may begin with a polite word. */
    private static Optional<Match> best(SampleIndex samples, List<List<Word>> questions) {
        return questions.stream()
                .distinct()
                .flatMap(words -> matches(samples, words))
                .min(MOST_SPECIFIC);
    }

    private static Stream<Match> matches(SampleIndex samples, List<Word> words) {
        Set<String> forms = words.stream().map(Word::form).collect(Collectors.toSet());
        return samples.beginningLike(words)
                .filter(sample -> sample.isAmong(forms))
                .flatMap(sample -> sample.slotsOf(words).map(slots -> new Match(sample, slots)).stream());
    }

    /** A question that leaves out what is said before or behind it: "and yesterday, who was first?" */
    private Optional<Match> besideValue(List<Word> question) {
        return values.beside(bare(question)).stream()
                .flatMap(aside -> match(aside.rest()).flatMap(match -> with(match, aside)).stream())
                .findFirst();
    }

    private Optional<Match> with(Match match, OwnValues.Aside aside) {
        Intent intent = model.intent(match.sample().intent()).orElseThrow();
        return intent.slots().stream()
                .filter(slot ->
                        slot.type().equals(aside.type()) && !match.slots().containsKey(slot.name()))
                .map(slot -> {
                    Map<String, String> slots = new HashMap<>(match.slots());
                    slots.put(slot.name(), aside.value());
                    return new Match(match.sample(), slots);
                })
                .findFirst();
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
