package io.crowdchart.operations.audit;

import io.crowdchart.model.song.SongKey;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.count.Line;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.count.VoteRange;
import io.crowdchart.operations.ranking.RankingRows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;

/** Compares the rows of the ranking topics and of the titles with the votes. */
final class RankingComparison {

    private final RankingRows rows;
    private final Recount recount;
    private final List<Difference> differences = new ArrayList<>();

    private RankingComparison(RankingRows rows, Recount recount) {
        this.rows = rows;
        this.recount = recount;
    }

    static List<Difference> differences(RankingRows rows, Recount recount) {
        RankingComparison comparison = new RankingComparison(rows, recount);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        recount.forEach(this::line);
        rows.forEach((line, row) -> {
            // Lines that the votes know were compared before.
            if (!recount.knows(line)) {
                add(line, row.toString(), VoteRange.NONE);
            }
        });
        RankingRows.RANKINGS.forEach(ranking -> rows.strangeKeys(ranking).forEach(key -> strange(ranking, key)));
    }

    private void line(Line line, VoteRange expected) {
        Optional<RankingRows.Votes> row = rows.votes(line);
        if (!isAsExpected(row, expected)) {
            add(line, row.map(RankingRows.Votes::toString).orElse("no row"), expected);
        }
        if (line.ranking() == Topic.SONG_RANKING && expected.least() > 0) {
            title(line.song());
        }
    }

    private static boolean isAsExpected(Optional<RankingRows.Votes> row, VoteRange expected) {
        return row.isEmpty()
                ? expected.contains(0)
                : row.get()
                        .number()
                        .filter(votes -> votes > 0 && expected.contains(votes))
                        .isPresent();
    }

    private void title(String song) {
        Optional<String> named = recount.title(song);
        Optional<String> shown = rows.title(song);
        boolean missing = shown.isEmpty() && named.isPresent() && !rows.isTitleTakenBack(song);
        boolean foreign = shown.isPresent() && !SongKey.of(shown.get()).equals(song);
        if (missing || foreign) {
            differences.add(new Difference(
                    Topic.SONG_TITLES.topicName() + " '" + song + "'",
                    shown.map(title -> "the title '" + title + "'").orElse("no title"),
                    "a title of this song"
                            + named.map(title -> ", like '" + title + "'").orElse(""),
                    Optional.of(new Difference.Row.Title(song))));
        }
    }

    private void strange(Topic ranking, Bytes key) {
        String text = new String(key.get(), StandardCharsets.UTF_8);
        differences.add(new Difference(
                ranking.topicName() + " " + (text.length() <= 200 ? text : text.substring(0, 200) + "…"),
                "a row whose key KSQL does not write",
                "no row",
                Optional.of(new Difference.Row.Strange(ranking.topicName(), key))));
    }

    private void add(Line line, String found, VoteRange expected) {
        differences.add(new Difference(
                line.ranking().topicName() + " " + line,
                found,
                expected.most() == 0 ? "no row" : expected.toString(),
                Optional.of(new Difference.Row.Votes(line))));
    }
}
