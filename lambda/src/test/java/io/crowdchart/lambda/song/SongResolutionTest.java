package io.crowdchart.lambda.song;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.song.SongKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SongResolutionTest {

    private static final Path TABLE = Path.of("src/test/resources/io/crowdchart/lambda/song/resolution.md");

    @Test
    void at_least_95_of_100_are_understood_and_not_1_of_100_is_another_song_without_a_question() throws IOException {
        ResolutionTable table = new ResolutionTable();
        if (Boolean.getBoolean("write.docs")) {
            Files.writeString(TABLE, table.written());
        }

        assertThat(table.charted()).allSatisfy(score -> {
            assertThat(score.right()).as(score.name()).isGreaterThanOrEqualTo(0.95);
            assertThat(score.wronglyNamed()).as(score.name()).isLessThanOrEqualTo(0.01);
        });
        assertThat(table.heldBackByHand().right()).isGreaterThanOrEqualTo(0.90);
        assertThat(table.heldBackByHand().wronglyNamed()).isLessThanOrEqualTo(0.01);
        assertThat(table.absent())
                .allSatisfy(score ->
                        assertThat(score.wronglyNamed()).as(score.name()).isLessThanOrEqualTo(0.01));
        assertThat(TABLE)
                .as("the table is generated; write it anew with: " + ResolutionTable.COMMAND)
                .exists()
                .hasContent(table.written());
    }

    @Test
    void what_is_heard_by_hand_is_enough_and_means_what_the_chart_has() {
        ChartedTitles titles = new ChartedTitles();
        List<Utterance> meant = Utterances.byHand();
        List<Utterance> absent = Utterances.absent();

        assertThat(meant).hasSizeGreaterThanOrEqualTo(200).allSatisfy(utterance -> {
            String key = utterance.meant().orElseThrow();
            assertThat(titles.has(key)).as(utterance.heard()).isTrue();
            String heard = SongKey.of(utterance.heard());
            assertThat(heard.equals(key) || !titles.has(heard))
                    .as(utterance.heard())
                    .isTrue();
            assertThat(utterance.kind()).isNotBlank();
        });
        assertThat(absent)
                .hasSizeGreaterThanOrEqualTo(200)
                .allSatisfy(utterance -> assertThat(titles.has(SongKey.of(utterance.heard())))
                        .as(utterance.heard())
                        .isFalse());
    }

    @Test
    void each_pair_by_hand_names_its_source() {
        assertThat(Utterances.sourcesOfThoseByHand())
                .hasSameSizeAs(Utterances.byHand())
                .containsOnly("title", "form", "habit", "ear");
    }
}
