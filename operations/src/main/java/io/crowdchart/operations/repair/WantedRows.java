package io.crowdchart.operations.repair;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.audit.Audit;
import io.crowdchart.operations.audit.Difference;
import io.crowdchart.operations.audit.Difference.Row;
import io.crowdchart.operations.count.Line;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.ranking.RankingRows;
import io.crowdchart.operations.ranking.RowBytes;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The rows that put an end to differences.
 *
 * @param records the rows, in the order of the differences; a null value removes one
 * @param doubtful how many rows are left as they are: the votes that they show more than are counted may be those of posts that
 *     can no longer be read
 */
record WantedRows(List<ProducerRecord<byte[], byte[]>> records, int doubtful) {

    /** The rows as they should be now, as far as the audit has read. */
    static WantedRows of(List<Difference> differences, Audit audit) {
        return of(differences, audit.recount(), audit.rows());
    }

    static WantedRows of(List<Difference> differences, Recount recount, RankingRows rows) {
        List<Row> all = differences.stream()
                .flatMap(difference -> difference.row().stream())
                .toList();
        List<Row> certain = recount.unreadable() == 0
                ? all
                : all.stream().filter(row -> !isDoubtful(row, recount, rows)).toList();
        return new WantedRows(certain.stream().map(row -> record(row, recount)).toList(), all.size() - certain.size());
    }

    /** Whether the posts that can no longer be read may be what a row shows more than is counted. */
    private static boolean isDoubtful(Row row, Recount recount, RankingRows rows) {
        return row instanceof Row.Votes votes
                && rows.votes(votes.line())
                        .flatMap(RankingRows.Votes::number)
                        .map(shown -> shown - recount.votes(votes.line()))
                        .filter(more -> more > 0 && more <= recount.unreadable())
                        .isPresent();
    }

    private static ProducerRecord<byte[], byte[]> record(Row row, Recount recount) {
        if (row instanceof Row.Votes votes) {
            Line line = votes.line();
            long now = recount.votes(line);
            return new ProducerRecord<>(
                    line.ranking().topicName(), RowBytes.key(line), now == 0 ? null : RowBytes.votes(now));
        }
        if (row instanceof Row.Title title) {
            Optional<String> named = recount.title(title.song());
            return new ProducerRecord<>(
                    Topic.SONG_TITLES.topicName(),
                    RowBytes.titleKey(title.song()),
                    named.map(RowBytes::title).orElse(null));
        }
        Row.Strange strange = (Row.Strange) row;
        return new ProducerRecord<>(strange.topic(), strange.key().get(), null);
    }
}
