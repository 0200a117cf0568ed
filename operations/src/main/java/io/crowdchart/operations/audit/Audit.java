package io.crowdchart.operations.audit;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.audit.CacheComparison.CacheContent;
import io.crowdchart.operations.command.Pause;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.kafka.KafkaClients;
import io.crowdchart.operations.kafka.TopicReader;
import io.crowdchart.operations.ranking.RankingRows;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

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
    private final CacheLooks cache;
    private final Screen screen;
    private final Clock clock;
    private boolean begun;

    /**
     * An audit that has read nothing yet.
     *
     * @param cache where the charts are; closed with the audit; empty: only the topics are compared
     */
    public Audit(KafkaClients clients, Optional<ChartInspection> cache, Screen screen, Clock clock) {
        this.cache = new CacheLooks(cache, screen);
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
     * The differences that last: what is found must be none of the votes that there were within the patience.
     *
     * @param patience how long a difference has to stay the same to be one; longer than a vote needs for its way
     * @return none if all is as the votes say. If they do not come to rest within six times the patience, those in places that
     *     differed for the whole of the last patience
     */
    public List<Difference> lastingDifferences(Duration patience) throws InterruptedException {
        begin();
        Lasting lasting = new Lasting();
        long start = System.nanoTime();
        int told = 0;
        while (true) {
            long before = System.nanoTime();
            CacheLooks.Look look = cache.look(patience.multipliedBy(LONGEST));
            if (look.waited()) {
                lasting.forget();
                start = System.nanoTime();
            }
            List<Difference> found = compared(look.content(), before - patience.toNanos());
            long now = System.nanoTime();
            lasting.look(found, now);
            if (lasting.isAllSameSince(now - patience.toNanos())) {
                return found;
            }
            if (now - start > LONGEST * patience.toNanos()) {
                return lasting.since(now - patience.toNanos());
            }
            if (found.size() != told) {
                screen.progress(Difference.number(found.size()) + "; looking again, as votes may be on their way");
                told = found.size();
            }
            Pause.SLEEP.pause(PAUSE.compareTo(patience) < 0 ? PAUSE : patience.dividedBy(2));
        }
    }

    /**
     * Those of some differences in the topics that are still there, whether or not they look the same.
     *
     * @param patience as for {@link #lastingDifferences}
     */
    public List<Difference> remaining(List<Difference> differences, Duration patience) {
        Set<String> places = differences.stream().map(Difference::where).collect(Collectors.toSet());
        begin();
        return compared(Optional.empty(), System.nanoTime() - patience.toNanos()).stream()
                .filter(difference -> places.contains(difference.where()))
                .toList();
    }

    /** What the votes say, as far as they have been read. */
    public Recount recount() {
        return recount;
    }

    /** What the topics say, as far as they have been read. */
    public RankingRows rows() {
        return rows;
    }

    /** How far the topics have been read. The votes have been read at least as far as those that made what was read. */
    public Map<TopicPartition, Long> positions() {
        return rankings.positions();
    }

    /** How long the end of a rebuild was waited for before the cache was left out; empty: it was compared. */
    public Optional<Duration> waitedForRebuildInVain() {
        return cache.waitedInVain();
    }

    @Override
    public void close() {
        votes.close();
        rankings.close();
        cache.close();
    }

    /** The first reading takes long; what there was before is of no use. */
    private void begin() {
        if (!begun) {
            countVotes();
            begun = true;
        }
    }

    private List<Difference> compared(Optional<CacheContent> content, long oldest) {
        rankings.readOn(new Progress(
                "reading the rankings",
                record -> rows.add(Topic.named(record.topic()), record.key(), record.value())));
        recount.remember(System.nanoTime(), oldest);
        countVotes();
        List<Difference> found = new ArrayList<>(RankingComparison.differences(rows, recount));
        content.ifPresent(read -> found.addAll(CacheComparison.differences(read, recount, rows, clock.instant())));
        return found;
    }

    private void countVotes() {
        votes.readOn(new Progress(
                "counting votes", record -> recount.add(record.partition(), record.key(), record.value())));
    }

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
