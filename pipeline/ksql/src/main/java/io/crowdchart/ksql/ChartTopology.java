package io.crowdchart.ksql;

import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.KeyValueMapper;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The twin of {@code statements/chart.sql} as a Kafka Streams topology: the same input topics, the same final tables, the
 * same bytes. How many records lead there is no part of the promise.
 *
 * <p>Every store, internal topic and processor has a name of ours; renaming one is a migration of state, as reordering the
 * statements is. Votes are counted in two levels: voters and songs are made ballots, ballots are counted by song. Each
 * level is a hop over an internal topic, and with exactly-once processing each hop waits for a commit.
 */
public final class ChartTopology {

    static final String SOURCE = "SOURCE";
    private static final List<String> VOTE_COLUMNS = List.of(Column.VOTER, Column.SONG, Column.DAY, Column.HOUR);
    static final List<String> EVENT_COLUMNS = List.of(Column.VOTER, Column.SONG, Column.TITLE, Column.DAY, Column.HOUR);
    private static final List<String> SONG = List.of(Column.SONG);
    private static final List<String> TITLE = List.of(Column.TITLE);

    private final StreamsBuilder builder;

    private ChartTopology(StreamsBuilder builder) {
        this.builder = builder;
    }

    /** A new topology, always the same. Where its stores are kept is said by the settings it runs with. */
    public static Topology create() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "chart",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true))));
        new ChartTopology(builder).define();
        return builder.build();
    }

    private void define() {
        KStream<String, Row> events = read(Topic.VOTES, postKey(), RowFormat.value(EVENT_COLUMNS));
        KTable<String, Row> votes = votes(events);
        for (Counting counting : Counting.values()) {
            count(votes, counting);
        }
        titles(events);
        pulse(read(Topic.HEARTBEATS, Serdes.String(), Heartbeat.format()));
    }

    private static Serde<String> postKey() {
        return Serdes.serdeFrom(Serdes.String().serializer(), new PostKeyDeserializer());
    }

    private <V> KStream<String, V> read(Topic topic, Serde<String> key, Serde<V> value) {
        String name = topic.topicName();
        return builder.stream(name, Consumed.with(key, value).withName(name))
                .processValues(WithoutHeaders::new, Named.as(name + "-without-headers"));
    }

    /** A record without a key is no row; one without a value removes its row. */
    private static KTable<String, Row> votes(KStream<String, Row> events) {
        return events.mapValues(event -> event == null ? null : event.only(VOTE_COLUMNS), Named.as("votes-columns"))
                .toTable(Named.as("votes-table"), store("votes", Serdes.String(), RowFormat.value(VOTE_COLUMNS)));
    }

    private static void count(KTable<String, Row> votes, Counting counting) {
        List<String> ballotColumns = counting.ballotColumns();
        KTable<String, Row> complete = votes.filter(
                (post, vote) -> vote.has(ballotColumns),
                Named.as(counting.ballots().topicName() + "-where"));
        KTable<Row, Long> ballots =
                counted(complete, (post, vote) -> vote.only(ballotColumns), counting.ballots(), ballotColumns);
        write(ballots.toStream(changes(counting.ballots())), counting.ballots(), ballotColumns, Column.POSTS);

        List<String> rankingColumns = counting.rankingColumns();
        KTable<Row, Long> ranking =
                counted(ballots, (ballot, posts) -> ballot.only(rankingColumns), counting.ranking(), rankingColumns);
        write(ranking.toStream(changes(counting.ranking())), counting.ranking(), rankingColumns, Column.VOTES);
    }

    /** Counts the rows of each group; a group that no row is left in goes. */
    private static <K, V> KTable<Row, Long> counted(
            KTable<K, V> rows, KeyValueMapper<K, V, Row> group, Topic output, List<String> groupColumns) {
        String name = output.topicName();
        Serde<Row> key = RowFormat.key(groupColumns);
        return rows.groupBy(
                        (rowKey, row) -> KeyValue.pair(group.apply(rowKey, row), 1L),
                        Grouped.with(name, key, Serdes.Long()))
                .count(Named.as(name + "-count"), store(name, key, Serdes.Long()))
                .filter((grouped, count) -> count > 0, Named.as(name + "-having"));
    }

    private static void titles(KStream<String, Row> events) {
        Serde<Row> song = RowFormat.key(SONG);
        Serde<Row> title = RowFormat.value(TITLE);
        KStream<Row, Row> titles = events.filter(
                        (post, event) -> event != null && event.has(SONG) && event.has(TITLE),
                        Named.as("song_titles-where"))
                .map(
                        (post, event) -> KeyValue.pair(event.only(SONG), event.only(TITLE)),
                        Named.as("song_titles-by-song"))
                .groupByKey(Grouped.with(Topic.SONG_TITLES.topicName(), song, title))
                .reduce(
                        (first, next) -> first,
                        Named.as("song_titles-first"),
                        store(Topic.SONG_TITLES.topicName(), song, title))
                .toStream(changes(Topic.SONG_TITLES));
        write(titles, Topic.SONG_TITLES, song, title);
    }

    private static void pulse(KStream<String, Heartbeat> heartbeats) {
        String name = Topic.PULSE.topicName();
        KStream<Row, Heartbeat> pulse = heartbeats
                .filter(
                        (source, heartbeat) -> source != null
                                && source.length() <= Column.MAX_SOURCE
                                && heartbeat != null
                                && heartbeat.zone() != null,
                        Named.as(name + "-where"))
                .groupByKey(Grouped.with(name, Serdes.String(), Heartbeat.format()))
                .reduce(Heartbeat::then, Named.as(name + "-latest"), store(name, Serdes.String(), Heartbeat.format()))
                .toStream(changes(Topic.PULSE))
                .selectKey((source, heartbeat) -> Row.of(SOURCE, source), Named.as(name + "-key"));
        write(pulse, Topic.PULSE, RowFormat.key(List.of(SOURCE)), Heartbeat.format());
    }

    private static <K, V> Materialized<K, V, KeyValueStore<Bytes, byte[]>> store(
            String name, Serde<K> key, Serde<V> value) {
        return Materialized.<K, V, KeyValueStore<Bytes, byte[]>>as(name)
                .withKeySerde(key)
                .withValueSerde(value);
    }

    private static Named changes(Topic topic) {
        return Named.as(topic.topicName() + "-changes");
    }

    private static void write(KStream<Row, Long> counts, Topic topic, List<String> keyColumns, String countColumn) {
        write(counts, topic, RowFormat.key(keyColumns), CountFormat.of(countColumn));
    }

    private static <V> void write(KStream<Row, V> changes, Topic topic, Serde<Row> key, Serde<V> value) {
        changes.to(topic.topicName(), Produced.with(key, value).withName("to-" + topic.topicName()));
    }
}
