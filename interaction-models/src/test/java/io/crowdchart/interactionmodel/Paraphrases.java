package io.crowdchart.interactionmodel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What people might say that nobody tuned the samples to, in one language.
 *
 * @param said the sentences, with the intents that are meant
 */
record Paraphrases(String language, List<Paraphrase> said) {

    private static final Path RESOURCES = Path.of("src", "test", "resources");

    /** The shares of all languages as a table. */
    static final Path TABLE = RESOURCES.resolve("paraphrases.md");

    record Paraphrase(String intent, String said) {}

    static Paraphrases of(String language) {
        Path file = RESOURCES.resolve(
                language.equals("en") ? Path.of("paraphrases.tsv") : Path.of("paraphrases", language + ".tsv"));
        try {
            return new Paraphrases(
                    language,
                    Files.readString(file)
                            .lines()
                            .map(line -> line.split("\t", -1))
                            .map(line -> new Paraphrase(line[0], line[1]))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("each language has its paraphrases: " + file, e);
        }
    }

    /** What is taken for something else, with what it is taken for. */
    List<String> missedBy(UtteranceMatcher matcher) {
        return said.stream()
                .filter(line -> !meant(matcher, line).equals(line.intent()))
                .map(line -> line.said() + " -> " + meant(matcher, line))
                .toList();
    }

    private static String meant(UtteranceMatcher matcher, Paraphrase line) {
        return matcher.meaningOf(line.said()) instanceof Meaning.Intent intent ? intent.name() : "LaunchRequest";
    }

    /** The table of all languages, as it is kept. */
    static String table() {
        StringBuilder table = new StringBuilder("""
                # Paraphrases understood

                Sentences written apart from the samples, and how many of them the console's matcher understands. Alexa understands more.
                Written by `ParaphrasesTest`.

                | language | paraphrases | understood | share |
                |---|---|---|---|
                """);
        for (String language : Languages.all()) {
            Paraphrases paraphrases = of(language);
            int all = paraphrases.said().size();
            int understood = all
                    - paraphrases
                            .missedBy(new UtteranceMatcher(InteractionModel.of(language)))
                            .size();
            table.append(String.format(
                    Locale.ROOT, "| %s | %d | %d | %d %% |%n", language, all, understood, 100 * understood / all));
        }
        return table.toString();
    }
}
