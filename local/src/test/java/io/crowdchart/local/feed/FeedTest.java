package io.crowdchart.local.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

    private static final String EVENT = "{\"did\":\"did:plc:a\",\"kind\":\"account\",\"time_us\":1779719009018817}";

    @TempDir
    private Path folder;

    @Test
    void a_feed_is_a_file_of_events_with_blank_lines_passed_over() throws Exception {
        Path file = Files.writeString(folder.resolve("feed.jsonl"), EVENT + "\n\n" + EVENT + "\n");
        assertThat(Feed.read(file).events()).hasSize(2);
        assertThat(Feed.read(file).lastTimeMicros()).isEqualTo(1_779_719_009_018_817L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nope",
                "[]",
                "17",
                "null",
                "{}",
                "{\"did\":\"a\",\"kind\":\"account\",\"time_us\":\"1\"}",
                "{\"did\":\"a\"",
                "{\"did\":\"a\",\"kind\":\"account\",\"time_us\":17}",
                "{\"did\":\"a\",\"kind\":\"account\",\"time_us\":1779719009018817}{\"did\":\"a\"}",
                "{\"did\":\" \",\"kind\":\"account\",\"time_us\":1779719009018817}"
            })
    void a_line_that_is_no_event_is_named(String line) throws Exception {
        Path file = Files.writeString(folder.resolve("feed.jsonl"), EVENT + "\n" + line + "\n");
        assertThatThrownBy(() -> Feed.read(file))
                .isInstanceOf(FeedException.class)
                .hasMessageStartingWith(file + ", line 2: expected ");
    }

    @Test
    void a_feed_that_cannot_be_read_is_named() throws Exception {
        assertThatThrownBy(() -> Feed.read(folder.resolve("missing")))
                .hasMessage(folder.resolve("missing") + ": expected a file with a feed, there is none");
        Path latin = Files.write(folder.resolve("latin"), "\"Für Elise\"".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Feed.read(latin)).hasMessage(latin + ": expected UTF-8");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThatThrownBy(() -> Feed.read(empty)).hasMessage(empty + ": expected at least one event");
    }

    @Test
    void feeds_are_told_apart_by_their_events() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), EVENT + "\n");
        Path same = Files.writeString(folder.resolve("same"), EVENT + "\n\n");
        Path two = Files.writeString(folder.resolve("two"), EVENT + "\n" + EVENT + "\n");
        assertThat(Feed.read(one).fingerprint()).isEqualTo(Feed.read(same).fingerprint());
        assertThat(Feed.read(one).fingerprint()).isNotEqualTo(Feed.read(two).fingerprint());
    }
}
