package io.crowdchart.connect.post;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * A post of a network, and what happened to it.
 *
 * @param id names the post in its network for good, like {@code at://did:plc:x/app.bsky.feed.post/3k}
 * @param author names the account in its network for good; never a handle, which can change
 * @param text what it says; empty if it was deleted
 * @param tags its hashtags without {@code #}, as far as the network tells them apart from the text
 * @param seenAt when the network saw the event
 * @param source the name of the network, like {@code bluesky}
 * @param event what happened
 */
public record Post(
        String id, String author, String text, List<String> tags, Instant seenAt, String source, PostEvent event) {

    /** The name by which the transform knows a post. */
    public static final String SCHEMA_NAME = "io.crowdchart.Post";

    private static final String ID = "id";
    private static final String AUTHOR = "author";
    private static final String TEXT = "text";
    private static final String TAGS = "tags";
    private static final String SEEN_AT = "seenAt";
    private static final String SOURCE = "source";
    private static final String EVENT = "event";

    /** The schema of a post's record. */
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name(SCHEMA_NAME)
            .version(1)
            .doc("A post of a network, and what happened to it.")
            .field(ID, Schema.STRING_SCHEMA)
            .field(AUTHOR, Schema.STRING_SCHEMA)
            .field(TEXT, Schema.STRING_SCHEMA)
            .field(TAGS, SchemaBuilder.array(Schema.STRING_SCHEMA).build())
            .field(SEEN_AT, Schema.INT64_SCHEMA)
            .field(SOURCE, Schema.STRING_SCHEMA)
            .field(EVENT, Schema.STRING_SCHEMA)
            .build();

    public Post {
        tags = List.copyOf(tags);
    }

    /** The value of its record. */
    public Struct toStruct() {
        return new Struct(SCHEMA)
                .put(ID, id)
                .put(AUTHOR, author)
                .put(TEXT, text)
                .put(TAGS, tags)
                .put(SEEN_AT, Microseconds.of(seenAt))
                .put(SOURCE, source)
                .put(EVENT, event.wireName());
    }

    /**
     * Reads the value of a record, of this version or of one with more fields.
     *
     * @throws org.apache.kafka.connect.errors.DataException if a field is missing or of another type; names the field only
     */
    public static Post from(Struct struct) {
        var fields = new StructFields("a post", struct);
        return new Post(
                fields.text(ID),
                fields.text(AUTHOR),
                fields.text(TEXT),
                fields.texts(TAGS),
                Microseconds.toInstant(fields.int64(SEEN_AT)),
                fields.text(SOURCE),
                PostEvent.named(fields.text(EVENT)));
    }

    /** Without what it says and who says it, so that it can be logged by mistake. */
    @Override
    public String toString() {
        return "Post[" + event.wireName() + ", source=" + source + ", seenAt=" + seenAt + "]";
    }
}
