package io.crowdchart.interactionmodel;

import io.crowdchart.interactionmodel.InteractionModel.Dialect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The rules for the locales of a model: Alexa knows them, and what they change is there to be changed. */
public final class DialectRules {

    /** Where Alexa speaks with skills. */
    private static final Set<String> LOCALES = Set.of(
            "ar-SA", "de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR",
            "hi-IN", "it-IT", "ja-JP", "nl-NL", "pt-BR");

    private final InteractionModel model;
    private final Set<String> words = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private DialectRules(InteractionModel model) {
        this.model = model;
        model.intents().stream()
                .flatMap(intent -> intent.samples().stream())
                .forEach(sample -> words.addAll(List.of(sample.split(" "))));
    }

    /**
     * Every fault of a model's locales, as sentences that name the locale; empty if there is none. A fault that the model
     * has without them is left to {@link ModelRules}.
     */
    public static List<String> faultsOf(InteractionModel model) {
        DialectRules rules = new DialectRules(model);
        rules.checkLocales();
        model.locales().forEach(rules::checkDialect);
        return List.copyOf(rules.faults);
    }

    private void fault(String message, Object... arguments) {
        faults.add(String.format(Locale.ROOT, message, arguments));
    }

    private void checkLocales() {
        if (model.locales().isEmpty()) {
            fault("the language %s is spoken in one locale or more, has none", model.language());
        }
        Set<String> seen = new HashSet<>();
        for (Dialect dialect : model.locales()) {
            String locale = dialect.locale();
            if (!LOCALES.contains(locale) || !locale.startsWith(model.language() + "-")) {
                fault("a locale of %s is one of Alexa's, was '%s'", model.language(), locale);
            }
            if (!seen.add(locale)) {
                fault("the locale %s is there twice", locale);
            }
        }
    }

    private void checkDialect(Dialect dialect) {
        for (String word : new TreeSet<>(dialect.wording().keySet())) {
            if (!words.contains(word) || word.contains("{")) {
                fault("%s has another word for '%s', which no sample has", dialect.locale(), word);
            }
        }
        for (String intent : new TreeSet<>(dialect.samples().keySet())) {
            if (model.intent(intent).isEmpty()) {
                fault("%s has samples of %s, which is no intent", dialect.locale(), intent);
            }
        }
        List<String> own = ModelRules.faultsOf(model);
        ModelRules.faultsOf(model.in(dialect)).stream()
                .filter(fault -> !own.contains(fault))
                .forEach(fault -> fault("%s: %s", dialect.locale(), fault));
    }
}
