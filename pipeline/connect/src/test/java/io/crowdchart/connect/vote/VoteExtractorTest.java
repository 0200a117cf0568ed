package io.crowdchart.connect.vote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.connect.post.Heartbeat;
import io.crowdchart.connect.post.Post;
import io.crowdchart.connect.post.PostEvent;
import io.crowdchart.model.vote.Pseudonyms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.StringConverter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VoteExtractorTest {

    private static final String SECRET = "a secret of the tests";
    private static final String ID = "at://did:plc:a/app.bsky.feed.post/3k";
    private static final Instant SEEN_AT = Instant.parse("2026-11-22T23:30:00.000001Z");

    private final VoteExtractor<SourceRecord> extractor = new VoteExtractor<>();
    private final Metrics metrics = new Metrics();

    @BeforeEach
    void configure() {
        extractor.configure(Map.of("hashtag", "KafkaSummit", "secret", SECRET, "zone", "Europe/Berlin"));
        extractor.withPluginMetrics(new PluginMetricsImpl(metrics, Map.of("connector", "test")));
    }

    @Test
    void it_works_while_a_former_instance_is_still_counting() {
        VoteExtractor<SourceRecord> successor = new VoteExtractor<>();
        successor.configure(Map.of("hashtag", "KafkaSummit", "secret", SECRET, "zone", "Europe/Berlin"));
        successor.withPluginMetrics(new PluginMetricsImpl(metrics, Map.of("connector", "test")));

        assertThat(successor.apply(aRecord(PostEvent.CREATED, "#KafkaSummit [Hey Jude]")))
                .isNotNull();
    }

    private static SourceRecord aRecord(PostEvent event, String text, String... tags) {
        var post = new Post(ID, "did:plc:a", text, List.of(tags), SEEN_AT, "bluesky", event);
        var record = new SourceRecord(
                Map.of("source", "bluesky"),
                Map.of("time_us", 1L),
                "anything",
                3,
                Schema.STRING_SCHEMA,
                ID,
                Post.SCHEMA,
                post.toStruct(),
                77L);
        record.headers().addString("author", "did:plc:a");
        return record;
    }

    private SourceRecord row(SourceRecord record) {
        return Objects.requireNonNull(extractor.apply(record), "the row of a post");
    }

    private static byte[] key(SourceRecord record) {
        return new StringConverter().fromConnectData(record.topic(), record.keySchema(), record.key());
    }

    private static byte[] value(SourceRecord record) {
        try (var converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "false", "converter.type", "value"));
            return converter.fromConnectData(record.topic(), record.valueSchema(), record.value());
        }
    }

    private long metric(String name, Map<String, String> tags) {
        return metrics.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name)
                        && entry.getKey().tags().entrySet().containsAll(tags.entrySet()))
                .mapToLong(entry -> (Long) entry.getValue().metricValue())
                .sum();
    }

    @Test
    void a_created_post_with_a_vote_becomes_a_row_of_the_votes_topic() {
        SourceRecord vote = row(aRecord(PostEvent.CREATED, "#kafkasummit [ hey JUDE (Remastered) ]"));

        var pseudonyms = new Pseudonyms(SECRET);
        assertThat(key(vote)).asString(UTF_8).isEqualTo(pseudonyms.ofPost("bluesky", ID));
        assertThat(value(vote))
                .asString(UTF_8)
                .isEqualTo("{\"VOTER\":\"" + pseudonyms.ofVoter("bluesky", "did:plc:a")
                        + "\",\"SONG\":\"hey jude\",\"TITLE\":\"hey JUDE\","
                        + "\"DAY\":\"2026-11-23\",\"HOUR\":\"2026-11-23T00\"}");
        assertThat(vote.topic()).isEqualTo("votes");
        assertThat(vote.kafkaPartition()).isNull();
        assertThat(vote.timestamp()).isNull();
        assertThat(vote.headers()).isEmpty();
        assertThat(vote.keySchema()).isEqualTo(Schema.STRING_SCHEMA);
        assertThat(vote.valueSchema()).isNull();
        assertThat(vote.sourceOffset()).isEqualTo(Map.of("time_us", 1L));
        assertThat(metric("votes-total", Map.of())).isEqualTo(1);
    }

    @Test
    void the_hashtag_may_be_among_the_tags_only() {
        assertThat(extractor.apply(aRecord(PostEvent.CREATED, "[Hey Jude]", "kafkasummit")))
                .isNotNull();
    }

    @Test
    void a_created_post_without_a_vote_is_dropped_and_counted_by_its_reason() {
        assertThat(extractor.apply(aRecord(PostEvent.CREATED, "[Hey Jude]"))).isNull();
        assertThat(extractor.apply(aRecord(PostEvent.CREATED, "#KafkaSummit Hey Jude")))
                .isNull();
        assertThat(extractor.apply(aRecord(PostEvent.CREATED, "#KafkaSummit [ ]")))
                .isNull();
        assertThat(extractor.apply(aRecord(PostEvent.CREATED, "lunch"))).isNull();

        assertThat(metric("no-votes-total", Map.of("reason", "no-hashtag"))).isEqualTo(2);
        assertThat(metric("no-votes-total", Map.of("reason", "no-brackets"))).isEqualTo(1);
        assertThat(metric("no-votes-total", Map.of("reason", "blank-title"))).isEqualTo(1);
    }

    @Test
    void an_edited_post_is_the_vote_that_it_says_now() {
        assertThat(value(row(aRecord(PostEvent.UPDATED, "#KafkaSummit [Help!]"))))
                .asString(UTF_8)
                .contains("\"SONG\":\"help\"");
    }

    @Test
    void a_post_edited_into_no_vote_and_a_deleted_post_are_tombstones_without_a_schema() {
        for (SourceRecord gone :
                List.of(row(aRecord(PostEvent.UPDATED, "never mind")), row(aRecord(PostEvent.DELETED, "")))) {
            assertThat(key(gone)).asString(UTF_8).isEqualTo(new Pseudonyms(SECRET).ofPost("bluesky", ID));
            assertThat(gone.value()).isNull();
            assertThat(gone.valueSchema()).isNull();
            assertThat(value(gone)).isNull();
            assertThat(gone.topic()).isEqualTo("votes");
            assertThat(gone.timestamp()).isNull();
        }
        assertThat(metric("retractions-total", Map.of())).isEqualTo(2);
    }

    @Test
    void a_heartbeat_passes_as_it_is() {
        var heartbeat = new Heartbeat(SEEN_AT, ZoneId.of("Europe/Berlin"));
        var record = new SourceRecord(
                Map.of(),
                Map.of(),
                "heartbeats",
                Schema.STRING_SCHEMA,
                "bluesky",
                Heartbeat.SCHEMA,
                heartbeat.toStruct());

        assertThat(extractor.apply(record)).isSameAs(record);
        assertThat(key(record)).asString(UTF_8).isEqualTo("bluesky");
        assertThat(value(record))
                .asString(UTF_8)
                .isEqualTo("{\"SEEN_AT\":1795390200000001,\"ZONE\":\"Europe/Berlin\"}");
        assertThat(metric("heartbeats-total", Map.of())).isEqualTo(1);
    }

    @Test
    void anything_else_is_an_error_that_names_the_schema_and_quotes_nothing() {
        Schema foreign = SchemaBuilder.struct()
                .name("com.example.Tweet")
                .field("text", Schema.STRING_SCHEMA)
                .build();
        var tweet = new SourceRecord(
                Map.of(), Map.of(), "t", null, null, foreign, new Struct(foreign).put("text", "private words"));
        var nothing = new SourceRecord(Map.of(), Map.of(), "t", null, null, null, null);

        assertThatThrownBy(() -> extractor.apply(tweet))
                .isInstanceOf(DataException.class)
                .hasMessage("VoteExtractor takes records with the value schema io.crowdchart.Post or"
                        + " io.crowdchart.Heartbeat, got com.example.Tweet");
        assertThatThrownBy(() -> extractor.apply(nothing))
                .isInstanceOf(DataException.class)
                .hasMessageEndingWith("got one without a name");
        assertThat(metric("rejected-total", Map.of("reason", "other-schema"))).isEqualTo(2);
        assertThat(metric("rejected-total", Map.of("reason", "bad-field"))).isZero();
    }

    @Test
    void a_post_that_breaks_something_is_an_error_without_its_text() {
        var breaking = new Struct(Post.SCHEMA) {
            @Override
            public Object get(Field field) {
                throw new IllegalStateException("private words");
            }
        };
        var record = new SourceRecord(Map.of(), Map.of(), "t", null, null, Post.SCHEMA, breaking);

        assertThatThrownBy(() -> extractor.apply(record))
                .isInstanceOf(DataException.class)
                .hasNoCause()
                .hasMessage("a post could not be read as a vote: java.lang.IllegalStateException");
        assertThat(metric("rejected-total", Map.of("reason", "unreadable"))).isEqualTo(1);
    }

    @Test
    void a_post_with_a_field_that_says_something_impossible_is_counted_as_such() {
        SourceRecord record = aRecord(PostEvent.CREATED, "#KafkaSummit [Hey Jude]");
        ((Struct) record.value()).put("event", "invented");

        assertThatThrownBy(() -> extractor.apply(record)).isInstanceOf(DataException.class);
        assertThat(metric("rejected-total", Map.of("reason", "bad-field"))).isEqualTo(1);
    }

    @Test
    void a_vote_of_an_absurd_time_is_an_error() {
        SourceRecord record = aRecord(PostEvent.CREATED, "#KafkaSummit [Hey Jude]");
        ((Struct) record.value()).put("seenAt", Long.MAX_VALUE);

        assertThatThrownBy(() -> extractor.apply(record))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("'seenAt'");
        assertThat(metric("votes-total", Map.of())).isZero();
        assertThat(metric("rejected-total", Map.of("reason", "bad-year"))).isEqualTo(1);
    }

    @Test
    void knows_its_version() {
        assertThat(extractor.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
