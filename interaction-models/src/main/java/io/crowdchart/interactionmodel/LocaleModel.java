package io.crowdchart.interactionmodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.interactionmodel.InteractionModel.Dialect;
import io.crowdchart.interactionmodel.InteractionModel.Slot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model of one locale as Alexa takes it: what stands in {@code skill-package/interactionModels/custom}.
 *
 * @param locale language and region: {@code en-GB}; the name of the file
 * @param json the file's text
 */
public record LocaleModel(String locale, String json) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** All locales of a model, in its order. */
    public static List<LocaleModel> of(InteractionModel model) {
        return model.locales().stream()
                .map(dialect -> new LocaleModel(dialect.locale(), written(model, dialect)))
                .toList();
    }

    private static String written(InteractionModel model, Dialect dialect) {
        InteractionModel spoken = model.in(dialect);
        LanguageModel language = new LanguageModel(
                spoken.invocationName(),
                spoken.intents().stream().map(LocaleModel::intent).toList(),
                spoken.types().stream().map(LocaleModel::type).toList());
        try {
            return MAPPER.writer(printer()).writeValueAsString(new Envelope(new Content(language))) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the model of " + dialect.locale(), e);
        }
    }

    /** Two spaces a step, as JavaScript and with it all of Alexa's tools write JSON. */
    static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private static Intent intent(InteractionModel.Intent intent) {
        return new Intent(intent.name(), intent.isBuiltIn() ? null : intent.slots(), intent.samples());
    }

    private static Type type(InteractionModel.SlotType type) {
        return new Type(
                type.name(),
                type.values().stream()
                        .map(value -> new Value(value.id(), new Name(value.value(), value.synonyms())))
                        .toList());
    }

    // The words of Alexa's own schema; the order of the components is the order in the file.

    private record Envelope(Content interactionModel) {}

    private record Content(LanguageModel languageModel) {}

    private record LanguageModel(String invocationName, List<Intent> intents, List<Type> types) {}

    private record Intent(String name, @Nullable List<Slot> slots, List<String> samples) {}

    private record Type(String name, List<Value> values) {}

    private record Value(String id, Name name) {}

    private record Name(String value, List<String> synonyms) {}
}
