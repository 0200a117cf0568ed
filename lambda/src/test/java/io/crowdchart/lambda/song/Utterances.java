package io.crowdchart.lambda.song;

import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.SongKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** What people are heard saying about the songs of a chart. */
final class Utterances {

    private Utterances() {}

    /** One for each song, by a rule that is drawn by lot. What is another charted title to the letter is none. */
    static List<Utterance> byRule(ChartedTitles titles, long seed) {
        Random random = new Random(seed);
        List<Utterance> utterances = new ArrayList<>();
        for (SongVotes song : titles.inOrder()) {
            List<Slip> slips = new ArrayList<>(List.of(Slip.values()));
            Collections.shuffle(slips, random);
            slips.stream()
                    .flatMap(slip -> slipped(titles, song, slip, random).stream())
                    .findFirst()
                    .ifPresent(utterances::add);
        }
        return utterances;
    }

    private static Optional<Utterance> slipped(ChartedTitles titles, SongVotes song, Slip slip, Random random) {
        String key = song.song().key();
        return slip.of(List.of(key.split(" ", -1)), titles.artist(song.song()), random)
                .filter(heard -> !titles.has(SongKey.of(heard)))
                .map(heard -> new Utterance(heard, Locale.US, Optional.of(key), slip.name()));
    }

    /** Those written by hand, of songs that are in the chart. */
    static List<Utterance> byHand() {
        return lines("heard-and-meant.txt")
                .map(fields -> new Utterance(
                        fields[0], Locale.forLanguageTag(fields[1]), Optional.of(SongKey.of(fields[2])), fields[3]))
                .toList();
    }

    /** Those written by hand, of songs that are not in the chart. */
    static List<Utterance> absent() {
        return lines("heard-and-absent.txt")
                .map(fields -> new Utterance(fields[0], Locale.forLanguageTag(fields[1]), Optional.empty(), fields[2]))
                .toList();
    }

    /** What the pairs were made from, in their order; the head of the file says what each of them is. */
    static List<String> sourcesOfThoseByHand() {
        return lines("heard-and-meant.txt").map(fields -> fields[4]).toList();
    }

    private static Stream<String[]> lines(String file) {
        return ChartedTitles.lines(file).stream()
                .filter(line -> !line.startsWith("# "))
                .map(line -> line.split("\\|", -1));
    }

    /** Every third. */
    static List<Utterance> heldBack(List<Utterance> utterances) {
        return part(utterances, true);
    }

    /** All but every third. */
    static List<Utterance> tunedOn(List<Utterance> utterances) {
        return part(utterances, false);
    }

    private static List<Utterance> part(List<Utterance> utterances, boolean held) {
        List<Utterance> part = new ArrayList<>();
        for (int at = 0; at < utterances.size(); at++) {
            if ((at % 3 == 2) == held) {
                part.add(utterances.get(at));
            }
        }
        return part;
    }
}
