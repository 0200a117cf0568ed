package io.crowdchart.interactionmodel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What English speakers say to Alexa herself: how they call a skill, her own intents, and words that mean nothing more. */
final class EnglishPhrases {

    static final Map<String, List<String>> BUILT_IN = Map.ofEntries(
            Map.entry(
                    "AMAZON.HelpIntent",
                    List.of(
                            "help",
                            "help me",
                            "i need help",
                            "can you help me",
                            "what can you do",
                            "what can i say",
                            "what can i ask",
                            "what can i ask you",
                            "how does this work")),
            Map.entry(
                    "AMAZON.StopIntent",
                    List.of(
                            "stop",
                            "off",
                            "shut up",
                            "exit",
                            "bye",
                            "goodbye",
                            "that is all",
                            "that is it",
                            "i am done")),
            Map.entry("AMAZON.CancelIntent", List.of("cancel", "never mind", "nevermind", "forget it")),
            Map.entry(
                    "AMAZON.NavigateHomeIntent",
                    List.of("home", "go home", "go to home", "home screen", "go to the home screen")),
            Map.entry("AMAZON.YesIntent", List.of("yes", "yes please", "yeah", "yep", "sure", "ok", "okay")),
            Map.entry("AMAZON.NoIntent", List.of("no", "no thanks", "no thank you", "nope", "nothing", "not now")),
            Map.entry(
                    "AMAZON.NextIntent",
                    List.of(
                            "next",
                            "next page",
                            "the next ones",
                            "go on",
                            "keep going",
                            "continue",
                            "and then",
                            "what is next")),
            Map.entry(
                    "AMAZON.MoreIntent",
                    List.of("more", "more songs", "tell me more", "read more", "show more", "and more")),
            Map.entry(
                    "AMAZON.PreviousIntent",
                    List.of("previous", "back", "go back", "previous page", "the previous ones", "the ones before")),
            Map.entry(
                    "AMAZON.RepeatIntent",
                    List.of(
                            "repeat",
                            "repeat that",
                            "again",
                            "say that again",
                            "once more",
                            "pardon",
                            "what did you say")));

    /** Before anything. */
    static final List<String> WAKE = List.of("alexa");

    /** Before the name of the skill. */
    static final List<String> LAUNCH = List.of(
            "open", "launch", "start", "begin", "load", "run", "use", "resume", "ask", "tell", "talk to", "speak to");

    /** Between the name of the skill and the question. */
    static final Set<String> BEFORE_QUESTION = Set.of("for", "about", "to", "and", "if", "whether");

    /** Between the question and the name of the skill. */
    static final Set<String> AFTER_QUESTION = Set.of("on", "from", "in", "with", "using");

    static final List<String> POLITE_BEFORE = List.of(
            "alexa",
            "hey",
            "ok",
            "okay",
            "so",
            "and",
            "well",
            "now",
            "um",
            "please",
            "can you",
            "could you",
            "would you",
            "tell me",
            "show me",
            "say");

    static final List<String> POLITE_AFTER =
            List.of("please", "alexa", "right now", "now", "then", "today", "for me", "thanks", "thank you");

    /** Words without which a question is still the same. */
    private static final Set<String> LIGHT = Set.of(
            "the",
            "a",
            "an",
            "this",
            "these",
            "those",
            "that",
            "is",
            "are",
            "was",
            "be",
            "in",
            "on",
            "at",
            "still",
            "just",
            "really",
            "me",
            "us",
            "so",
            "and",
            "then",
            "out",
            "there",
            "total",
            "now",
            "right",
            "today",
            "currently",
            "please",
            "i",
            "can",
            "could",
            "would",
            "like",
            "want",
            "to",
            "have",
            "hear",
            "know",
            "give",
            "read",
            "list",
            "name",
            "let");

    private static final Set<String> QUESTION_WORDS = Set.of("what", "which", "who");

    private EnglishPhrases() {}

    /** What a question is about: its words without the light ones, every word that asks for a thing the same. */
    static List<Word> gist(List<Word> words) {
        return words.stream()
                .filter(word -> !LIGHT.contains(word.form()))
                .map(word -> QUESTION_WORDS.contains(word.form()) ? new Word("what", word.written()) : word)
                .toList();
    }
}
