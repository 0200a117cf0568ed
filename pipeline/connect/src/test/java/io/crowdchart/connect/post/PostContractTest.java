package io.crowdchart.connect.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostContractTest {

    private static final Instant SEEN_AT = Instant.parse("2026-05-25T14:23:29.157119Z");

    private static Post aPost(PostEvent event) {
        return new Post(
                "at://did:plc:a/app.bsky.feed.post/3k",
                "did:plc:a",
                "secret words",
                List.of("A", "b"),
                SEEN_AT,
                "bluesky",
                event);
    }

    @ParameterizedTest
    @EnumSource
    void a_post_is_read_as_it_was_written(PostEvent event) {
        assertThat(Post.from(aPost(event).toStruct())).isEqualTo(aPost(event));
    }

    @Test
    void the_fields_of_a_post_are_those_of_the_contract() {
        Struct struct = aPost(PostEvent.UPDATED).toStruct();

        assertThat(struct.schema().name()).isEqualTo("io.crowdchart.Post");
        assertThat(struct.schema().version()).isEqualTo(1);
        assertThat(struct.schema().fields())
                .extracting(field -> field.name() + ":" + field.schema().type())
                .containsExactly(
                        "id:STRING",
                        "author:STRING",
                        "text:STRING",
                        "tags:ARRAY",
                        "seenAt:INT64",
                        "source:STRING",
                        "event:STRING");
        assertThat(struct.getInt64("seenAt")).isEqualTo(1_779_719_009_157_119L);
        assertThat(struct.getString("event")).isEqualTo("updated");
    }

    @Test
    void a_post_with_more_fields_is_read_too() {
        Schema newer = SchemaBuilder.struct()
                .name(Post.SCHEMA_NAME)
                .version(2)
                .field("language", Schema.STRING_SCHEMA)
                .field("id", Schema.STRING_SCHEMA)
                .field("author", Schema.STRING_SCHEMA)
                .field("text", Schema.STRING_SCHEMA)
                .field("tags", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
                .field("seenAt", Schema.INT64_SCHEMA)
                .field("source", Schema.STRING_SCHEMA)
                .field("event", Schema.STRING_SCHEMA)
                .build();
        Struct struct = new Struct(newer)
                .put("language", "en")
                .put("id", "i")
                .put("author", "a")
                .put("text", "t")
                .put("tags", List.of())
                .put("seenAt", 1L)
                .put("source", "mastodon")
                .put("event", "deleted");

        assertThat(Post.from(struct).event()).isEqualTo(PostEvent.DELETED);
    }

    @Test
    void a_wrong_post_names_the_field_and_quotes_nothing() {
        Schema poor = SchemaBuilder.struct()
                .name(Post.SCHEMA_NAME)
                .field("id", Schema.INT32_SCHEMA)
                .build();
        Struct noEvent = aPost(PostEvent.CREATED).toStruct().put("event", "secret words");

        assertThatThrownBy(() -> Post.from(new Struct(poor).put("id", 7)))
                .isInstanceOf(DataException.class)
                .hasMessage("a post needs the field 'id' of type String");
        assertThatThrownBy(() -> Post.from(noEvent))
                .isInstanceOf(DataException.class)
                .hasMessage("the field 'event' of a post is one of created, updated, deleted");
    }

    @Test
    void a_post_does_not_tell_what_it_says_or_who_says_it() {
        assertThat(aPost(PostEvent.CREATED).toString())
                .doesNotContain("secret")
                .doesNotContain("did:")
                .contains("bluesky");
    }

    @Test
    void a_heartbeat_is_read_as_it_was_written() {
        var heartbeat = new Heartbeat(SEEN_AT, ZoneId.of("Europe/Berlin"));

        assertThat(Heartbeat.from(heartbeat.toStruct())).isEqualTo(heartbeat);
        assertThat(heartbeat.toStruct().schema().name()).isEqualTo("io.crowdchart.Heartbeat");
        assertThatThrownBy(() -> Heartbeat.from(heartbeat.toStruct().put("ZONE", "Atlantis")))
                .isInstanceOf(DataException.class);
    }
}
