package io.crowdchart.interactionmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a skill is called in a language: "open …", "ask … for …", "… on …". Immutable. */
final class Call {

    private static final List<String> WAKE = List.of("alexa", "アレクサ");

    private final PhraseSet wake;
    private final PhraseSet names;
    private final PhraseSet calls;
    private final PhraseSet launchAfter;
    private final PhraseSet beforeQuestion;
    private final PhraseSet politeAfter;
    private final PhraseSet endings;

    Call(String invocationName, Words words, Phrases phrases) {
        List<String> spoken = new ArrayList<>(List.of(invocationName));
        phrases.articles().forEach(article -> spoken.add(article + " " + invocationName));
        this.wake = PhraseSet.of(words, WAKE);
        this.names = PhraseSet.of(words, spoken);
        this.calls = PhraseSet.of(words, joined(phrases.launch(), spoken));
        this.launchAfter = PhraseSet.of(words, phrases.launchAfter());
        this.beforeQuestion = PhraseSet.of(words, phrases.beforeQuestion());
        this.politeAfter = PhraseSet.of(words, phrases.politeAfter());
        this.endings = PhraseSet.of(words, joined(phrases.afterQuestion(), spoken));
    }

    private static List<String> joined(List<String> before, List<String> names) {
        return before.stream()
                .flatMap(text -> names.stream().map(name -> text + " " + name))
                .toList();
    }

    /** The words without Alexa's own name before them. */
    List<Word> withoutWakeWord(List<Word> words) {
        return wake.cutBefore(words);
    }

    /** The question behind a call, without words if there is only the call; nothing if the skill is not called. */
    Optional<List<Word>> questionIn(List<Word> words) {
        int call = calls.leading(words);
        if (call > 0) {
            return Optional.of(linked(behind(launchAfter, words.subList(call, words.size()))));
        }
        int name = names.leading(words);
        if (name == 0) {
            return Optional.empty();
        }
        List<Word> rest = words.subList(name, words.size());
        boolean called = rest.isEmpty() || launchAfter.leading(rest) > 0 || beforeQuestion.leading(rest) > 0;
        return called ? Optional.of(linked(behind(launchAfter, rest))) : Optional.empty();
    }

    private List<Word> linked(List<Word> rest) {
        return politeAfter.leading(rest) == rest.size() ? List.of() : behind(beforeQuestion, rest);
    }

    private static List<Word> behind(PhraseSet phrases, List<Word> words) {
        return words.subList(phrases.leading(words), words.size());
    }

    /** The question in "what's number one on crowd chart". */
    List<Word> withoutSkill(List<Word> words) {
        int ending = endings.trailing(words);
        return ending == 0 || ending == words.size() ? words : words.subList(0, words.size() - ending);
    }
}
