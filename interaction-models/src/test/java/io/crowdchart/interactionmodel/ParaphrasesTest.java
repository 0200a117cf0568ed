package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.interactionmodel.Paraphrases.Paraphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much the console understands of what nobody tuned the samples to. */
class ParaphrasesTest {

    private static final int FEWEST = 52;

    /** Of a hundred; less would mean that the samples are far from how people talk. */
    private static final int FLOOR = 69;

    private static final String COMMAND = "./mvnw -q -pl interaction-models -am test -Dtest=ParaphrasesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwrite.paraphrases=true";

    @BeforeAll
    static void write_the_table_anew_if_asked_to() throws IOException {
        if (Boolean.getBoolean("write.paraphrases")) {
            Files.writeString(Paraphrases.TABLE, Paraphrases.table());
        }
    }

    static Stream<String> languages() {
        return Languages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void most_paraphrases_are_understood(String language) {
        InteractionModel model = InteractionModel.of(language);
        Paraphrases paraphrases = Paraphrases.of(language);
        int all = paraphrases.said().size();

        List<String> missed = paraphrases.missedBy(new UtteranceMatcher(model));

        System.out.printf("%s: %d of %d paraphrases missed: %s%n", language, missed.size(), all, missed);
        assertThat(all).isGreaterThanOrEqualTo(FEWEST);
        assertThat(100 * (all - missed.size()))
                .as("understood of %d in %s, missed %s", all, language, missed)
                .isGreaterThanOrEqualTo(FLOOR * all);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_paraphrases_are_of_intents_that_there_are_and_apart_from_the_samples(String language) {
        InteractionModel model = InteractionModel.of(language);
        UtteranceMatcher matcher = new UtteranceMatcher(model);
        List<Paraphrase> said = Paraphrases.of(language).said();

        assertThat(said).extracting(Paraphrase::said).doesNotHaveDuplicates();
        assertThat(said).allMatch(line -> model.intent(line.intent()).isPresent());
        assertThat(said.stream().filter(line -> matcher.isSample(line.said())).map(Paraphrase::said))
                .as("paraphrases that are samples as they stand, of %d", said.size())
                .hasSizeLessThanOrEqualTo(said.size() / 3);
    }

    @Test
    void the_table_says_what_is_understood() throws IOException {
        assertThat(Files.readString(Paraphrases.TABLE))
                .as("the table is generated; write it anew with: " + COMMAND)
                .isEqualTo(Paraphrases.table());
    }
}
