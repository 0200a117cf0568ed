package io.crowdchart.operations.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.ksql.DeadLetters;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Reads letters as both writers of them write. */
class DeadLetterTest {

    private static final String CONNECT = "__connect.errors.";

    @Test
    void a_letter_of_the_sink_says_where_it_comes_from_and_why() {
        var headers = new RecordHeaders();
        headers.add(CONNECT + "topic", "daily_ranking".getBytes(UTF_8));
        headers.add(CONNECT + "partition", "0".getBytes(UTF_8));
        headers.add(CONNECT + "offset", "812".getBytes(UTF_8));
        headers.add(CONNECT + "stage", "TASK_PUT".getBytes(UTF_8));
        headers.add(CONNECT + "exception.class.name", "io.crowdchart.connect.chart.BadRecordException".getBytes(UTF_8));
        headers.add(
                CONNECT + "exception.message",
                "unusable record at offset 812 of daily_ranking-0: expected a day\nand more".getBytes(UTF_8));
        headers.add(CONNECT + "exception.stacktrace", "at ...".getBytes(UTF_8));
        headers.add("own", "header".getBytes(UTF_8));

        DeadLetter letter = DeadLetter.of(record("chart_dead_letters", headers));

        assertThat(letter.source()).contains(new Place("daily_ranking", 0, 812));
        assertThat(letter.reason()).isEqualTo("TASK_PUT: expected a day");
        assertThat(letter.whole()).isTrue();
        assertThat(letter.at()).isEqualTo(Instant.parse("2026-11-23T06:00:00Z"));
        ProducerRecord<byte[], byte[]> original =
                letter.original(letter.source().orElseThrow());
        assertThat(original.topic()).isEqualTo("daily_ranking");
        assertThat(original.headers()).extracting(header -> header.key()).containsExactly("own");
        assertThat(original.value()).isEqualTo("value".getBytes(UTF_8));
    }

    @Test
    void the_message_of_a_foreign_exception_may_quote_the_record_and_is_not_shown() {
        var headers = new RecordHeaders();
        headers.add(CONNECT + "stage", "VALUE_CONVERTER".getBytes(UTF_8));
        headers.add(CONNECT + "exception.class.name", "org.apache.kafka.connect.errors.DataException".getBytes(UTF_8));
        headers.add(CONNECT + "exception.message", "no JSON: 'a secret'".getBytes(UTF_8));

        DeadLetter letter = DeadLetter.of(record("chart_dead_letters", headers));

        assertThat(letter.reason()).isEqualTo("VALUE_CONVERTER: DataException");
        assertThat(letter.toString()).doesNotContain("secret").doesNotContain("value");
    }

    @Test
    void a_letter_of_the_aggregation_says_where_it_comes_from_and_whether_it_is_whole() {
        DeadLetter small = letterOfAggregation("no json".getBytes(UTF_8));
        DeadLetter large = letterOfAggregation(new byte[DeadLetters.MAX_BYTES + 1]);

        assertThat(small.source()).contains(new Place("votes", 1, 99));
        assertThat(small.reason()).isEqualTo("IllegalStateException");
        assertThat(small.whole()).isTrue();
        assertThat(small.original(new Place("votes", 1, 99)).headers()).isEmpty();
        assertThat(large.whole()).isFalse();
        assertThat(large.original(new Place("votes", 1, 99)).headers()).isEmpty();
    }

    private static DeadLetter letterOfAggregation(byte[] value) {
        var handler = new DeadLetters();
        ProducerRecord<byte[], byte[]> sent = handler.handleError(
                        Mockito.mock(),
                        new ConsumerRecord<>("votes", 1, 99, "key".getBytes(UTF_8), value),
                        new IllegalStateException("quotes the record"))
                .deadLetterQueueRecords()
                .get(0);
        return DeadLetter.of(record(sent.topic(), new RecordHeaders(sent.headers())));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, RecordHeaders headers) {
        return new ConsumerRecord<>(
                topic,
                0,
                4,
                Instant.parse("2026-11-23T06:00:00Z").toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                "key".getBytes(UTF_8),
                "value".getBytes(UTF_8),
                headers,
                Optional.empty());
    }
}
