package io.crowdchart.connect.chart.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.crowdchart.cache.write.TopicPart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a consumer may do that cannot be had from a broker at will. */
class ConsumerReadTest {

    private static final TopicPartition PARTITION = new TopicPartition("song_ranking", 0);
    private static final Map<TopicPart, Stretch> STRETCHES =
            Map.of(new TopicPart("song_ranking", 0), new Stretch(2, 9));

    @SuppressWarnings("unchecked")
    private final Consumer<byte[], byte[]> consumer = mock(Consumer.class);

    @Test
    void it_is_done_at_the_end_and_tells_on_the_way_that_it_gets_on() {
        when(consumer.position(any(), any(Duration.class))).thenReturn(2L, 5L, 9L);
        ConsumerRead read = ConsumerRead.begin(consumer, STRETCHES);

        assertThat(read.isDone()).isFalse();
        long before = read.reached();
        assertThat(read.isDone()).isFalse();
        assertThat(read.reached()).isGreaterThan(before);
        assertThat(read.isDone()).isTrue();
    }

    @Test
    void a_position_that_is_not_known_yet_is_not_the_end() {
        when(consumer.position(any(), any(Duration.class)))
                .thenThrow(new TimeoutException("the leader has changed"))
                .thenReturn(9L);
        ConsumerRead read = ConsumerRead.begin(consumer, STRETCHES);

        assertThat(read.isDone()).isFalse();
        assertThat(read.isDone()).isTrue();
    }

    static Stream<KafkaException> problems() {
        return Stream.of(
                new LogTruncationException(Map.of(PARTITION, 5L), Map.of()),
                new TopicAuthorizationException("song_ranking"),
                new KafkaException("told to fail"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void a_position_that_cannot_be_told_makes_the_topics_unavailable(KafkaException problem) {
        when(consumer.position(any(), any(Duration.class))).thenThrow(problem);
        ConsumerRead read = ConsumerRead.begin(consumer, STRETCHES);

        assertThatThrownBy(read::isDone)
                .isInstanceOf(TopicsUnavailableException.class)
                .hasCause(problem);
    }

    @Test
    void a_record_keeps_its_headers() {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("song_ranking", 0, 3, new byte[0], new byte[0]);
        record.headers().add("from", "千本桜".getBytes(StandardCharsets.UTF_8)).add("nothing", null);
        when(consumer.poll(any())).thenReturn(new ConsumerRecords<>(Map.of(PARTITION, List.of(record)), Map.of()));

        List<SinkRecord> records = ConsumerRead.begin(consumer, STRETCHES).next(Duration.ZERO);

        assertThat(records).singleElement().satisfies(read -> {
            assertThat(read.headers().lastWithName("from").value()).isEqualTo("千本桜");
            assertThat(read.headers().lastWithName("nothing").value()).isNull();
        });
    }

    @Test
    void a_consumer_that_cannot_be_closed_in_peace_is_no_problem() {
        doThrow(new KafkaException("told to fail")).when(consumer).close(any(CloseOptions.class));

        assertThatCode(ConsumerRead.begin(consumer, STRETCHES)::close).doesNotThrowAnyException();
    }

    @Test
    void a_consumer_that_cannot_begin_is_closed() {
        doThrow(new KafkaException("told to fail")).when(consumer).assign(any());

        assertThatThrownBy(() -> ConsumerRead.begin(consumer, STRETCHES))
                .isInstanceOf(TopicsUnavailableException.class);
        verify(consumer).close(any(CloseOptions.class));
    }
}
