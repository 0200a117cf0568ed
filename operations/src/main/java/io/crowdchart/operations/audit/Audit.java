package io.crowdchart.operations.audit;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.audit.CacheComparison.CacheContent;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.count.Count;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.kafka.KafkaClients;
import io.crowdchart.operations.kafka.TopicReader;
import io.crowdchart.operations.ranking.RankingRows;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Compares the ranking topics, and the cache, with the votes, as often as it is asked to. It only reads. One thread at a
 * time.
 */
public final class Audit implements AutoCloseable {

    /** How many times its patience an audit may take to see differences come to rest. */
    private static final int LONGEST = 6;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Recount recount = new Recount();
    private final RankingRows rows = new RankingRows();
    private final TopicReader votes;
    private final TopicReader rankings;
    private final Optional<ChartInspection> cache;
    private final Screen screen;
    private final Clock clock;

    /**
     * An audit that has read nothing yet.
     *
     * @param cache where the charts are; closed with the audit; empty: only the topics are compared
     */
    public Audit(KafkaClients clients, Optional<ChartInspection> cache, Screen screen, Clock clock) {
        this.cache = cache;
        this.screen = screen;
        this.clock = clock;
        this.votes = new TopicReader(clients, List.of(Topic.VOTES));
        try {
            this.rankings = new TopicReader(clients, RankingRows.TOPICS);
        } catch (RuntimeException e) {
            votes.close();
            throw e;
        }
    }

    /**
     * The differences that last.
     *
     * @param patience how long a difference has to stay the same to be one; longer than a vote needs for its way
     * @return none if all is as the votes say; those that never came to rest within six times the patience are among them
     */
    public List<Difference> lastingDifferences(Duration patience) throws InterruptedException {
        countVotes();
        // The first reading of many votes takes long; from here on two counts are close together.
        Count before = countVotes();
        Map<String, Seen> seen = new HashMap<>();
        long start = System.nanoTime();
        while (true) {
            Optional<CacheContent> content = cache.map(CacheContent::read);
            rankings.readOn(new Progress(
                    "reading the rankings",
                    record -> rows.add(Topic.named(record.topic()), record.key(), record.value())));
            Count after = countVotes();
            List<Difference> found = compared(content, new Between(before, after));
            long now = System.nanoTime();
            seen = stillSeen(seen, found, now);
            boolean allLast =
                    seen.values().stream().allMatch(difference -> now - difference.since() >= patience.toNanos());
            if (allLast || now - start > LONGEST * patience.toNanos()) {
                return found;
            }
            screen.progress(Difference.number(found.size()) + "; looking again, as votes may be on their way");
            before = after;
            TimeUnit.NANOSECONDS.sleep(Math.min(PAUSE.toNanos(), Math.max(1, patience.toNanos() / 2)));
        }
    }

    /** What the votes say, as far as they have been read. */
    public Recount recount() {
        return recount;
    }

    @Override
    public void close() {
        votes.close();
        rankings.close();
        cache.ifPresent(ChartInspection::close);
    }

    private Count countVotes() {
        votes.readOn(new Progress(
                "counting votes", record -> recount.add(record.partition(), record.key(), record.value())));
        return recount.count();
    }

    private List<Difference> compared(Optional<CacheContent> content, Between between) {
        List<Difference> found = new ArrayList<>(RankingComparison.differences(rows, recount, between));
        content.ifPresent(read -> found.addAll(CacheComparison.differences(read, recount, between, clock.instant())));
        return found;
    }

    private static Map<String, Seen> stillSeen(Map<String, Seen> before, List<Difference> found, long now) {
        Map<String, Seen> seen = new HashMap<>();
        for (Difference difference : found) {
            long since = Optional.ofNullable(before.get(difference.where()))
                    .filter(known -> known.difference().isSameAs(difference))
                    .map(Seen::since)
                    .orElse(now);
            seen.put(difference.where(), new Seen(difference, since));
        }
        return seen;
    }

    /** A difference, and since when it is the same. */
    private record Seen(Difference difference, long since) {}

    /** Hands records on, and shows how far the reading is. */
    private final class Progress implements TopicReader.Visitor {

        private final String step;
        private final Consumer<ConsumerRecord<byte[], byte[]>> records;

        Progress(String step, Consumer<ConsumerRecord<byte[], byte[]>> records) {
            this.step = step;
            this.records = records;
        }

        @Override
        public void visit(ConsumerRecord<byte[], byte[]> record) {
            records.accept(record);
        }

        @Override
        public void passed(long done, long all) {
            screen.progress(step, done, all);
        }
    }
}
