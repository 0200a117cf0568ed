package io.crowdchart.connect.jetstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.connect.post.Microseconds;
import io.crowdchart.connect.post.Post;
import io.crowdchart.connect.post.PostEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventParserTest {

    private static final Instant NOW = Instant.parse("2026-05-25T15:00:00Z");

    private final EventParser parser = new EventParser(
            "bluesky", new WantedCollections(List.of("app.bsky.feed.post")), Clock.fixed(NOW, ZoneOffset.UTC));

    private Parsed.Event event(String message) {
        assertThat(parser.parse(message)).isInstanceOf(Parsed.Event.class);
        return (Parsed.Event) parser.parse(message);
    }

    @Test
    void reads_every_kind_of_event_that_the_real_server_sends_and_finds_the_one_post() {
        List<Parsed.Event> events =
                TestEvents.envelopes().stream().map(this::event).toList();

        assertThat(events)
                .hasSize(9)
                .filteredOn(event -> event.post().isPresent())
                .singleElement()
                .satisfies(event -> {
                    Post post = event.post().orElseThrow();
                    assertThat(post.id())
                            .isEqualTo("at://did:plc:ugnrshe66fwe2jbs32hccyvr/app.bsky.feed.post/3mmoojp4cd223");
                    assertThat(post.author()).isEqualTo("did:plc:ugnrshe66fwe2jbs32hccyvr");
                    assertThat(post.text()).isEqualTo("lovely evening !!");
                    assertThat(post.tags()).isEmpty();
                    assertThat(Microseconds.of(post.seenAt())).isEqualTo(1_779_719_009_157_119L);
                    assertThat(post.source()).isEqualTo("bluesky");
                    assertThat(post.event()).isEqualTo(PostEvent.CREATED);
                });
    }

    @Test
    void reads_tags_from_facets_and_from_the_record() {
        String message = TestEvents.created(1, TestEvents.at(0))
                .replace(
                        "\"text\":",
                        "\"tags\":[\"C\",7],\"facets\":[{\"features\":[{\"$type\":\"app.bsky.richtext.facet#tag\",\"tag\":\"A\"},"
                                + "{\"$type\":\"app.bsky.richtext.facet#link\",\"uri\":\"x\",\"tag\":\"no\"}]},7,"
                                + "{\"features\":\"none\"},{\"features\":[{\"$type\":\"app.bsky.richtext.facet#tag\",\"tag\":\"B\"}]}],\"text\":");

        assertThat(event(message).post().orElseThrow().tags()).containsExactly("A", "B", "C");
    }

    @Test
    void an_update_carries_the_new_text_and_a_delete_none() {
        String created = TestEvents.created(1, TestEvents.at(0), "words");
        String deleted = "{\"did\":\"did:plc:u1\",\"time_us\":" + TestEvents.at(5)
                + ",\"kind\":\"commit\",\"commit\":{\"operation\":\"delete\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"k1\"}}";

        Post update = event(created.replace("create\"", "update\"")).post().orElseThrow();
        Post delete = event(deleted).post().orElseThrow();

        assertThat(update.event()).isEqualTo(PostEvent.UPDATED);
        assertThat(update.text()).isEqualTo("words");
        assertThat(delete.event()).isEqualTo(PostEvent.DELETED);
        assertThat(delete.id()).isEqualTo(update.id());
        assertThat(delete.text()).isEmpty();
    }

    @Test
    void a_post_without_a_text_has_an_empty_one_so_that_an_edit_to_it_retracts() {
        String message = TestEvents.created(1, TestEvents.at(0)).replace("\"text\":", "\"words\":");

        assertThat(event(message).post().orElseThrow().text()).isEmpty();
    }

    @Test
    void unknown_kinds_and_foreign_collections_only_advance_the_time() {
        String message = TestEvents.created(1, TestEvents.at(3));

        assertThat(event(message.replace("\"commit\",", "\"party\",")).post()).isEmpty();
        assertThat(event(message.replace("feed.post", "feed.like")).timeUs()).isEqualTo(TestEvents.at(3));
        assertThat(event(message.replace("feed.post", "feed.like")).post()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | MALFORMED",
                "` ` | MALFORMED",
                "no json | MALFORMED",
                "{\"did\": | MALFORMED",
                "{} {} | MALFORMED",
                "[] | NO_OBJECT",
                "null | NO_OBJECT",
                "{} | NO_ID",
                "{\"did\":\"someone\",\"time_us\":1779719009157119,\"kind\":\"account\"} | NO_ID",
                "{\"did\":\"did:plc:a/b\",\"time_us\":1779719009157119,\"kind\":\"account\"} | NO_ID",
                "{\"did\":\"did:plc:a\",\"kind\":\"account\"} | NO_TIME",
                "{\"did\":\"did:plc:a\",\"time_us\":\"1779719009157119\",\"kind\":\"account\"} | NO_TIME",
                "{\"did\":\"did:plc:a\",\"time_us\":12345,\"kind\":\"account\"} | NO_TIME",
                "{\"did\":\"did:plc:a\",\"time_us\":-1779719009157119,\"kind\":\"account\"} | NO_TIME",
                "{\"did\":\"did:plc:a\",\"time_us\":1e400,\"kind\":\"account\"} | NO_TIME",
                "{\"did\":\"did:plc:a\",\"time_us\":99999999999999999999999,\"kind\":\"account\"} | NO_TIME",
                "{\"did\":\"did:plc:a\",\"time_us\":9000000000000000000,\"kind\":\"account\"} | FUTURE_TIME",
                "{\"did\":\"did:plc:a\",\"time_us\":1779719009157119} | NO_KIND",
                "{\"did\":\"did:plc:a\",\"time_us\":1779719009157119,\"kind\":\"commit\"} | NO_ID",
            })
    void counts_what_cannot_be_used_by_its_reason(String message, BadEvent reason) {
        assertThat(parser.parse(message)).isEqualTo(new Parsed.Bad(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "\"create\", \"destroy\", NO_KIND",
        "\"k1\", \"k/1\", NO_ID",
        "\"k1\", \"\", NO_ID",
        "\"k1\", 7, NO_ID",
        "\"record\", \"other\", NO_RECORD"
    })
    void counts_a_post_that_cannot_be_used(String good, String bad, BadEvent reason) {
        assertThat(parser.parse(TestEvents.created(1, TestEvents.at(0)).replace(good, bad)))
                .isEqualTo(new Parsed.Bad(reason));
    }

    @Test
    void deep_nesting_is_malformed() {
        String deep = TestEvents.created(1, TestEvents.at(0))
                .replace("\"text\":", "\"x\":" + "[".repeat(200) + "]".repeat(200) + ",\"text\":");

        assertThat(parser.parse(deep)).isEqualTo(new Parsed.Bad(BadEvent.MALFORMED));
        assertThat(parser.parse("[".repeat(1_000_000))).isEqualTo(new Parsed.Bad(BadEvent.MALFORMED));
    }

    @Test
    void an_hour_ahead_is_the_limit() {
        long limit = Microseconds.of(NOW.plusSeconds(3_600));

        assertThat(parser.parse(TestEvents.account(limit))).isInstanceOf(Parsed.Event.class);
        assertThat(parser.parse(TestEvents.account(limit + 1))).isEqualTo(new Parsed.Bad(BadEvent.FUTURE_TIME));
    }

    @Test
    void never_throws_whatever_is_cut_or_changed() {
        long seed = 20_261_123;
        var random = new Random(seed);
        List<String> messages = TestEvents.envelopes();
        for (int round = 0; round < 20_000; round++) {
            var message = new StringBuilder(messages.get(random.nextInt(messages.size())));
            for (int edit = 0; edit < 1 + random.nextInt(4); edit++) {
                int at = random.nextInt(message.length());
                if (random.nextBoolean()) {
                    message.setCharAt(at, (char) random.nextInt(0x10000));
                } else {
                    message.delete(at, Math.min(message.length(), at + random.nextInt(40)));
                }
                message.append(' ');
            }
            assertThat(parser.parse(message.toString()))
                    .as("seed %d, round %d", seed, round)
                    .isNotNull();
        }
    }
}
