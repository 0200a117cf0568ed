package io.crowdchart.operations.deadletter;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that a step put aside. Its text says nothing of what is in it.
 *
 * @param place where it lies now
 * @param at the time of the record
 * @param source where it comes from; empty: its headers do not say it
 * @param reason why it was put aside; with a number of ours taken out, so that equal reasons are equal
 * @param whole whether all of its key and value was kept
 * @param record the record as it lies there
 */
public record DeadLetter(
        Place place,
        Instant at,
        Optional<Place> source,
        String reason,
        boolean whole,
        ConsumerRecord<byte[], byte[]> record) {

    /** Reads what the headers say. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new LetterHeaders(record.headers());
        return new DeadLetter(
                new Place(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                headers.source(),
                headers.reason(),
                headers.isWhole(),
                record);
    }

    /**
     * The record as it was before.
     *
     * @param to its source
     */
    ProducerRecord<byte[], byte[]> original(Place to) {
        var original =
                new ProducerRecord<byte[], byte[]>(to.topic(), to.partition(), null, record.key(), record.value());
        record.headers().forEach(header -> {
            if (!LetterHeaders.isOfLetter(header.key())) {
                original.headers().add(header);
            }
        });
        return original;
    }

    @Override
    public String toString() {
        return place + " from " + source.map(Place::toString).orElse("an unknown place") + ": " + reason;
    }
}
