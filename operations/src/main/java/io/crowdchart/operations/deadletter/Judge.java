package io.crowdchart.operations.deadletter;

import io.crowdchart.model.topic.Topic;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may be done with letters. A row may be given back only while it is the newest of its key: that is, while it
 * still lies at its place, and nothing of the same key behind it. A record that has left its place was replaced by a newer
 * one, even if that one, a removal, is gone by now. A removal itself leaves by and by, and may be given back as long as
 * nothing of its key is there.
 */
final class Judge {

    private static final Set<String> ROWS = Arrays.stream(Topic.values())
            .filter(topic -> topic.cleanup() == Topic.Cleanup.COMPACT)
            .map(Topic::topicName)
            .collect(Collectors.toSet());

    private Judge() {}

    /** The topics whose partitions have to be known. */
    static Set<String> topics(Collection<DeadLetter> letters) {
        return letters.stream()
                .flatMap(letter -> row(letter).stream())
                .map(row -> row.partition().topic())
                .collect(Collectors.toSet());
    }

    /**
     * The rows whose newest records have to be known.
     *
     * @param there the partitions that there are
     */
    static Set<RowKey> rows(Collection<DeadLetter> letters, Set<TopicPartition> there) {
        return letters.stream()
                .flatMap(letter -> row(letter).stream())
                .filter(row -> there.contains(row.partition()))
                .collect(Collectors.toSet());
    }

    /**
     * The fates of letters.
     *
     * @param there the partitions that there are
     * @param newest gives the newest record of a row
     */
    static Map<DeadLetter, Fate> fates(
            List<DeadLetter> letters,
            Set<TopicPartition> there,
            Function<RowKey, Optional<ConsumerRecord<byte[], byte[]>>> newest) {
        Set<Place> sources = new HashSet<>();
        Map<DeadLetter, Fate> fates = new LinkedHashMap<>();
        for (DeadLetter letter : letters) {
            Fate fate = fate(letter, there, newest);
            boolean repeated =
                    fate == Fate.REPLAY && !letter.source().map(sources::add).orElse(true);
            fates.put(letter, repeated ? Fate.REPEATED : fate);
        }
        return fates;
    }

    private static Fate fate(
            DeadLetter letter,
            Set<TopicPartition> there,
            Function<RowKey, Optional<ConsumerRecord<byte[], byte[]>>> newest) {
        if (letter.source().isEmpty()) {
            return Fate.NO_SOURCE;
        }
        Place source = letter.source().get();
        if (!ROWS.contains(source.topic())) {
            return Fate.FOREIGN;
        }
        if (!letter.whole()) {
            return Fate.CUT;
        }
        return row(letter)
                .map(row -> there.contains(row.partition())
                        ? fate(letter, source, newest.apply(row).orElse(null))
                        : Fate.NO_PARTITION)
                .orElse(Fate.NO_KEY);
    }

    private static Fate fate(DeadLetter letter, Place source, @Nullable ConsumerRecord<byte[], byte[]> newest) {
        byte @Nullable [] value = letter.record().value();
        if (newest == null) {
            return value == null ? Fate.REPLAY : Fate.GONE;
        }
        if (newest.offset() > source.offset()) {
            return Fate.SUPERSEDED;
        }
        boolean same = newest.offset() == source.offset() && Arrays.equals(newest.value(), value);
        return same ? Fate.REPLAY : Fate.GONE;
    }

    /** The row of a letter; nothing if it can be none. */
    private static Optional<RowKey> row(DeadLetter letter) {
        byte @Nullable [] key = letter.record().key();
        return key == null || !letter.whole()
                ? Optional.empty()
                : letter.source()
                        .filter(source -> ROWS.contains(source.topic()))
                        .map(source -> RowKey.of(source.topicPartition(), key));
    }
}
