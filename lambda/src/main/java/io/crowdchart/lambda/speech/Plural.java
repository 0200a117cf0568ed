package io.crowdchart.lambda.speech;

import java.util.Locale;
import java.util.Set;
import net.xyzsd.plurals.PluralCategory;
import net.xyzsd.plurals.PluralRule;
import net.xyzsd.plurals.PluralRuleType;

/** The plural categories of a language, as CLDR has them for whole numbers. Immutable. */
final class Plural {

    /** The library's CLDR is older than their "1.000.000 de votos". */
    private static final Set<String> COUNTING_BY_MILLIONS = Set.of("es", "it", "pt");

    private static final long MILLION = 1_000_000;

    private final PluralRule counts;
    private final PluralRule places;
    private final boolean countingByMillions;

    private Plural(Locale language) {
        this.counts = PluralRule.createOrDefault(language, PluralRuleType.CARDINAL);
        this.places = PluralRule.createOrDefault(language, PluralRuleType.ORDINAL);
        this.countingByMillions = COUNTING_BY_MILLIONS.contains(language.getLanguage());
    }

    static Plural of(Locale language) {
        return new Plural(language);
    }

    /** The ending of the key for so many things: {@code one} vote, {@code other} votes. */
    String ofCount(long count) {
        boolean millions = countingByMillions && count != 0 && count % MILLION == 0;
        return key(millions ? PluralCategory.MANY : counts.select(count));
    }

    /** The ending of the key for a place in an order: 21st is {@code one}, 22nd {@code two}, 11th {@code other}. */
    String ofPlace(long place) {
        return key(places.select(place));
    }

    private static String key(PluralCategory category) {
        return category.name().toLowerCase(Locale.ROOT);
    }
}
