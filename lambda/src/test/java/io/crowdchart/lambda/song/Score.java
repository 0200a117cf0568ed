package io.crowdchart.lambda.song;

import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.function.Predicate;

/** How many utterances had which outcome. */
final class Score {

    int named;
    int asked;
    int wronglyNamed;
    int askedForOthers;
    int told;
    final List<String> wrong = new java.util.ArrayList<>();
    final List<String> missed = new java.util.ArrayList<>();

    void count(Utterance utterance, Resolution resolution) {
        String line = utterance.kind() + ": '" + utterance.heard() + "' meant "
                + utterance.meant().orElse("-") + " -> " + resolution;
        Predicate<Song> meant =
                song -> utterance.meant().filter(song.key()::equals).isPresent();
        if (resolution instanceof Resolution.Certain certain) {
            if (meant.test(certain.song())) {
                named++;
            } else {
                wronglyNamed++;
                wrong.add(line);
            }
        } else if (resolution instanceof Resolution.Question question) {
            if (meant.test(question.probable())
                    || question.other().filter(meant).isPresent()) {
                asked++;
            } else {
                askedForOthers++;
                missed.add(line);
            }
        } else {
            told++;
            missed.add(line);
        }
    }

    int all() {
        return named + asked + wronglyNamed + askedForOthers + told;
    }
}
