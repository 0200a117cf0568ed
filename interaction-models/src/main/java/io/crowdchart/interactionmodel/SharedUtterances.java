package io.crowdchart.interactionmodel;

import io.crowdchart.interactionmodel.InteractionModel.Intent;
import io.crowdchart.interactionmodel.InteractionModel.Slot;
import io.crowdchart.interactionmodel.InteractionModel.SlotType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The samples of two intents that differ in nothing but slots in which the same can be said. */
final class SharedUtterances {

    /** Of Alexa's own types, those that do not take whatever is said. */
    private static final Set<String> NUMBERS = Set.of("AMAZON.NUMBER", "AMAZON.Ordinal");

    private final Map<String, Set<String>> values;

    private SharedUtterances(InteractionModel model) {
        this.values = model.types().stream()
                .collect(Collectors.toMap(SlotType::name, SharedUtterances::said, (one, other) -> one));
    }

    private static Set<String> said(SlotType type) {
        return type.values().stream()
                .flatMap(value -> Stream.concat(Stream.of(value.value()), value.synonyms().stream()))
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** A fault for each two samples of different intents that can be said in the same words; empty if there are none. */
    static List<String> in(InteractionModel model) {
        SharedUtterances shared = new SharedUtterances(model);
        Map<String, List<Pattern>> patterns = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Intent intent : model.intents()) {
            for (String sample : intent.samples()) {
                Pattern pattern = Pattern.of(intent, sample);
                List<Pattern> others =
                        patterns.computeIfAbsent(ModelRules.withoutNames(sample), any -> new ArrayList<>());
                others.stream()
                        .filter(other -> shared.isSaidLike(pattern, other))
                        .forEach(other -> faults.add("an utterance can be '%s' of %s and '%s' of %s"
                                .formatted(other.sample(), other.intent(), sample, intent.name())));
                others.add(pattern);
            }
        }
        return faults;
    }

    /** The same sample in two intents is another fault. */
    private boolean isSaidLike(Pattern one, Pattern other) {
        if (one.intent().equals(other.intent()) || one.sample().equals(other.sample())) {
            return false;
        }
        for (int at = 0; at < one.types().size(); at++) {
            if (!overlap(one.types().get(at), other.types().get(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean overlap(String one, String other) {
        if (one.equals(other) || takesAnything(one) || takesAnything(other)) {
            return true;
        }
        return !Collections.disjoint(values.getOrDefault(one, Set.of()), values.getOrDefault(other, Set.of()));
    }

    private boolean takesAnything(String type) {
        return !NUMBERS.contains(type) && !values.containsKey(type);
    }

    /** A sample with the types of its slots, in their order. */
    private record Pattern(String intent, String sample, List<String> types) {

        static Pattern of(Intent intent, String sample) {
            return new Pattern(
                    intent.name(),
                    sample,
                    ModelRules.slotsIn(sample).stream()
                            .map(name -> intent.slot(name).map(Slot::type).orElse(name))
                            .toList());
        }
    }
}
