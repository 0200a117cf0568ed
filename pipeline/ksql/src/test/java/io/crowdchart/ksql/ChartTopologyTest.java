package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes, times, headers and names that the cases do not show. */
class ChartTopologyTest {

    private static final Instant SEEN = Instant.parse("2026-11-23T06:00:00Z");

    @TempDir
    Path stateDir;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> votes;

    @BeforeEach
    void start() {
        Properties settings = new Properties();
        settings.putAll(ChartStreamsConfig.local("unused:9092", stateDir).toProperties());
        // With transactions the driver throws away what is sent before a record is processed, as dead letters are.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(ChartTopology.create(), settings);
        votes = driver.createInputTopic("votes", new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void keys_and_values_have_the_bytes_that_ksqldb_writes() {
        votes.pipeInput(bytes("p"), bytes("""
                {"VOTER":"A","SONG":"hey jude","TITLE":"Hey Jude","DAY":"2026-11-23","HOUR":"2026-11-23T06"}"""), SEEN);

        assertThat(only(Topic.BALLOTS)).isEqualTo("""
                {"SONG":"hey jude","VOTER":"A"} = {"POSTS":1}""");
        assertThat(only(Topic.DAILY_BALLOTS)).isEqualTo("""
                {"DAY":"2026-11-23","SONG":"hey jude","VOTER":"A"} = {"POSTS":1}""");
        assertThat(only(Topic.HOURLY_BALLOTS)).isEqualTo("""
                {"HOUR":"2026-11-23T06","SONG":"hey jude","VOTER":"A"} = {"POSTS":1}""");
        assertThat(only(Topic.SONG_RANKING)).isEqualTo("""
                "hey jude" = {"VOTES":1}""");
        assertThat(only(Topic.DAILY_RANKING)).isEqualTo("""
                {"DAY":"2026-11-23","SONG":"hey jude"} = {"VOTES":1}""");
        assertThat(only(Topic.HOURLY_RANKING)).isEqualTo("""
                {"HOUR":"2026-11-23T06","SONG":"hey jude"} = {"VOTES":1}""");
        assertThat(only(Topic.SONG_TITLES)).isEqualTo("""
                "hey jude" = {"TITLE":"Hey Jude"}""");
    }

    @Test
    void the_bytes_of_the_facts_sheet_are_met() {
        votes.pipeInput(bytes("p"), bytes("{\"VOTER\":\"A\",\"SONG\":\"hey jude\"}"), SEEN);

        assertThat(HexFormat.of().formatHex(records(Topic.SONG_RANKING).get(0).key()))
                .isEqualTo("22686579206a75646522");
    }

    @Test
    void characters_beyond_the_basic_plane_are_escaped_in_pairs_and_others_are_not() {
        votes.pipeInput(
                bytes("p"),
                bytes("{\"VOTER\":\"A\",\"SONG\":\"say \\\"hi\\\" \\\\ 🎸 千本桜 é / \\u2028\\u0007\",\"TITLE\":\"🎵\"}"),
                SEEN);

        assertThat(only(Topic.SONG_RANKING))
                .isEqualTo("\"say \\\"hi\\\" \\\\ \\uD83C\\uDFB8 千本桜 é / \u2028\\u0007\" = {\"VOTES\":1}");
        assertThat(only(Topic.SONG_TITLES)).endsWith(" = {\"TITLE\":\"\\uD83C\\uDFB5\"}");
    }

    @Test
    void half_a_surrogate_pair_stops_nothing() {
        votes.pipeInput(bytes("p"), bytes("{\"VOTER\":\"\\uD83C\",\"SONG\":\"\\uDFB8x\",\"TITLE\":\"\\uD83C\"}"), SEEN);

        assertThat(only(Topic.SONG_RANKING)).isEqualTo("\"\\uDFB8x\" = {\"VOTES\":1}");
    }

    @Test
    void heartbeats_keep_their_microseconds() {
        driver.createInputTopic("heartbeats", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(bytes("bluesky"), bytes("{\"SEEN_AT\":1779719019132431,\"ZONE\":\"Europe/Berlin\"}"), SEEN);

        assertThat(only(Topic.PULSE)).isEqualTo("""
                "bluesky" = {"SEEN_AT":1779719019132431,"ZONE":"Europe/Berlin"}""");
    }

    @Test
    void a_heartbeat_without_a_time_has_a_null() {
        driver.createInputTopic("heartbeats", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(bytes("bluesky"), bytes("{\"ZONE\":\"UTC\"}"), SEEN);

        assertThat(only(Topic.PULSE)).isEqualTo("\"bluesky\" = {\"SEEN_AT\":null,\"ZONE\":\"UTC\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e20"})
    void a_monstrous_number_is_no_work(String number) {
        driver.createInputTopic("heartbeats", new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(bytes("bluesky"), bytes("{\"SEEN_AT\":" + number + ",\"ZONE\":\"UTC\"}"), SEEN);

        assertThat(only(Topic.PULSE)).startsWith("\"bluesky\" = {\"SEEN_AT\":");
    }

    @Test
    void results_have_the_time_of_their_record_and_no_headers() {
        votes.pipeInput(new TestRecord<>(
                bytes("p"),
                bytes("{\"VOTER\":\"A\",\"SONG\":\"july\",\"TITLE\":\"July\"}"),
                new RecordHeaders().add("trace", new byte[900_000]),
                SEEN));

        for (Topic topic : List.of(Topic.BALLOTS, Topic.SONG_RANKING, Topic.SONG_TITLES)) {
            TestRecord<byte[], byte[]> record = records(topic).get(0);
            assertThat(record.getRecordTime()).isEqualTo(SEEN);
            assertThat(record.headers()).isEmpty();
        }
    }

    @Test
    void an_unreadable_record_is_put_aside_with_its_reason() {
        votes.pipeInput(bytes("p"), bytes("secret words"), SEEN);

        TestRecord<byte[], byte[]> letter = records(Topic.KSQL_DEAD_LETTERS).get(0);
        assertThat(text(letter.key())).isEqualTo("p");
        assertThat(text(letter.value())).isEqualTo("secret words");
        assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo("votes");
        assertThat(header(letter, DeadLetters.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetters.OFFSET)).isEqualTo("0");
        assertThat(header(letter, DeadLetters.EXCEPTION)).isEqualTo(UnreadableRecordException.class.getName());
        assertThat(header(letter, DeadLetters.MESSAGE))
                .isEqualTo("a value must be JSON, found JsonParseException at byte 0")
                .doesNotContain("secret");
        assertThat(letter.headers().headers(DeadLetters.VALUE_BYTES)).isEmpty();
    }

    @Test
    void a_dead_letter_is_never_larger_than_what_can_be_sent() {
        votes.pipeInput(new TestRecord<>(
                new byte[500_000],
                bytes("x".repeat(900_000)),
                new RecordHeaders().add("trace", new byte[900_000]),
                SEEN));

        TestRecord<byte[], byte[]> letter = records(Topic.KSQL_DEAD_LETTERS).get(0);
        assertThat(letter.key()).hasSize(DeadLetters.MAX_BYTES);
        assertThat(letter.value()).hasSize(DeadLetters.MAX_BYTES);
        assertThat(header(letter, DeadLetters.KEY_BYTES)).isEqualTo("500000");
        assertThat(header(letter, DeadLetters.VALUE_BYTES)).isEqualTo("900000");
        assertThat(letter.headers().headers("trace")).isEmpty();
    }

    @Test
    void every_processor_store_and_internal_topic_has_a_name_of_ours() {
        assertThat(ChartTopology.create().describe().toString()).doesNotContainPattern("-\\d{10}");
    }

    @Test
    void the_votes_table_has_a_changelog_of_its_own() {
        votes.pipeInput(bytes("p"), bytes("{\"VOTER\":\"A\",\"SONG\":\"july\",\"TITLE\":\"July\"}"), SEEN);

        assertThat(driver.producedTopicNames()).contains(ChartStreamsConfig.APPLICATION_ID + "-votes-changelog");
    }

    private String only(Topic topic) {
        List<TestRecord<byte[], byte[]>> records = records(topic);
        assertThat(records).hasSize(1);
        return text(records.get(0).key()) + " = " + text(records.get(0).value());
    }

    private List<TestRecord<byte[], byte[]>> records(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
