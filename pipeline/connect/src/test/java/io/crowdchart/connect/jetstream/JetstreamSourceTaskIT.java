package io.crowdchart.connect.jetstream;

import static io.crowdchart.connect.jetstream.TestEvents.account;
import static io.crowdchart.connect.jetstream.TestEvents.at;
import static io.crowdchart.connect.jetstream.TestEvents.created;
import static io.crowdchart.connect.jetstream.TestEvents.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.embedded.jetstream.ClientProgress;
import io.crowdchart.embedded.jetstream.JetstreamServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JetstreamSourceTaskIT {

    /** Times are one second apart, so a rewind of five seconds is five events. */
    private static final int STEP_MILLIS = 1_000;

    private final JetstreamServer server = JetstreamServer.start();
    private final JetstreamServer other = JetstreamServer.start();

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    private String hosts() {
        return server.uri() + "," + other.uri();
    }

    private static void publish(JetstreamServer to, int from, int until) {
        IntStream.range(from, until).forEach(number -> to.publish(created(number, at((long) number * STEP_MILLIS))));
    }

    private static List<String> ids(int from, int until) {
        return IntStream.range(from, until).mapToObj(TestEvents::id).toList();
    }

    @Test
    void hands_out_the_whole_feed_in_order() throws InterruptedException {
        publish(server, 0, 3_000);

        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString()))) {
            run.pollUntilPosts(ids(2_999, 3_000));

            assertThat(run.postIds()).isEqualTo(ids(0, 3_000));
            assertThat(run.lastOffset()).isEqualTo(Map.of("time_us", at(2_999L * STEP_MILLIS)));
            assertThat(run.counts().gaps.sum()).isZero();
            assertThat(run.counts().losses.sum()).isZero();
        }
    }

    @Test
    void without_a_stored_place_it_starts_with_what_comes_unless_told_otherwise() throws InterruptedException {
        publish(server, 0, 10);

        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString(), "jetstream.start", "now"))) {
            run.pollUntil(() -> server.clients().size() == 1);
            publish(server, 10, 12);
            run.pollUntilPosts(ids(11, 12));
            assertThat(run.postIds()).isEqualTo(ids(10, 12));
        }
    }

    @Test
    void goes_on_a_few_seconds_before_the_stored_place() throws InterruptedException {
        publish(server, 0, 50);
        Map<String, ?> stored = Map.of("time_us", at(20L * STEP_MILLIS));

        try (var run = new TaskRun(stored, TaskRun.settings(server.uri().toString()))) {
            run.pollUntilPosts(ids(49, 50));
            assertThat(run.postIds()).isEqualTo(ids(15, 50));
            assertThat(run.counts().gaps.sum()).isZero();
        }
    }

    @Test
    void loses_nothing_when_it_is_stopped_and_started_in_mid_feed() throws InterruptedException {
        publish(server, 0, 2_000);
        var seen = new HashSet<String>();
        Map<String, ?> offset = null;

        for (int restart = 0; restart < 5; restart++) {
            try (var run =
                    new TaskRun(offset, TaskRun.settings(server.uri().toString(), "jetstream.batch.messages", "100"))) {
                int enough = seen.size() + 200;
                run.pollUntil(() -> seen.size() + run.postIds().size() > enough);
                seen.addAll(run.postIds());
                offset = run.lastOffset();
            }
        }
        try (var run = new TaskRun(offset, TaskRun.settings(server.uri().toString()))) {
            run.pollUntilPosts(ids(1_999, 2_000));
            seen.addAll(run.postIds());
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids(0, 2_000));
    }

    @Test
    void loses_nothing_when_connections_break_and_are_closed() throws InterruptedException {
        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString()))) {
            for (int round = 0; round < 10; round++) {
                publish(server, round * 100, round * 100 + 100);
                run.pollUntilPosts(ids(round * 100, round * 100 + 50));
                if (round % 2 == 0) {
                    server.disconnectAll();
                } else {
                    server.closeAll();
                }
            }
            run.pollUntilPosts(ids(0, 1_000));

            assertThat(run.counts().losses.sum()).isGreaterThanOrEqualTo(9);
            assertThat(run.counts().gaps.sum()).isZero();
        }
    }

    @Test
    void goes_on_with_the_next_host_when_one_is_gone() throws InterruptedException {
        publish(server, 0, 100);
        publish(other, 0, 200);

        try (var run = new TaskRun(null, TaskRun.settings(hosts()))) {
            run.pollUntilPosts(ids(0, 100));
            server.close();
            run.pollUntilPosts(ids(0, 200));

            assertThat(run.postIds().subList(100, 105)).isEqualTo(ids(94, 99));
            assertThat(run.counts().gaps.sum()).isZero();
        }
    }

    @Test
    void finds_the_one_host_that_works() throws IOException, InterruptedException {
        int unused;
        try (var socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }
        other.faults().answerUnavailable(true);
        publish(server, 0, 10);

        try (var run = new TaskRun(
                null, TaskRun.settings("ws://127.0.0.1:" + unused + "," + other.uri() + "," + server.uri()))) {
            run.pollUntilPosts(ids(0, 10));
            assertThat(run.counts().losses.sum()).isEqualTo(2);
        }
    }

    @Test
    void waits_for_a_host_that_refuses_or_starts() throws InterruptedException {
        server.faults().refuseConnections(true);
        publish(server, 0, 10);

        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString()))) {
            run.pollUntil(() -> run.counts().losses.sum() >= 3);
            server.faults().refuseConnections(false).answerUnavailable(true);
            run.pollUntil(() -> run.counts().losses.sum() >= 6);
            assertThat(run.postIds()).isEmpty();
            assertThat(run.heartbeats()).isEmpty();
            server.faults().answerUnavailable(false);
            run.pollUntilPosts(ids(0, 10));
        }
    }

    @Test
    void leaves_a_host_that_says_nothing() throws InterruptedException {
        publish(server, 0, 20);
        publish(other, 0, 40);

        try (var run = new TaskRun(null, TaskRun.settings(hosts(), "jetstream.silence.timeout.ms", "1000"))) {
            run.pollUntilPosts(ids(0, 20));
            server.faults().goSilent(true);
            publish(server, 20, 21);
            run.pollUntilPosts(ids(0, 40));
        }
    }

    @Test
    void leaves_a_host_that_sends_nothing_but_rubbish() throws InterruptedException {
        publish(other, 0, 10);

        try (var run = new TaskRun(null, TaskRun.settings(hosts(), "jetstream.silence.timeout.ms", "1000"))) {
            run.pollUntil(() -> {
                server.sendRaw("rubbish");
                return run.postIds().containsAll(ids(0, 10));
            });
            assertThat(run.counts().badEvents(BadEvent.MALFORMED)).isPositive();
        }
    }

    @Test
    void finds_every_post_among_garbage_duplicates_fragments_and_disorder() throws InterruptedException {
        server.faults()
                .sendGarbage(true)
                .sendDuplicates(true)
                .fragmentMessages(true)
                .reorder(true);
        publish(server, 0, 500);

        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString()))) {
            run.pollUntilPosts(ids(0, 500));

            assertThat(new HashSet<>(run.postIds())).containsExactlyInAnyOrderElementsOf(ids(0, 500));
            assertThat(run.counts().badEvents(BadEvent.BINARY)).isPositive();
            assertThat(run.counts().badEvents(BadEvent.MALFORMED)).isPositive();
            assertThat(run.counts().badEvents(BadEvent.FUTURE_TIME)).isPositive();
            assertThat(run.counts().losses.sum()).isZero();
            assertThat(run.lastOffset()).isEqualTo(Map.of("time_us", at(499L * STEP_MILLIS)));
        }
    }

    @Test
    void a_message_that_is_too_long_is_skipped_whole() throws InterruptedException {
        server.publish(created(0, at(0), "x".repeat(100_000)));
        publish(server, 1, 3);

        try (var run =
                new TaskRun(null, TaskRun.settings(server.uri().toString(), "jetstream.message.max.chars", "1000"))) {
            run.pollUntilPosts(ids(1, 3));
            assertThat(run.postIds()).isEqualTo(ids(1, 3));
            assertThat(run.counts().badEvents(BadEvent.TOO_LONG)).isEqualTo(1);
        }
    }

    @Test
    void a_source_that_is_not_polled_slows_the_server_down_and_then_loses_nothing() throws InterruptedException {
        int count = 30_000;
        IntStream.range(0, count).forEach(number -> server.publish(created(number, at(number), "x".repeat(1_000))));

        try (var run = new TaskRun(
                null,
                TaskRun.settings(
                        server.uri().toString(), "jetstream.queue.messages", "10", "jetstream.batch.messages", "5"))) {
            run.pollUntil(() -> !run.postIds().isEmpty());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .during(Duration.ofSeconds(1))
                    .until(this::serverIsStuck);
            assertThat(run.counts().events.sum()).isLessThan(100);

            run.pollUntil(() -> run.counts().events.sum() >= count);
            assertThat(run.postIds()).isEqualTo(ids(0, count));
            assertThat(run.counts().losses.sum()).isZero();
        }
    }

    private boolean serverIsStuck() {
        ClientProgress client = server.clients().get(0);
        return !client.flushed() && client.position() < server.size();
    }

    @Test
    void counts_a_gap_when_the_server_no_longer_has_what_was_asked_for() throws InterruptedException {
        publish(server, 0, 100);
        server.faults().clampCursors(at(60L * STEP_MILLIS));

        try (var run = new TaskRun(
                Map.of("time_us", at(20L * STEP_MILLIS)),
                TaskRun.settings(server.uri().toString()))) {
            run.pollUntilPosts(ids(60, 100));

            assertThat(run.postIds()).isEqualTo(ids(60, 100));
            assertThat(run.counts().gaps.sum()).isEqualTo(1);
            assertThat(run.counts().gapMillis.sum()).isEqualTo(40_000);
        }
    }

    @Test
    void heartbeats_advance_with_any_event_and_stop_when_the_server_does() throws InterruptedException {
        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString()))) {
            publish(server, 0, 1);
            run.pollUntil(() -> !run.heartbeats().isEmpty());
            server.publish(account(at(7_000)));
            run.pollUntil(() -> run.heartbeats().contains(at(7_000)));
            assertThat(run.heartbeats()).isSorted().startsWith(at(0)).doesNotHaveDuplicates();

            server.close();
            int before = run.heartbeats().size();
            run.pollUntil(() -> run.counts().losses.sum() >= 5);
            assertThat(run.heartbeats()).hasSize(before);
        }
    }

    @Test
    void an_event_is_handed_out_at_once() throws InterruptedException {
        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString()))) {
            publish(server, 0, 100);
            run.pollUntilPosts(ids(0, 100));
            List<Long> millis = new ArrayList<>();
            for (int number = 100; number < 150; number++) {
                var later = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
                String event = created(number, at((long) number * STEP_MILLIS));
                var published = CompletableFuture.supplyAsync(
                        () -> {
                            server.publish(event);
                            return System.nanoTime();
                        },
                        later);
                run.pollUntilPosts(List.of(id(number)));
                millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - published.join()));
            }
            // Far below the 200 ms for which a poll may wait.
            assertThat(millis.stream().sorted().skip(25).findFirst().orElseThrow())
                    .isLessThan(50);
        }
    }

    @Test
    void stopping_ends_a_waiting_poll_and_every_thread() throws InterruptedException {
        publish(server, 0, 10);
        var run = new TaskRun(null, TaskRun.settings(server.uri().toString()));
        run.pollUntilPosts(ids(0, 10));
        long before = System.nanoTime();

        run.close();

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(1_000);
        assertThat(run.task().poll()).isNull();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(server.clients()).isEmpty();
            assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().equals("jetstream-bluesky"));
        });
    }

    @Test
    void its_numbers_are_metrics_of_the_worker() throws InterruptedException {
        publish(server, 0, 3);

        try (var run = new TaskRun(null, TaskRun.settings(server.uri().toString()))) {
            run.pollUntilPosts(ids(0, 3));

            assertThat(metric(run, "posts-total")).isEqualTo(3);
            assertThat(metric(run, "events-total")).isEqualTo(3);
            assertThat(metric(run, "connected")).isEqualTo(1);
            assertThat(metric(run, "connects-total")).isEqualTo(1);
            assertThat(metric(run, "lag-ms")).isGreaterThan(Duration.ofDays(1).toMillis());
            assertThat(run.metrics.metrics().keySet())
                    .filteredOn(name -> name.name().equals("bad-events-total"))
                    .hasSize(BadEvent.values().length);
        }
    }

    private static long metric(TaskRun run, String name) {
        return run.metrics.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .mapToLong(entry -> (Long) entry.getValue().metricValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_real_feed_arrives_whole_through_a_bad_network() throws InterruptedException {
        List<String> feed = TestEvents.feed();
        feed.forEach(server::publish);
        feed.forEach(other::publish);
        server.faults().sendGarbage(true).fragmentMessages(true);
        other.faults().sendDuplicates(true);
        var reference = new HashSet<String>();
        try (var run = new TaskRun(null, TaskRun.settings(other.uri().toString()))) {
            long wanted = feed.stream()
                    .filter(line -> !line.contains("app.bsky.feed.like"))
                    .count();
            run.pollUntil(() -> run.counts().events.sum() >= 2 * wanted);
            reference.addAll(run.postIds());
        }

        try (var run = new TaskRun(null, TaskRun.settings(hosts(), "jetstream.batch.messages", "50"))) {
            for (int cut = 1; cut < 5; cut++) {
                int until = cut * 2_000;
                run.pollUntil(() -> run.postIds().size() >= until);
                server.disconnectAll();
                other.closeAll();
            }
            run.pollUntilPosts(reference);
            assertThat(new HashSet<>(run.postIds())).isEqualTo(reference);
            assertThat(run.counts().losses.sum()).isPositive();
            assertThat(run.counts().gaps.sum()).isZero();
        }
    }
}
