package io.crowdchart.interactionmodel;

import java.util.List;
import java.util.stream.Stream;

/** The languages that the skill speaks, and where it speaks them. Stateless. */
public final class Languages {

    /** In this order they are listed. */
    private static final List<String> KNOWN = List.of("en", "de", "es", "fr", "it", "pt", "ja");

    private Languages() {}

    /** The languages with a model, without regions: {@code en}; English is the first. */
    public static List<String> all() {
        return KNOWN.stream()
                .filter(language -> Languages.class.getResource(language + ".json") != null)
                .toList();
    }

    /** The locales of all languages, like {@code en-US}. */
    public static List<String> locales() {
        return models().map(model -> model.locales().get(0).locale()).toList();
    }

    /**
     * The model of a locale, in its words.
     *
     * @param locale language and region: {@code de-DE}, in any case
     * @throws IllegalArgumentException if the skill is not spoken there; the message lists where it is
     */
    public static InteractionModel modelOf(String locale) {
        return models().filter(model -> model.locales().get(0).locale().equalsIgnoreCase(locale))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + String.join(", ", locales()) + ", was '" + locale + "'"));
    }

    private static Stream<InteractionModel> models() {
        return all().stream()
                .map(InteractionModel::of)
                .flatMap(model -> model.locales().stream().map(model::in));
    }
}
