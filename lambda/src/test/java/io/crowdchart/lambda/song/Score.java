package io.crowdchart.lambda.song;

import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** How many of some utterances had which outcome. */
final class Score {

    private final String name;
    private final boolean charted;
    private final List<String> wrong = new ArrayList<>();
    private int named;
    private int asked;
    private int askedForOthers;
    private int unknown;

    private Score(String name, boolean charted) {
        this.name = name;
        this.charted = charted;
    }

    /**
     * The score of some utterances.
     *
     * @param charted whether what was meant is in the chart
     */
    static Score of(
            String name, boolean charted, List<Utterance> utterances, Function<Utterance, Resolution> resolutions) {
        Score score = new Score(name, charted);
        List<Resolution> resolved = utterances.parallelStream().map(resolutions).toList();
        for (int at = 0; at < utterances.size(); at++) {
            score.count(utterances.get(at), resolved.get(at));
        }
        return score;
    }

    private void count(Utterance utterance, Resolution resolution) {
        Predicate<Song> meant =
                song -> utterance.meant().filter(song.key()::equals).isPresent();
        if (resolution instanceof Resolution.Certain certain) {
            if (meant.test(certain.song())) {
                named++;
            } else {
                wrong.add("\"%s\" → %s"
                        .formatted(utterance.heard(), certain.song().title()));
            }
        } else if (resolution instanceof Resolution.Question question) {
            boolean offered = meant.test(question.probable())
                    || question.other().filter(meant).isPresent();
            asked += offered ? 1 : 0;
            askedForOthers += offered ? 0 : 1;
        } else {
            unknown++;
        }
    }

    int all() {
        return named + asked + wrong.size() + askedForOthers + unknown;
    }

    /** The share that was named, or offered in a question; of what is not in the chart, that which was not named. */
    double right() {
        return (double) (charted ? named + asked : all() - wrong.size()) / all();
    }

    /** The share in which another song was named without asking. */
    double wronglyNamed() {
        return (double) wrong.size() / all();
    }

    /** Of the songs that were named or asked for, the share that was right. */
    private double precision() {
        return (double) (named + asked) / (named + asked + wrong.size() + askedForOthers);
    }

    /** Each song that was named and not meant. */
    List<String> wrong() {
        return wrong;
    }

    String name() {
        return name;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %s | %d | %d | %d | %.1f %% | %.2f %% | %s |",
                name,
                all(),
                charted ? named : "–",
                charted ? asked : "–",
                wrong.size(),
                askedForOthers,
                unknown,
                100 * right(),
                100 * wronglyNamed(),
                charted ? String.format(Locale.ROOT, "%.1f %%", 100 * precision()) : "–");
    }
}
