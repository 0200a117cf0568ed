package io.crowdchart.lambda.title;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which titles are said, by the wish of the host. A title may be in any language: it is looked through for the words of the
 * language it is said in, and for the English ones. Immutable, safe for use by many threads.
 *
 * @param mode what becomes of them
 * @param catalogue the titles that are said in the mode {@link ProfanityMode#CATALOGUE}, else none
 */
public record TitleRules(ProfanityMode mode, Catalogue catalogue) {

    /** Stands in a title where a word is bleeped; no title has it. */
    public static final String BLEEP = "∗";

    /** What a host who says nothing gets. */
    public static final TitleRules DEFAULT = of(ProfanityMode.HIDE);

    private static final String STAR = "*";

    public TitleRules {
        if ((mode == ProfanityMode.CATALOGUE) == catalogue.keys().isEmpty()) {
            throw new IllegalArgumentException("a catalogue belongs to the mode catalogue alone, was " + mode + " with "
                    + catalogue.keys().size() + " titles");
        }
    }

    /**
     * The rules of a mode.
     *
     * @throws IllegalArgumentException if the mode needs a catalogue
     */
    public static TitleRules of(ProfanityMode mode) {
        return new TitleRules(mode, Catalogue.NONE);
    }

    /** Nothing is said but the titles of a catalogue. */
    public static TitleRules only(Catalogue catalogue) {
        return new TitleRules(ProfanityMode.CATALOGUE, catalogue);
    }

    /**
     * A title as it may be said, with {@link #BLEEP} for each word that may not; nothing if it is withheld.
     *
     * @param title what somebody wrote, or was heard to say
     * @param locale in which language it will be said
     */
    public Optional<String> said(String title, Locale locale) {
        String plain = title.replace(BLEEP, STAR);
        return switch (mode) {
            case OFF -> Optional.of(plain);
            case CATALOGUE -> catalogue.has(title) ? Optional.of(plain) : Optional.empty();
            case HIDE -> isProfane(plain, locale) ? Optional.empty() : Optional.of(plain);
            case BLEEP -> Optional.of(isProfane(plain, locale) ? bleeped(plain, locale) : plain);
        };
    }

    /** Whether a title is said just as it is. */
    public boolean isSaid(String title, Locale locale) {
        return said(title, locale).filter(said -> !said.contains(BLEEP)).isPresent();
    }

    private static boolean isProfane(String title, Locale locale) {
        ProfaneText text = ProfaneText.of(title);
        return words(locale).stream().anyMatch(words -> words.isIn(text));
    }

    private static String bleeped(String title, Locale locale) {
        String bleeped = title;
        for (Profanity words : words(locale)) {
            bleeped = words.replacedIn(ProfaneText.of(bleeped), BLEEP);
        }
        return bleeped;
    }

    private static List<Profanity> words(Locale locale) {
        return Stream.of(Locale.ENGLISH.getLanguage(), locale.getLanguage())
                .distinct()
                .flatMap(language -> Profanity.of(language).stream())
                .toList();
    }
}
