package io.crowdchart.interactionmodel;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Understands what one types into a console as what one would say to Alexa, from the samples of a model. Immutable, safe for
 * use by many threads.
 *
 * <p>The most specific sample wins: one without a slot that takes anything first, then the one with more words of its own.
 * A sentence is also tried without polite words, then by its gist (no articles, no light verbs), then without a value of the
 * skill's own types before or behind it, then by the sample {@link Nearest} to it. One without any accent is tried as if
 * nothing had one. What no sample says even so means {@value #FALLBACK}.
 */
public final class UtteranceMatcher {

    /** What is meant by a sentence that means nothing else. */
    public static final String FALLBACK = "AMAZON.FallbackIntent";

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private final InteractionModel model;
    private final Reading accented;
    private final Reading plain;

    /**
     * A matcher for a model.
     *
     * @throws IllegalArgumentException if it is not known what people say to Alexa herself in the model's language
     */
    public UtteranceMatcher(InteractionModel model) {
        Phrases phrases = Phrases.of(model.language());
        this.model = model;
        Words words = phrases.words(model.language());
        this.accented = new Reading(model, phrases, words);
        this.plain = new Reading(model, phrases, words.withoutAccents());
    }

    /** Where one speaks like that: the first locale of the model, like {@code en-US}. */
    public String locale() {
        return model.locales().get(0).locale();
    }

    /** What a sentence means. */
    public Meaning meaningOf(String said) {
        return accented.meaningOf(said)
                .or(() -> isPlain(said) ? plain.meaningOf(said) : Optional.empty())
                .orElseGet(() -> new Meaning.Intent(FALLBACK, Map.of(), Map.of()));
    }

    private static boolean isPlain(String said) {
        return !ACCENT.matcher(Normalizer.normalize(said, Form.NFD)).find();
    }

    /** Whether a sentence is a sample as it stands, with or without a call of the skill. */
    boolean isSample(String said) {
        return accented.isSample(said);
    }
}
