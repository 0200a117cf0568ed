package io.crowdchart.ksql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.ksql.sql.Statement;
import io.crowdchart.ksql.sql.Statement.Kind;
import io.crowdchart.ksql.sql.Statement.Query;
import io.crowdchart.ksql.sql.Statement.Selected;
import io.crowdchart.ksql.sql.Statement.Setting;
import io.crowdchart.ksql.sql.Statement.Source;
import io.crowdchart.ksql.sql.StatementParser;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares {@code statements/chart.sql} with the twin and with the names and limits that all modules share. */
class StatementsTest {

    private static final String TEXT = KsqlStatements.text();
    private static final String BARE = TEXT.replaceAll("--[^\\n]*", "");

    @Test
    void the_statements_say_what_the_twin_does() {
        assertThat(StatementParser.parse(TEXT)).isEqualTo(twin());
    }

    @Test
    void the_twin_reads_and_writes_the_topics_of_the_statements() {
        Set<String> read = topicsOf(TopologyDescription.Source.class, source -> source.topicSet().stream());
        Set<String> written = topicsOf(TopologyDescription.Sink.class, sink -> Stream.of(sink.topic()));

        assertThat(read).containsExactlyInAnyOrder("votes", "heartbeats");
        assertThat(written)
                .isEqualTo(queries()
                        .map(query -> query.options().getOrDefault("KAFKA_TOPIC", ""))
                        .map(topic -> topic.replace("'", ""))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_statement_has_a_comment_before_it() {
        Pattern lonely = Pattern.compile("(?m)^(?!--).*\\n\\n?(?=CREATE|SET)");

        assertThat(lonely.matcher(TEXT).results().map(match -> TEXT.substring(match.end(), match.end() + 30)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            KAFKA_TOPIC='daily_ranking'         | KAFKA_TOPIC='ranking'
            KAFKA_TOPIC='votes'                 | KAFKA_TOPIC='posts'
            LEN(hour) <= 13                     | LEN(hour) <= 14
            LEN(song) <= 200 AND LEN(voter)     | LEN(voter)
            KEY_FORMAT='JSON'                   | KEY_FORMAT='KAFKA'
            VALUE_FORMAT='JSON'                 | VALUE_FORMAT='DELIMITED'
            PARTITIONS=1                        | PARTITIONS=2
            `, PARTITIONS=2) AS`                | `) AS`
            `HAVING COUNT(*) > 0`               | ` `
            GROUP BY day, song, voter           | GROUP BY song, day, voter
            SELECT hour, song, voter            | SELECT song, hour, voter
            COUNT(*) AS votes                   | COUNT(*) AS count
            COUNT(*)                            | COUNT_DISTINCT(voter)
            FROM daily_ballots                  | FROM hourly_ballots
            EARLIEST_BY_OFFSET                  | LATEST_BY_OFFSET
            seen_at BIGINT                      | seen_at VARCHAR
            post VARCHAR PRIMARY KEY            | post VARCHAR KEY
            `  hour VARCHAR`                    | `  hours VARCHAR`
            CREATE STREAM heartbeats            | CREATE TABLE heartbeats
            = 'earliest'                        | = 'latest'
            """)
    void a_statement_that_differs_is_found(String right, String wrong) {
        assertThat(BARE).contains(right);
        String changed = BARE.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThatThrownBy(() -> assertThat(StatementParser.parse(changed)).isEqualTo(twin()))
                .isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
    }

    @Test
    void statements_in_another_order_are_found() {
        List<String> statements = new ArrayList<>(Arrays.asList(BARE.strip().split("(?<=;)")));
        Collections.swap(statements, 4, 6);

        List<Statement> swapped = StatementParser.parse(String.join("", statements));

        assertThat(swapped).isNotEqualTo(twin()).containsExactlyInAnyOrderElementsOf(twin());
    }

    @Test
    void a_missing_and_an_additional_statement_are_found() {
        String less = TEXT.substring(0, TEXT.lastIndexOf("CREATE TABLE"));
        String more = TEXT + "CREATE STREAM more (a VARCHAR KEY) WITH (KAFKA_TOPIC='more');";

        assertThat(StatementParser.parse(less)).isNotEqualTo(twin());
        assertThat(StatementParser.parse(more)).isNotEqualTo(twin());
    }

    private static List<Statement> twin() {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Setting("auto.offset.reset", "earliest"));
        statements.add(new Source(
                Kind.TABLE,
                "VOTES",
                columns("POST VARCHAR PRIMARY KEY", ChartTopology.EVENT_COLUMNS),
                plainKey(Topic.VOTES, true)));
        for (Counting counting : Counting.values()) {
            statements.add(ballots(counting));
            statements.add(ranking(counting));
        }
        statements.add(new Source(
                Kind.STREAM,
                "VOTE_EVENTS",
                columns("POST VARCHAR KEY", List.of(Column.SONG, Column.TITLE)),
                plainKey(Topic.VOTES, false)));
        statements.add(titles());
        statements.add(heartbeats());
        statements.add(pulse());
        return statements;
    }

    private static Query ballots(Counting counting) {
        List<String> columns = counting.ballotColumns();
        return new Query(
                upper(counting.ballots()),
                jsonKey(counting.ballots()),
                counted(columns, Column.POSTS),
                "VOTES",
                limits(columns),
                columns,
                true);
    }

    private static Query ranking(Counting counting) {
        List<String> columns = counting.rankingColumns();
        return new Query(
                upper(counting.ranking()),
                jsonKey(counting.ranking()),
                counted(columns, Column.VOTES),
                upper(counting.ballots()),
                Map.of(),
                columns,
                true);
    }

    private static Query titles() {
        return new Query(
                "SONG_TITLES",
                jsonKey(Topic.SONG_TITLES),
                List.of(
                        new Selected(Column.SONG, Column.SONG),
                        new Selected("EARLIEST_BY_OFFSET(" + Column.TITLE + ")", Column.TITLE)),
                "VOTE_EVENTS",
                limits(List.of(Column.SONG, Column.TITLE)),
                List.of(Column.SONG),
                false);
    }

    private static Source heartbeats() {
        return new Source(
                Kind.STREAM,
                "HEARTBEATS",
                List.of(
                        new Statement.Column(ChartTopology.SOURCE, "VARCHAR KEY"),
                        new Statement.Column(Column.SEEN_AT, "BIGINT"),
                        new Statement.Column(Column.ZONE, "VARCHAR")),
                plainKey(Topic.HEARTBEATS, true));
    }

    private static Query pulse() {
        return new Query(
                "PULSE",
                jsonKey(Topic.PULSE),
                List.of(
                        new Selected(ChartTopology.SOURCE, ChartTopology.SOURCE),
                        new Selected("LATEST_BY_OFFSET(" + Column.SEEN_AT + ")", Column.SEEN_AT),
                        new Selected("LATEST_BY_OFFSET(" + Column.ZONE + ")", Column.ZONE)),
                "HEARTBEATS",
                Map.of(ChartTopology.SOURCE, Column.MAX_SOURCE, Column.ZONE, Column.MAX_ZONE),
                List.of(ChartTopology.SOURCE),
                false);
    }

    private static List<Selected> counted(List<String> columns, String count) {
        return Stream.concat(
                        columns.stream().map(column -> new Selected(column, column)),
                        Stream.of(new Selected("COUNT(*)", count)))
                .toList();
    }

    private static List<Statement.Column> columns(String key, List<String> names) {
        int space = key.indexOf(' ');
        return Stream.concat(
                        Stream.of(new Statement.Column(key.substring(0, space), key.substring(space + 1))),
                        names.stream().map(name -> new Statement.Column(name, "VARCHAR")))
                .toList();
    }

    private static Map<String, Integer> limits(List<String> columns) {
        return columns.stream().collect(Collectors.toMap(column -> column, Limits.BY_COLUMN::get));
    }

    private static Map<String, String> jsonKey(Topic topic) {
        return options(topic, "JSON", true);
    }

    private static Map<String, String> plainKey(Topic topic, boolean partitions) {
        return options(topic, "KAFKA", partitions);
    }

    private static Map<String, String> options(Topic topic, String keyFormat, boolean partitions) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("KAFKA_TOPIC", "'" + topic.topicName() + "'");
        options.put("KEY_FORMAT", "'" + keyFormat + "'");
        options.put("VALUE_FORMAT", "'JSON'");
        if (partitions) {
            options.put("PARTITIONS", Integer.toString(topic.partitions()));
        }
        return options;
    }

    private static String upper(Topic topic) {
        return topic.topicName().toUpperCase(Locale.ROOT);
    }

    private static Stream<Query> queries() {
        return StatementParser.parse(TEXT).stream()
                .filter(Query.class::isInstance)
                .map(Query.class::cast);
    }

    private static <N> Set<String> topicsOf(Class<N> kind, Function<N, Stream<String>> topics) {
        return ChartTopology.create().describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .flatMap(topics)
                .filter(topic -> !topic.endsWith("-repartition"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
