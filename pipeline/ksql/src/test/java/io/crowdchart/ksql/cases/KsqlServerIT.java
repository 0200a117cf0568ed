package io.crowdchart.ksql.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.ksql.KsqlStatements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KsqlServerIT {

    private static final Pattern WORDS = Pattern.compile("[ (\\n]+");

    @Test
    void the_statements_are_sent_one_by_one_in_their_order() throws IOException {
        try (StubKsqlServer stub = new StubKsqlServer(null)) {
            KsqlServer server = new KsqlServer(stub.address());

            server.awaitReady(Duration.ofSeconds(30));
            server.run(KsqlStatements.text());

            assertThat(stub.statements())
                    .extracting(statement ->
                            WORDS.splitAsStream(statement).skip(5).findFirst().orElse(""))
                    .containsExactly(
                            "votes",
                            "ballots",
                            "song_ranking",
                            "daily_ballots",
                            "daily_ranking",
                            "hourly_ballots",
                            "hourly_ranking",
                            "vote_events",
                            "song_titles",
                            "heartbeats",
                            "pulse");
        }
    }

    @Test
    void a_refused_statement_is_named_with_the_reason() throws IOException {
        try (StubKsqlServer stub = new StubKsqlServer("daily_ranking")) {
            assertThatThrownBy(() -> new KsqlServer(stub.address()).run(KsqlStatements.text()))
                    .hasMessageStartingWith("ksqlDB refuses 'CREATE TABLE IF NOT EXISTS daily_ranking WITH")
                    .hasMessageEndingWith("line 1:1: refused");
        }
    }

    @Test
    void wrong_options_are_one_clear_line() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status =
                KsqlCases.run(List.of("--ksq", "x"), System.out, new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("ksql-cases: '--ksq' is not understood; usage: ")
                .hasLineCount(1);
    }
}
