package io.crowdchart.interactionmodel;

import io.crowdchart.interactionmodel.InteractionModel.Intent;
import io.crowdchart.interactionmodel.InteractionModel.Slot;
import io.crowdchart.interactionmodel.InteractionModel.SlotType;
import io.crowdchart.interactionmodel.InteractionModel.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that Alexa has for interaction models, as far as one model can break them. */
public final class ModelRules {

    /** Below this a model recognises badly; our own rule. */
    static final int FEWEST_SAMPLES = 12;

    private static final int LONGEST_VALUE = 140;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern INTENT_NAME = Pattern.compile("[A-Za-z][A-Za-z_]*");
    private static final Pattern SLOT_NAME = Pattern.compile("[a-z][A-Za-z_]*");
    private static final Pattern INVOCATION_NAME = Pattern.compile("[\\p{L}\\p{M}'. ]+");
    private static final Pattern SAMPLE_TEXT = Pattern.compile("[\\p{L}\\p{M}'. -]*");
    private static final Pattern SLOT_IN_SAMPLE = Pattern.compile("\\{([^{}]*)\\}");

    /** Words with which people call a skill, by language; in a sample or a name they would be taken for a call. */
    private static final Map<String, Set<String>> LAUNCH_WORDS = Map.of(
            "en",
            Set.of("ask", "tell", "open", "launch", "start", "begin", "load", "play", "resume", "run", "enable"),
            "de",
            Set.of("frag", "frage", "öffne", "starte", "beginne", "lade", "spiel", "spiele", "aktiviere", "benutze"),
            "es",
            Set.of(
                    "abre",
                    "inicia",
                    "lanza",
                    "comienza",
                    "empieza",
                    "pregunta",
                    "pregúntale",
                    "pide",
                    "pídele",
                    "dile"),
            "fr",
            Set.of("ouvre", "lance", "démarre", "commence", "demande", "interroge", "joue"),
            "it",
            Set.of("apri", "avvia", "lancia", "inizia", "comincia", "chiedi", "domanda", "riproduci"),
            "pt",
            Set.of(
                    "abra",
                    "abre",
                    "inicie",
                    "inicia",
                    "comece",
                    "começa",
                    "lance",
                    "lança",
                    "carregue",
                    "execute",
                    "pergunte",
                    "pergunta",
                    "peça",
                    "pede",
                    "toque",
                    "toca",
                    "reproduza",
                    "ative"),
            "ja",
            Set.of(
                    "開いて", "開く", "オープン", "起動", "起動して", "立ち上げて", "スタート", "スタートして", "開始", "開始して", "始めて", "始める", "聞いて",
                    "頼んで", "再生", "再生して", "流して", "実行", "実行して", "使って", "呼んで", "有効"));

    /** In no language may a name have one of these. */
    private static final Set<String> WAKE_WORDS = Set.of("alexa", "amazon", "echo", "computer", "skill", "app");

    private static final Set<String> CONNECTING_WORDS = Set.of(
            "by", "from", "in", "using", "with", "to", "about", "for", "if", "whether", "and", "that", "the", "a", "an",
            "of", "on", "at");

    private final InteractionModel model;
    private final List<String> faults = new ArrayList<>();

    private ModelRules(InteractionModel model) {
        this.model = model;
    }

    /** Every fault of a model, as sentences that name the thing and what was expected; empty if there is none. */
    public static List<String> faultsOf(InteractionModel model) {
        ModelRules rules = new ModelRules(model);
        rules.checkLanguage();
        rules.checkInvocationName();
        rules.checkIntentNames();
        model.intents().forEach(rules::checkIntent);
        rules.checkSlotTypes();
        rules.checkDuplicates();
        rules.faults.addAll(SharedUtterances.in(model));
        model.types().forEach(rules::checkType);
        return List.copyOf(rules.faults);
    }

    private void fault(String message, Object... arguments) {
        faults.add(String.format(Locale.ROOT, message, arguments));
    }

    private void checkLanguage() {
        if (!LANGUAGE.matcher(model.language()).matches()) {
            fault("the language is two small letters, was '%s'", model.language());
        }
    }

    private void checkInvocationName() {
        String name = model.invocationName();
        if (!INVOCATION_NAME.matcher(name).matches() || !isLower(name)) {
            fault("the invocation name has small letters, spaces, apostrophes and periods only, was '%s'", name);
        }
        List<String> words = words(name);
        if (words.size() < 2) {
            fault("the invocation name has two words or more, was '%s'", name);
        }
        for (String word : words) {
            if (launchWords().contains(word) || WAKE_WORDS.contains(word)) {
                fault("the invocation name must not contain the word '%s', was '%s'", word, name);
            }
            if (model.language().equals("en") && words.size() == 2 && CONNECTING_WORDS.contains(word)) {
                fault("an invocation name of two words must not contain '%s', was '%s'", word, name);
            }
        }
    }

    private Set<String> launchWords() {
        return LAUNCH_WORDS.getOrDefault(model.language(), Set.of());
    }

    private void checkIntentNames() {
        Set<String> seen = new HashSet<>();
        for (Intent intent : model.intents()) {
            if (!seen.add(intent.name())) {
                fault("the intent %s is there twice", intent.name());
            }
        }
    }

    private void checkIntent(Intent intent) {
        if (intent.isBuiltIn()) {
            if (!intent.samples().isEmpty() || !intent.slots().isEmpty()) {
                fault("%s is Alexa's own and has no samples or slots here", intent.name());
            }
            return;
        }
        if (!INTENT_NAME.matcher(intent.name()).matches()) {
            fault("the name of an intent has letters and underscores only, was '%s'", intent.name());
        }
        if (intent.samples().size() < FEWEST_SAMPLES) {
            fault(
                    "%s needs %d samples, has %d",
                    intent.name(), FEWEST_SAMPLES, intent.samples().size());
        }
        intent.samples().forEach(sample -> checkSample(intent, sample));
        intent.slots().forEach(slot -> checkSlot(intent, slot));
    }

    private void checkSample(Intent intent, String sample) {
        String text = SLOT_IN_SAMPLE.matcher(sample).replaceAll("");
        if (!SAMPLE_TEXT.matcher(text).matches() || !isLower(text)) {
            fault("a sample of %s has small letters and slots only, digits spelt out: '%s'", intent.name(), sample);
        }
        if (!sample.equals(sample.strip()) || sample.contains("  ") || sample.isEmpty()) {
            fault("a sample of %s has words with one space between them: '%s'", intent.name(), sample);
        }
        words(text).stream()
                .filter(launchWords()::contains)
                .forEach(word -> fault("a sample of %s has the launch word '%s': '%s'", intent.name(), word, sample));
        checkSlotsIn(intent, sample);
    }

    private void checkSlotsIn(Intent intent, String sample) {
        List<String> names = slotsIn(sample);
        if (new HashSet<>(names).size() < names.size()) {
            fault("a sample of %s has a slot twice: '%s'", intent.name(), sample);
        }
        for (String name : names) {
            if (intent.slot(name).isEmpty()) {
                fault("a sample of %s has the slot {%s}, which the intent does not: '%s'", intent.name(), name, sample);
            }
        }
        boolean search = names.stream()
                .flatMap(name -> intent.slot(name).stream())
                .anyMatch(slot -> slot.type().equals("AMAZON.SearchQuery"));
        boolean carried = !SLOT_IN_SAMPLE.matcher(sample).replaceAll("").isBlank();
        if (search && (names.size() > 1 || !carried)) {
            fault("AMAZON.SearchQuery stands alone among other words in a sample of %s: '%s'", intent.name(), sample);
        }
    }

    private void checkSlot(Intent intent, Slot slot) {
        if (!SLOT_NAME.matcher(slot.name()).matches()) {
            fault("the name of a slot of %s starts with a small letter, was '%s'", intent.name(), slot.name());
        }
        if (intent.samples().stream().noneMatch(sample -> slotsIn(sample).contains(slot.name()))) {
            fault("no sample of %s has its slot {%s}", intent.name(), slot.name());
        }
        boolean known = slot.type().startsWith("AMAZON.")
                || model.types().stream().anyMatch(type -> type.name().equals(slot.type()));
        if (!known) {
            fault("the type %s of the slot {%s} of %s is nowhere defined", slot.type(), slot.name(), intent.name());
        }
    }

    private void checkSlotTypes() {
        Map<String, String> types = new HashMap<>();
        for (Intent intent : model.intents()) {
            for (Slot slot : intent.slots()) {
                String other = types.putIfAbsent(slot.name(), slot.type());
                if (other != null && !other.equals(slot.type())) {
                    fault("the slot {%s} has one type everywhere, has %s and %s", slot.name(), other, slot.type());
                }
            }
        }
    }

    private void checkDuplicates() {
        Map<String, String> owners = new HashMap<>();
        for (Intent intent : model.intents()) {
            for (String sample : intent.samples()) {
                String other = owners.putIfAbsent(sample, intent.name());
                if (other != null) {
                    fault("the sample '%s' is there twice: %s and %s", sample, other, intent.name());
                }
            }
        }
    }

    private void checkType(SlotType type) {
        if (type.values().isEmpty()) {
            fault("the type %s has no value", type.name());
        }
        for (Value value : type.values()) {
            Stream.concat(Stream.of(value.value()), value.synonyms().stream())
                    .filter(said -> said.isBlank() || said.length() > LONGEST_VALUE)
                    .forEach(said -> fault(
                            "a value of the type %s has 1 to %d characters: '%s'", type.name(), LONGEST_VALUE, said));
        }
    }

    /** The names of the slots in a sample, in their order. */
    static List<String> slotsIn(String sample) {
        List<String> names = new ArrayList<>();
        Matcher matcher = SLOT_IN_SAMPLE.matcher(sample);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** A sample in which a slot is only that: "where is {}". */
    static String withoutNames(String sample) {
        return SLOT_IN_SAMPLE.matcher(sample).replaceAll("{}");
    }

    private static boolean isLower(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[ .'-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
