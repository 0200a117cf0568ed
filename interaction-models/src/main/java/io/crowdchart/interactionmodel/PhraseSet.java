package io.crowdchart.interactionmodel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Phrases to be found at an end of what is said; the longest first. Immutable. */
final class PhraseSet {

    private final List<List<String>> phrases;

    private PhraseSet(List<List<String>> phrases) {
        this.phrases = phrases;
    }

    static PhraseSet of(Words words, Collection<String> phrases) {
        return new PhraseSet(phrases.stream()
                .map(phrase -> words.in(phrase).stream().map(Word::form).toList())
                .filter(phrase -> !phrase.isEmpty())
                .sorted(Comparator.comparingInt((List<String> phrase) -> phrase.size())
                        .reversed())
                .toList());
    }

    /** How many words at the beginning are a phrase; 0 if none are. */
    int leading(List<Word> words) {
        return phrases.stream()
                .filter(phrase -> stands(phrase, words, 0))
                .mapToInt(List::size)
                .findFirst()
                .orElse(0);
    }

    /** How many words at the end are a phrase; 0 if none are. */
    int trailing(List<Word> words) {
        return phrases.stream()
                .filter(phrase -> stands(phrase, words, words.size() - phrase.size()))
                .mapToInt(List::size)
                .findFirst()
                .orElse(0);
    }

    /** The words behind all phrases at the beginning; never none. */
    List<Word> cutBefore(List<Word> words) {
        List<Word> rest = words;
        int count = leading(rest);
        while (count > 0 && count < rest.size()) {
            rest = rest.subList(count, rest.size());
            count = leading(rest);
        }
        return rest;
    }

    /** The words before all phrases at the end; never none. */
    List<Word> cutAfter(List<Word> words) {
        List<Word> rest = words;
        int count = trailing(rest);
        while (count > 0 && count < rest.size()) {
            rest = rest.subList(0, rest.size() - count);
            count = trailing(rest);
        }
        return rest;
    }

    private static boolean stands(List<String> phrase, List<Word> words, int from) {
        if (from < 0 || from + phrase.size() > words.size()) {
            return false;
        }
        for (int at = 0; at < phrase.size(); at++) {
            if (!phrase.get(at).equals(words.get(from + at).form())) {
                return false;
            }
        }
        return true;
    }
}
