package io.crowdchart.embedded.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReaderTest {

    private final EventReader reader = new EventReader();

    @Test
    void reads_what_the_server_must_know_and_keeps_the_line() {
        String line = "{\"did\":\"did:plc:a\",\"time_us\":1779719009157119,\"kind\":\"commit\","
                + "\"commit\":{\"collection\":\"app.bsky.feed.post\"},\"new\":1}";

        FeedEvent event = reader.read(3, line);

        assertThat(event.index()).isEqualTo(3);
        assertThat(event.json()).isEqualTo(line);
        assertThat(event.did()).isEqualTo("did:plc:a");
        assertThat(event.timeUs()).isEqualTo(1_779_719_009_157_119L);
        assertThat(event.kind()).isEqualTo("commit");
        assertThat(event.collection()).contains("app.bsky.feed.post");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json | an event is one JSON object a line",
                "[] | an event is one JSON object a line",
                "`` | an event is one JSON object a line",
                "{} {} | an event is one JSON object a line",
                "{\"time_us\":1,\"kind\":\"account\"} | an event needs a text in 'did'",
                "{\"did\":\"did:plc:a\",\"kind\":\"account\"} | in 'time_us'",
                "{\"did\":\"did:plc:a\",\"time_us\":1.5,\"kind\":\"account\"} | in 'time_us'",
                "{\"did\":\"did:plc:a\",\"time_us\":1e400,\"kind\":\"account\"} | in 'time_us'",
                "{\"did\":\"did:plc:a\",\"time_us\":1} | an event needs a text in 'kind'",
            })
    void names_what_is_wrong_with_a_line(String line, String expected) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.read(0, line))
                .withMessageContaining(expected);
    }
}
