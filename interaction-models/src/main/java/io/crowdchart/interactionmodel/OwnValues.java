package io.crowdchart.interactionmodel;

import io.crowdchart.interactionmodel.InteractionModel.SlotType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What may be said in slots: numbers, and the values of the skill's own types; of Alexa's other types, anything. */
final class OwnValues {

    private static final String NUMBER = "AMAZON.NUMBER";
    private static final String ORDINAL = "AMAZON.Ordinal";

    private final SpokenNumbers numbers;
    private final Map<String, Map<String, String>> said = new HashMap<>();
    private int mostWords;

    OwnValues(InteractionModel model, Words words, SpokenNumbers numbers) {
        this.numbers = numbers;
        this.mostWords = numbers.mostWords();
        for (SlotType type : model.types()) {
            Map<String, String> values = new HashMap<>();
            type.values().stream()
                    .flatMap(value -> Stream.concat(Stream.of(value.value()), value.synonyms().stream()))
                    .forEach(text -> add(text, words.in(text), values));
            said.put(type.name(), values);
        }
    }

    private OwnValues(OwnValues whole, Words words, Gist gist) {
        this.numbers = whole.numbers;
        this.mostWords = whole.mostWords;
        whole.said.forEach((type, values) -> {
            Map<String, String> more = new HashMap<>(values);
            values.values().stream().sorted().forEach(text -> {
                String reduced = Word.forms(gist.of(words.in(text)));
                if (!reduced.isEmpty()) {
                    more.putIfAbsent(reduced, text);
                }
            });
            said.put(type, more);
        });
    }

    /** The same values in sentences that are reduced to what they are about. */
    OwnValues reduced(Words words, Gist gist) {
        return new OwnValues(this, words, gist);
    }

    private void add(String text, List<Word> words, Map<String, String> values) {
        mostWords = Math.max(mostWords, words.size());
        values.put(Word.forms(words), text);
    }

    /** The most words that anything but a name has. */
    int mostWords() {
        return mostWords;
    }

    /** Whether anything at all may be said in a slot of a type. */
    boolean isAnything(String type) {
        return !type.equals(NUMBER) && !type.equals(ORDINAL) && !said.containsKey(type);
    }

    /** What words mean in a slot of a type; nothing if they mean nothing there. */
    Optional<String> valueOf(String type, List<Word> words) {
        Map<String, String> values = said.get(type);
        if (values != null) {
            return Optional.ofNullable(values.get(Word.forms(words)));
        }
        return switch (type) {
            case NUMBER -> numbers.cardinal(words);
            case ORDINAL -> numbers.ordinal(words);
            default -> Optional.of(Word.written(words));
        };
    }

    /**
     * A value that is said before or behind a question.
     *
     * @param rest the words of the question, at least one
     */
    record Aside(String type, String value, List<Word> rest) {}

    /** The values of the skill's own types at the ends of a sentence, the longest first. */
    List<Aside> beside(List<Word> words) {
        List<Aside> asides = new ArrayList<>();
        for (String type : said.keySet()) {
            for (int count = Math.min(mostWords, words.size() - 1); count > 0; count--) {
                int start = words.size() - count;
                List<Word> behind = words.subList(0, start);
                List<Word> before = words.subList(count, words.size());
                valueOf(type, words.subList(start, words.size()))
                        .ifPresent(value -> asides.add(new Aside(type, value, behind)));
                valueOf(type, words.subList(0, count)).ifPresent(value -> asides.add(new Aside(type, value, before)));
            }
        }
        return asides;
    }
}
