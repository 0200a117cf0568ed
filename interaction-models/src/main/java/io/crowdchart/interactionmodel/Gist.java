package io.crowdchart.interactionmodel;

import java.util.ArrayList;
import java.util.List;

/** What a question is about: its words without the light ones, every word that asks for a thing the same. Immutable. */
final class Gist {

    private final PhraseSet light;
    private final PhraseSet questionWords;
    private final String anyQuestionWord;

    Gist(Words words, Phrases phrases) {
        this.light = PhraseSet.of(words, phrases.light());
        this.questionWords = PhraseSet.of(words, phrases.questionWords());
        this.anyQuestionWord = phrases.questionWords().stream().findFirst().orElse("");
    }

    List<Word> of(List<Word> words) {
        List<Word> gist = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            List<Word> rest = words.subList(at, words.size());
            int skipped = light.leading(rest);
            int asking = questionWords.leading(rest);
            Word word = words.get(at);
            if (asking >= Math.max(skipped, 1)) {
                gist.add(new Word(anyQuestionWord, word.written(), word.spaced()));
            } else if (skipped == 0) {
                gist.add(word);
            }
            at += Math.max(1, Math.max(asking, skipped));
        }
        return gist;
    }
}
