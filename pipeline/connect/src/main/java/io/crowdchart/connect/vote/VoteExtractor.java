package io.crowdchart.connect.vote;

import io.crowdchart.connect.PluginVersion;
import io.crowdchart.connect.post.Heartbeat;
import io.crowdchart.connect.post.Post;
import io.crowdchart.connect.post.PostEvent;
import io.crowdchart.model.song.Song;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.vote.Pseudonyms;
import io.crowdchart.model.vote.Reading;
import io.crowdchart.model.vote.Vote;
import io.crowdchart.model.vote.VoteParser;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.metrics.Monitorable;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka Connect transform that turns a {@link Post} into a row of the {@code votes} topic.
 *
 * <p>A created post with a vote becomes a vote; without one it is dropped. An edited post becomes the vote it says now, or a
 * retraction. A deleted post becomes a retraction. A {@link Heartbeat} passes as it is. Anything else is a
 * {@link DataException} that names the schema. What was dropped is counted by reason.
 *
 * <p>Used by one thread at a time, as Connect does; the counts may be read by others.
 *
 * @param <R> the kind of record, given by Connect
 */
public final class VoteExtractor<R extends ConnectRecord<R>> implements Transformation<R>, Monitorable {

    private final VoteCounts counts = new VoteCounts();
    private @Nullable Setup setup;

    private record Setup(VoteParser parser, Pseudonyms pseudonyms, ZoneId zone, String topic) {}

    @Override
    public ConfigDef config() {
        return VoteExtractorConfig.definition();
    }

    @Override
    public void configure(Map<String, ?> settings) {
        var config = new VoteExtractorConfig(settings);
        setup = new Setup(config.parser(), config.pseudonyms(), config.zone(), config.topic());
    }

    @Override
    public void withPluginMetrics(PluginMetrics metrics) {
        counts.registerWith(metrics);
    }

    @Override
    public String version() {
        return PluginVersion.current();
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    /** The vote, the retraction or the heartbeat; null if the record says nothing to the chart. */
    @Override
    public @Nullable R apply(R record) {
        Setup ready = setup;
        if (ready == null) {
            throw new IllegalStateException("configure() comes first");
        }
        String schema = schemaName(record);
        if (Heartbeat.SCHEMA_NAME.equals(schema)) {
            counts.heartbeats.increment();
            return record;
        }
        try {
            return applyTo(ready, record, post(schema, record.value()));
        } catch (RejectedException e) {
            counts.rejected(e.reason());
            throw e;
        } catch (DataException e) {
            counts.rejected(Rejection.BAD_FIELD);
            throw e;
        } catch (RuntimeException e) {
            counts.rejected(Rejection.UNREADABLE);
            // Without its message and cause, which may quote the post.
            throw new DataException(
                    "a post could not be read as a vote: " + e.getClass().getName());
        }
    }

    private static @Nullable String schemaName(ConnectRecord<?> record) {
        Schema schema = record.valueSchema();
        return schema == null ? null : schema.name();
    }

    private static Post post(@Nullable String schema, @Nullable Object value) {
        if (!Post.SCHEMA_NAME.equals(schema)) {
            throw new RejectedException(
                    Rejection.OTHER_SCHEMA,
                    "VoteExtractor takes records with the value schema " + Post.SCHEMA_NAME + " or "
                            + Heartbeat.SCHEMA_NAME + ", got " + (schema == null ? "one without a name" : schema));
        }
        if (!(value instanceof Struct struct)) {
            throw new DataException(
                    "a record with the value schema " + Post.SCHEMA_NAME + " needs a struct as its value");
        }
        return Post.from(struct);
    }

    private @Nullable R applyTo(Setup ready, R record, Post post) {
        if (post.event() == PostEvent.DELETED) {
            return retraction(ready, record, post);
        }
        Reading reading = ready.parser().parse(post.text(), post.tags());
        if (reading instanceof Reading.VoteFor vote) {
            R row = row(ready, record, post, value(ready, post, vote.song()));
            counts.votes.increment();
            return row;
        }
        if (reading instanceof Reading.NoVote none) {
            counts.noVote(none.reason());
        }
        return post.event() == PostEvent.UPDATED ? retraction(ready, record, post) : null;
    }

    private R retraction(Setup ready, R record, Post post) {
        counts.retractions.increment();
        return row(ready, record, post, null);
    }

    private static <R extends ConnectRecord<R>> R row(
            Setup ready, R record, Post post, @Nullable Map<String, String> value) {
        String key = ready.pseudonyms().ofPost(post.source(), post.id());
        return record.newRecord(ready.topic(), null, Schema.STRING_SCHEMA, key, null, value, null, null);
    }

    private static Map<String, String> value(Setup ready, Post post, Song song) {
        String voter = ready.pseudonyms().ofVoter(post.source(), post.author());
        Vote vote = Vote.cast(voter, song, post.seenAt(), ready.zone());
        if (vote.day().name().length() > Column.MAX_DAY) {
            throw new RejectedException(
                    Rejection.BAD_YEAR, "the field 'seenAt' of a post is not in a year of four digits");
        }
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put(Column.VOTER, vote.voter());
        columns.put(Column.SONG, vote.song().key());
        columns.put(Column.TITLE, vote.song().title());
        columns.put(Column.DAY, vote.day().name());
        columns.put(Column.HOUR, vote.hour().name());
        return columns;
    }
}
