package io.crowdchart.embedded.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JetstreamServerIT {

    private static final long START = 1_779_719_000_000_000L;
    private static final String FROM_START = "?cursor=" + START;

    private final JetstreamServer server = JetstreamServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    private static String event(int number) {
        return event(number, "app.bsky.feed.post", "");
    }

    private static String event(int number, String collection, String padding) {
        return "{\"did\":\"did:plc:" + number + "\",\"time_us\":" + (START + number * 1_000L)
                + ",\"kind\":\"commit\",\"commit\":{\"operation\":\"create\",\"collection\":\"" + collection
                + "\",\"rkey\":\"é🎶" + padding + "\"}}";
    }

    private List<String> publish(int count) {
        List<String> lines =
                IntStream.range(0, count).mapToObj(JetstreamServerIT::event).toList();
        lines.forEach(server::publish);
        return lines;
    }

    @Test
    void a_client_gets_what_was_published_from_its_cursor_on_and_then_what_comes() throws InterruptedException {
        List<String> lines = publish(500);

        try (var client = TestClient.subscribe(server, "?cursor=" + (START + 100_000L))) {
            assertThat(client.next(400)).isEqualTo(lines.subList(100, 500));
            server.publish(event(500));
            assertThat(client.next(1)).containsExactly(event(500));
        }
    }

    @Test
    void without_a_cursor_a_client_gets_only_what_comes() throws InterruptedException {
        publish(10);

        try (var client = TestClient.subscribe(server, "")) {
            await(() -> server.clients().size() == 1);
            server.publish(event(10));
            assertThat(client.next(1)).containsExactly(event(10));
        }
    }

    @Test
    void a_client_gets_only_the_collections_it_wants_and_all_account_events() throws InterruptedException {
        String account = "{\"did\":\"did:plc:a\",\"time_us\":" + START + ",\"kind\":\"account\"}";
        server.publish(event(0, "app.bsky.feed.like", ""));
        server.publish(account);
        server.publish(event(2));

        try (var client = TestClient.subscribe(server, FROM_START + "&wantedCollections=app.bsky.feed.post")) {
            assertThat(client.next(2)).containsExactly(account, event(2));
        }
    }

    @Test
    void a_client_that_does_not_read_holds_nobody_up_and_needs_little_memory() throws InterruptedException {
        int count = 30_000;
        String padding = "x".repeat(1_000);
        try (var slow = TestClient.subscribeWithoutReading(server, FROM_START);
                var quick = TestClient.subscribe(server, FROM_START)) {
            IntStream.range(0, count).forEach(number -> server.publish(event(number, "app.bsky.feed.post", padding)));

            assertThat(quick.next(count)).hasSize(count);
            assertThat(server.clients()).hasSize(2).anySatisfy(client -> {
                assertThat(client.position()).isLessThan(count);
                assertThat(client.flushed()).isFalse();
            });
            assertThat(slow.frames()).isZero();
        }
    }

    @Test
    void tells_when_the_feed_is_delivered() throws InterruptedException {
        publish(100);
        assertThat(server.isDelivered()).isFalse();

        try (var client = TestClient.subscribe(server, FROM_START)) {
            client.next(100);
            await(server::isDelivered);
            server.faults().goSilent(true);
            server.publish(event(100));
            assertThat(client.nextWithin(200)).isNull();
            assertThat(server.isDelivered()).isFalse();
            server.faults().goSilent(false);
            assertThat(client.next(1)).containsExactly(event(100));
        }
    }

    @Test
    void the_listener_hears_of_every_event_once_and_before_the_client_does() throws InterruptedException {
        var heard = new LinkedBlockingQueue<Integer>();
        server.onFirstDelivery((event, nanoTime) -> {
            assertThat(nanoTime).isLessThanOrEqualTo(System.nanoTime());
            heard.add(event.index());
        });
        publish(50);

        try (var first = TestClient.subscribe(server, FROM_START);
                var second = TestClient.subscribe(server, FROM_START)) {
            first.next(50);
            second.next(50);
        }

        assertThat(new ArrayList<>(heard)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void cut_connections_end_without_a_word_and_closed_ones_with_one() throws InterruptedException {
        try (var client = TestClient.subscribe(server, "")) {
            await(() -> server.clients().size() == 1);
            server.disconnectAll();
            assertThat(client.next(1)).containsExactly(TestClient.closed(1006));
        }
        await(() -> server.clients().isEmpty());
        try (var client = TestClient.subscribe(server, "")) {
            await(() -> server.clients().size() == 1);
            server.closeAll();
            assertThat(client.next(1)).containsExactly(TestClient.closed(1001));
        }
    }

    @Test
    void refuses_connections_and_upgrades_when_told_so() throws InterruptedException {
        server.faults().refuseConnections(true);
        assertThatThrownBy(() -> TestClient.subscribe(server, "")).isInstanceOf(CompletionException.class);

        server.faults().refuseConnections(false).answerUnavailable(true);
        assertThatThrownBy(() -> TestClient.subscribe(server, ""))
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(status(e)).isEqualTo(503));

        server.faults().answerUnavailable(false);
        TestClient.subscribe(server, "").close();
    }

    @Test
    void answers_a_wrong_cursor_with_400() {
        assertThatThrownBy(() -> TestClient.subscribe(server, "?cursor=now"))
                .satisfies(e -> assertThat(status(e)).isEqualTo(400));
    }

    private static int status(Throwable e) {
        return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }

    @Test
    void clamps_an_old_cursor_without_a_word() throws InterruptedException {
        List<String> lines = publish(10);
        server.faults().clampCursors(START + 7_000L);

        try (var client = TestClient.subscribe(server, FROM_START)) {
            assertThat(client.next(3)).isEqualTo(lines.subList(7, 10));
        }
    }

    @Test
    void sends_duplicates_garbage_fragments_and_another_order_when_told_so() throws InterruptedException {
        List<String> lines = publish(20);
        server.faults().sendDuplicates(true).reorder(true).fragmentMessages(true);

        try (var client = TestClient.subscribe(server, FROM_START)) {
            List<String> received = client.next(40);
            assertThat(received).containsAll(lines);
            assertThat(received.subList(0, 4)).containsExactly(event(1), event(1), event(0), event(0));
            assertThat(client.frames()).isGreaterThanOrEqualTo(80);
        }
        server.faults()
                .sendDuplicates(false)
                .reorder(false)
                .fragmentMessages(false)
                .sendGarbage(true);
        try (var client = TestClient.subscribe(server, FROM_START)) {
            List<String> received = client.next(40);
            assertThat(received).containsAll(lines).contains("no json at all");
        }
    }

    @Test
    void sends_any_frame_past_the_feed() throws InterruptedException {
        try (var client = TestClient.subscribe(server, "")) {
            await(() -> server.clients().size() == 1);
            server.sendRaw("anything");
            assertThat(client.next(1)).containsExactly("anything");
        }
    }

    @Test
    void a_used_port_is_one_clear_error() {
        assertThatThrownBy(() -> JetstreamServer.start(server.port()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot listen on 127.0.0.1:" + server.port() + ": ");
    }

    @Test
    void closing_frees_the_port_and_ends_every_thread_soon() throws InterruptedException {
        publish(10);
        try (var client = TestClient.subscribe(server, FROM_START)) {
            client.next(10);
            long before = System.nanoTime();

            server.close();

            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before))
                    .isLessThan(5_000);
        }
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("jetstream-client-")));
        assertThatThrownBy(() -> TestClient.subscribe(server, "")).hasCauseInstanceOf(ConnectException.class);
        JetstreamServer.start(server.port()).close();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time-out").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
