package io.crowdchart.operations.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.ChartStack;
import io.crowdchart.operations.TestScreen;
import io.crowdchart.operations.kafka.TopicReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/chart dead-letters} on a real broker. */
class DeadLettersIT {

    private static final String LETTERS = "chart_dead_letters";

    @TempDir
    private Path folder;

    private ChartStack stack;

    @BeforeEach
    void start() {
        stack = new ChartStack(folder);
        stack.makeTopics();
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void letters_are_listed_without_what_is_in_them_unless_asked() {
        stack.row(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":\"private\"}");
        letter("song_ranking", 0, "\"july\"", "{\"VOTES\":\"private\"}");

        TestScreen plain = stack.run("dead-letters");
        TestScreen content = stack.run("dead-letters", "--content");

        assertThat(plain.status()).as("%s", plain).isEqualTo(1);
        assertThat(plain.out().get(0))
                .matches(
                        "chart_dead_letters-0@0  \\S+Z  from song_ranking-0@0  TASK_PUT: expected a number  \\[open\\]");
        assertThat(plain.out().get(1)).isEqualTo("1 dead letter, 1 open");
        assertThat(plain.toString()).doesNotContain("private").doesNotContain("july");
        assertThat(content.out()).contains("  key    \"july\"", "  value  {\"VOTES\":\"private\"}");
        letter("song_ranking", 1, "\"june\"", "x");
        assertThat(stack.run("dead-letters", "--limit", "1").out())
                .hasSize(2)
                .last()
                .isEqualTo("2 dead letters, 2 open; the newest 1 are shown");
    }

    @Test
    void a_record_is_given_back_once_with_its_own_headers() {
        long at = write("song_ranking", "\"july\"", "{\"VOTES\":3}");
        letter("song_ranking", at, "\"july\"", "{\"VOTES\":3}");

        TestScreen first = stack.run("dead-letters", "--replay");
        TestScreen second = stack.run("dead-letters", "--replay");

        assertThat(first.status()).as("%s", first).isZero();
        assertThat(first.out())
                .containsExactly("1 replayed, 0 superseded, 0 cannot be replayed; all of them are settled");
        assertThat(second.out())
                .containsExactly("0 replayed, 0 superseded, 0 cannot be replayed; all of them are settled");
        List<ConsumerRecord<byte[], byte[]>> rows = read(Topic.SONG_RANKING);
        assertThat(rows).extracting(DeadLettersIT::value).containsExactly("{\"VOTES\":3}", "{\"VOTES\":3}");
        assertThat(rows.get(1).headers()).extracting(header -> header.key()).containsExactly("own");
        TestScreen list = stack.run("dead-letters");
        assertThat(list.status()).as("%s", list).isZero();
        assertThat(list.out()).last().isEqualTo("1 dead letter, 0 open");
    }

    @Test
    void a_stale_row_does_not_overwrite_a_newer_one() {
        long at = write("song_ranking", "\"july\"", "bad");
        letter("song_ranking", at, "\"july\"", "bad");
        write("song_ranking", "\"july\"", "{\"VOTES\":4}");
        long post = write("votes", "bluesky:1", "bad vote");
        letter("votes", post, "bluesky:1", "bad vote");
        write("votes", "bluesky:1", null);

        TestScreen replay = stack.run("dead-letters", "--replay");

        assertThat(replay.status()).as("%s", replay).isZero();
        assertThat(replay.out())
                .hasSize(3)
                .last()
                .isEqualTo("0 replayed, 2 superseded, 0 cannot be replayed; all of them are settled");
        assertThat(replay.out().get(0)).endsWith("[superseded: the topic has a newer record of this key]");
        assertThat(read(Topic.SONG_RANKING)).extracting(DeadLettersIT::value).containsExactly("bad", "{\"VOTES\":4}");
    }

    @Test
    void single_letters_are_replayed_and_the_others_stay_open() {
        for (String song : List.of("\"a\"", "\"b\"", "\"c\"")) {
            letter("song_ranking", write("song_ranking", song, "bad"), song, "bad");
        }

        TestScreen one = stack.run("dead-letters", "--replay", "--topic", LETTERS, "--offset", offsetOf(1));

        assertThat(one.out()).last().asString().startsWith("1 replayed");
        assertThat(stack.run("dead-letters").out()).last().isEqualTo("3 dead letters, 2 open");
        assertThat(stack.run("dead-letters", "--replay").out())
                .last()
                .asString()
                .startsWith("2 replayed");
        assertThat(read(Topic.SONG_RANKING)).hasSize(6);
        TestScreen noneListed = stack.run("dead-letters", "--topic", LETTERS, "--offset", "0,777");
        assertThat(noneListed.status()).as("%s", noneListed).isEqualTo(2);
        assertThat(noneListed.out()).isEmpty();
        assertThat(noneListed.err())
                .containsExactly("scripts/chart: there is no dead letter at [chart_dead_letters-0@777]");
        TestScreen none = stack.run("dead-letters", "--replay", "--topic", LETTERS, "--offset", "777");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).containsExactly("scripts/chart: there is no dead letter at [chart_dead_letters-0@777]");
    }

    @Test
    void a_newer_row_that_comes_in_the_middle_of_a_replay_wins() throws Exception {
        long at = write("song_ranking", "\"july\"", "bad");
        letter("song_ranking", at, "\"july\"", "bad");
        var attempts = new AtomicInteger();
        try (Producer<byte[], byte[]> aggregation = stack.clients().writer("aggregation")) {
            aggregation.initTransactions();
            // Before ours in the topic, and committed only later: whoever looks for committed records alone cannot see
            // it.
            aggregation.beginTransaction();
            var replay = new Replay(stack.clients(), length -> {}, () -> {
                if (attempts.incrementAndGet() == 2) {
                    aggregation.commitTransaction();
                }
            });
            var newer = new ProducerRecord<>("song_ranking", bytes("\"july\""), bytes("{\"VOTES\":4}"));
            assertThat(aggregation.send(newer)).succeedsWithin(Duration.ofSeconds(90));

            Collection<Fate> fates = replay.run(new Selection(List.of(Topic.CHART_DEAD_LETTERS), Set.of()))
                    .values();

            assertThat(fates).containsExactly(Fate.SUPERSEDED);
        }
        assertThat(read(Topic.SONG_RANKING))
                .extracting(DeadLettersIT::value)
                .last()
                .isEqualTo("{\"VOTES\":4}");
    }

    @Test
    void a_replay_that_dies_before_its_end_has_given_nothing_back() {
        long at = write("song_ranking", "\"july\"", "bad");
        letter("song_ranking", at, "\"july\"", "bad");
        var dying = new Replay(stack.clients(), length -> {}, () -> {
            throw new IllegalStateException("killed");
        });

        assertThatThrownBy(() -> dying.run(new Selection(List.of(Topic.CHART_DEAD_LETTERS), Set.of())))
                .hasMessage("killed");

        assertThat(read(Topic.SONG_RANKING)).hasSize(1);
        assertThat(stack.run("dead-letters").out()).last().isEqualTo("1 dead letter, 1 open");
        assertThat(stack.run("dead-letters", "--replay").out())
                .last()
                .asString()
                .startsWith("1 replayed");
    }

    @Test
    void what_cannot_be_replayed_is_told_once() {
        letter("crowd-chart-ksql-ballots-repartition", 3, "k", "v");

        TestScreen first = stack.run("dead-letters", "--replay");

        assertThat(first.status()).as("%s", first).isEqualTo(1);
        assertThat(first.out().get(0)).contains("[cannot be replayed: it comes from no topic of the pipeline]");
        assertThat(stack.run("dead-letters", "--replay").status()).isZero();
    }

    @Test
    void a_letter_from_a_partition_that_is_gone_does_not_hold_up_the_others() {
        long at = write("song_ranking", "\"july\"", "bad");
        letter(new Place("song_ranking", 7, 3), "\"june\"", "bad");
        letter("song_ranking", at, "\"july\"", "bad");

        TestScreen replay = stack.run("dead-letters", "--replay");

        assertThat(replay.status()).as("%s", replay).isEqualTo(1);
        assertThat(replay.out().get(0)).endsWith("[cannot be replayed: the partition it comes from is gone]");
        assertThat(replay.out().get(1))
                .isEqualTo("1 replayed, 0 superseded, 1 cannot be replayed; all of them are settled");
    }

    @Test
    void every_list_notes_anew_what_is_settled_so_that_kafka_does_not_forget_it() {
        letter("song_ranking", write("song_ranking", "\"july\"", "bad"), "\"july\"", "bad");
        stack.run("dead-letters", "--replay");
        long before = notes();

        assertThat(stack.run("dead-letters").out()).last().isEqualTo("1 dead letter, 0 open");

        assertThat(notes()).isGreaterThan(before);
        assertThat(stack.run("dead-letters").out()).last().isEqualTo("1 dead letter, 0 open");
    }

    @Test
    void wrong_options_end_in_one_line() {
        assertThat(stack.run("dead-letters", "--topic", "votes").err())
                .containsExactly("scripts/chart: --topic is one of [chart_dead_letters, ksql_dead_letters], was votes");
        assertThat(stack.run("dead-letters", "--offset", "3").err())
                .containsExactly("scripts/chart: --offset needs --topic: each topic counts its own offsets");
        assertThat(stack.run("dead-letters", "--topic", LETTERS, "--offset", "x")
                        .err())
                .containsExactly("scripts/chart: --offset is a number like 12, or 0:12 with the partition, was x");
    }

    /** The offset of a letter, by its place among them: markers of transactions have offsets too. */
    private String offsetOf(int place) {
        return Long.toString(read(Topic.CHART_DEAD_LETTERS).get(place).offset());
    }

    /** Writes a record, and gives its offset. */
    private long write(String topic, String key, @Nullable String value) {
        stack.row(Topic.named(topic), key, value);
        return read(Topic.named(topic)).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(key))
                .mapToLong(ConsumerRecord::offset)
                .max()
                .orElseThrow();
    }

    /** How many offsets consumer groups have committed so far, and markers. */
    private long notes() {
        try (Consumer<byte[], byte[]> reader = stack.clients().readerOfAll()) {
            List<TopicPartition> partitions = reader.partitionsFor("__consumer_offsets").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            return reader.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** Puts a record aside as the sink does; of the partition in which it lies. */
    private void letter(String topic, long offset, String key, @Nullable String value) {
        int partition = topic.equals("votes")
                ? read(Topic.VOTES).stream()
                        .filter(record -> new String(record.key(), UTF_8).equals(key))
                        .findFirst()
                        .orElseThrow()
                        .partition()
                : 0;
        letter(new Place(topic, partition, offset), key, value);
    }

    private void letter(Place source, String key, @Nullable String value) {
        var letter = new ProducerRecord<byte[], byte[]>(LETTERS, bytes(key), value == null ? null : bytes(value));
        Map.of(
                        "own",
                        "kept",
                        "__connect.errors.topic",
                        source.topic(),
                        "__connect.errors.partition",
                        Integer.toString(source.partition()),
                        "__connect.errors.offset",
                        Long.toString(source.offset()),
                        "__connect.errors.stage",
                        "TASK_PUT",
                        "__connect.errors.exception.class.name",
                        "io.crowdchart.connect.chart.BadRecordException",
                        "__connect.errors.exception.message",
                        "unusable record at offset " + source.offset() + " of " + source.topicPartition()
                                + ": expected a number")
                .forEach((name, text) -> letter.headers().add(name, bytes(text)));
        stack.send(List.of(letter));
    }

    private List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var reader = new TopicReader(stack.clients(), List.of(topic))) {
            reader.readOn(records::add);
        }
        return records;
    }

    private static @Nullable String value(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null ? null : new String(record.value(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
