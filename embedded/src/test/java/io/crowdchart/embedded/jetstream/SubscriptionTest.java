package io.crowdchart.embedded.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    private static final long START = 1_779_719_000_000_000L;

    /** Times, in seconds after the start: 1, 2, 4, 3, 5. */
    private static EventLog aLog() {
        var log = new EventLog();
        for (int second : new int[] {1, 2, 4, 3, 5}) {
            log.append("{\"did\":\"did:plc:a\",\"time_us\":" + at(second) + ",\"kind\":\"account\"}");
        }
        return log;
    }

    private static long at(long second) {
        return START + second * 1_000_000;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 1", "3, 2", "4, 2", "5, 4", "6, 5"})
    void a_time_cursor_starts_at_the_first_event_that_is_not_older(long second, int expected) {
        assertThat(Subscription.of("/subscribe?cursor=" + at(second)).startIn(aLog(), 0))
                .isEqualTo(expected);
    }

    @Test
    void no_cursor_is_the_live_tail() {
        assertThat(Subscription.of("/subscribe").startIn(aLog(), 0)).isEqualTo(5);
    }

    @Test
    void a_small_cursor_is_a_place_in_the_feed() {
        assertThat(Subscription.of("/subscribe?cursor=0").startIn(aLog(), 0)).isZero();
        assertThat(Subscription.of("/subscribe?cursor=3").startIn(aLog(), 0)).isEqualTo(2);
        assertThat(Subscription.of("/subscribe?cursor=99").startIn(aLog(), 0)).isEqualTo(5);
    }

    @Test
    void a_cursor_before_the_oldest_time_is_moved_there() {
        assertThat(Subscription.of("/subscribe?cursor=" + at(1)).startIn(aLog(), at(4)))
                .isEqualTo(2);
    }

    @Test
    void only_wanted_collections_pass_and_everything_that_is_no_commit() {
        Subscription posts =
                Subscription.of("/subscribe?wantedCollections=app.bsky.feed.post&wantedCollections=app.bsky.graph.*");

        assertThat(posts.wants(commit("app.bsky.feed.post"))).isTrue();
        assertThat(posts.wants(commit("app.bsky.graph.block"))).isTrue();
        assertThat(posts.wants(commit("app.bsky.feed.like"))).isFalse();
        assertThat(posts.wants(
                        new EventReader().read(0, "{\"did\":\"did:plc:a\",\"time_us\":1,\"kind\":\"identity\"}")))
                .isTrue();
        assertThat(Subscription.of("/subscribe").wants(commit("app.bsky.feed.like")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/other?cursor=1", "/subscribe?cursor=now", "/subscribe?cursor=%GG"})
    void anything_else_is_refused(String resource) {
        assertThatIllegalArgumentException().isThrownBy(() -> Subscription.of(resource));
    }

    private static FeedEvent commit(String collection) {
        return new EventReader()
                .read(
                        0,
                        "{\"did\":\"did:plc:a\",\"time_us\":1,\"kind\":\"commit\",\"commit\":{\"collection\":\""
                                + collection + "\"}}");
    }
}
