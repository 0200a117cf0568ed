package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.Stretch;
import io.crowdchart.connect.chart.topics.TopicRead;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Topics of one partition each and the positions of a group in them, in memory: records come, are compacted, old null values
 * go, topics are deleted, made anew, cut and cleared.
 */
final class SimulatedTopics implements ChartTopics {

    /** One topic. */
    static final class Log {

        private final String id;
        private final List<SinkRecord> records = new ArrayList<>();
        private final Map<Long, Instant> written = new HashMap<>();
        private long start;
        private long end;

        private Log(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }

        long start() {
            return start;
        }

        long end() {
            return end;
        }

        List<SinkRecord> records() {
            return List.copyOf(records);
        }

        private Instant writtenAt(SinkRecord record) {
            return written.getOrDefault(record.kafkaOffset(), Instant.MAX);
        }

        Position last() {
            return new Position(id, end);
        }
    }

    private final TestClock clock;
    private final Duration tombstonesStay;
    private final Map<TopicPart, Log> logs = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final List<Question> open = new ArrayList<>();
    private boolean unavailable;
    private boolean slow;
    private boolean unreadable;
    private int reads;
    private int recordsPerRead = Integer.MAX_VALUE;
    private int ids;

    private record Question(CompletableFuture<TopicsNow> answer, TopicsNow early) {}

    SimulatedTopics(TestClock clock, Duration tombstonesStay, TopicPart... parts) {
        this.clock = clock;
        this.tombstonesStay = tombstonesStay;
        for (TopicPart part : parts) {
            makeAnew(part);
        }
    }

    Log log(TopicPart part) {
        return Objects.requireNonNull(logs.get(part), () -> "there is no " + part);
    }

    Set<TopicPart> parts() {
        return Set.copyOf(logs.keySet());
    }

    Map<TopicPartition, OffsetAndMetadata> committed() {
        return committed;
    }

    long committed(TopicPart part) {
        return Optional.ofNullable(committed.get(Records.partition(part)))
                .map(OffsetAndMetadata::offset)
                .orElse(0L);
    }

    /** Whether questions fail. */
    void setUnavailable(boolean unavailable) {
        this.unavailable = unavailable;
    }

    /** Whether answers wait for {@link #answer}. */
    void setSlow(boolean slow) {
        this.slow = slow;
    }

    /** Whether no reading can be begun, though questions are answered. */
    void setUnreadable(boolean unreadable) {
        this.unreadable = unreadable;
    }

    /** How often records were read directly. */
    int reads() {
        return reads;
    }

    void setRecordsPerRead(int records) {
        recordsPerRead = records;
    }

    SinkRecord append(TopicPart part, LongFunction<SinkRecord> record) {
        return append(part, 0, record);
    }

    /** A record behind a gap, as transactions leave it. */
    SinkRecord append(TopicPart part, int gap, LongFunction<SinkRecord> record) {
        Log log = log(part);
        SinkRecord appended = record.apply(log.end + gap);
        log.records.add(appended);
        log.written.put(appended.kafkaOffset(), clock.instant());
        log.end = appended.kafkaOffset() + 1;
        return appended;
    }

    /** The mark of a transaction. */
    void appendMark(TopicPart part) {
        log(part).end++;
    }

    void makeAnew(TopicPart part) {
        logs.put(part, new Log("id-" + ++ids));
        deleted.remove(part.topic());
    }

    void delete(TopicPart part) {
        makeAnew(part);
        deleted.add(part.topic());
    }

    /** Loses its end, as after a leader was elected that had not all. */
    void cut(TopicPart part, long end) {
        Log log = log(part);
        log.records.removeIf(record -> record.kafkaOffset() >= end);
        log.end = end;
    }

    void deleteBefore(TopicPart part, long start) {
        Log log = log(part);
        log.records.removeIf(record -> record.kafkaOffset() < start);
        log.start = start;
    }

    /** Of every key only the newest record stays; null values only for their time. The last record always stays. */
    void compact(TopicPart part) {
        Log log = log(part);
        Map<String, Long> newest = new HashMap<>();
        log.records.forEach(record -> newest.put(key(record), record.kafkaOffset()));
        Instant old = clock.instant().minus(tombstonesStay);
        log.records.removeIf(record -> record.kafkaOffset() < log.end - 1
                && (!Objects.equals(newest.get(key(record)), record.kafkaOffset())
                        || (record.value() == null && log.writtenAt(record).isBefore(old))));
    }

    private static String key(SinkRecord record) {
        return new String((byte[]) record.key(), StandardCharsets.UTF_8);
    }

    /** What was asked is not answered in time. */
    void timeOut() {
        List<Question> now = List.copyOf(open);
        open.clear();
        now.forEach(question -> question.answer.completeExceptionally(
                new TopicsUnavailableException("told not to answer", new IllegalStateException())));
    }

    /** Answers what was asked: as it was then, or as it is now. */
    void answer(boolean late) {
        List<Question> now = List.copyOf(open);
        open.clear();
        now.forEach(question -> question.answer.complete(late ? now(question.early.askedAt()) : question.early));
    }

    @Override
    public CompletableFuture<TopicsNow> ask() {
        if (unavailable) {
            return CompletableFuture.failedFuture(
                    new TopicsUnavailableException("told to be unavailable", new IllegalStateException()));
        }
        TopicsNow now = now(clock.instant());
        if (!slow) {
            return CompletableFuture.completedFuture(now);
        }
        CompletableFuture<TopicsNow> answer = new CompletableFuture<>();
        open.add(new Question(answer, now));
        return answer;
    }

    private TopicsNow now(Instant askedAt) {
        Map<TopicPart, PartNow> parts = new HashMap<>();
        logs.forEach((part, log) -> {
            if (!deleted.contains(part.topic())) {
                parts.put(part, new PartNow(log.id, log.start, log.end, tombstonesStay));
            }
        });
        Map<TopicPart, Position> known = new HashMap<>();
        committed.forEach((partition, offset) ->
                known.put(Records.part(partition), new Position(offset.metadata(), offset.offset())));
        return new TopicsNow(askedAt, parts, deleted, known);
    }

    @Override
    public TopicRead read(Map<TopicPart, Stretch> stretches) {
        reads++;
        if (unreadable) {
            throw new TopicsUnavailableException("told to be unreadable", new IllegalStateException());
        }
        return new Read(stretches);
    }

    @Override
    public void close() {}

    private final class Read implements TopicRead {

        private final Map<TopicPart, Stretch> left;
        private long passed;

        Read(Map<TopicPart, Stretch> stretches) {
            left = new LinkedHashMap<>(stretches);
        }

        @Override
        public List<SinkRecord> next(Duration patience) {
            clock.advance(Duration.ofMillis(150));
            List<SinkRecord> next = new ArrayList<>();
            for (Map.Entry<TopicPart, Stretch> entry : List.copyOf(left.entrySet())) {
                TopicPart part = entry.getKey();
                Stretch stretch = entry.getValue();
                Log log = log(part);
                if (unavailable || stretch.from() < log.start || stretch.from() > log.end) {
                    throw new TopicsUnavailableException("nothing there", new IllegalStateException());
                }
                List<SinkRecord> some = log.records.stream()
                        .filter(record -> record.kafkaOffset() >= stretch.from())
                        .limit(recordsPerRead)
                        .toList();
                some.stream()
                        .filter(record -> record.kafkaOffset() < stretch.to())
                        .forEach(next::add);
                long reached = some.size() < recordsPerRead
                        ? log.end
                        : some.get(some.size() - 1).kafkaOffset() + 1;
                passed += reached - stretch.from();
                if (reached >= stretch.to()) {
                    left.remove(part);
                } else {
                    left.put(part, new Stretch(reached, stretch.to()));
                }
            }
            return next;
        }

        @Override
        public boolean isDone() {
            return left.isEmpty();
        }

        @Override
        public long reached() {
            return passed;
        }

        @Override
        public void close() {}
    }
}
