package io.crowdchart.local.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.embedded.jetstream.JetstreamServer;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.local.feed.Feed;
import io.crowdchart.local.feed.FeedEvent;
import io.crowdchart.local.feed.FeedGenerator;
import io.crowdchart.local.feed.FeedPlayer;
import io.crowdchart.local.feed.GeneratedFeed;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.SongKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The whole pipeline while Redis is away. */
class OutageIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration OUTAGE = Duration.ofSeconds(20);
    private static final Path PLUGINS = Path.of("..", "pipeline", "connect", "target", "plugin");
    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void redis_stopped_for_20_seconds_in_mid_feed_costs_no_vote_and_no_task() throws Exception {
        GeneratedFeed generated = FeedGenerator.generate(
                31, 4_000, "KafkaSummit", Instant.now().minusSeconds(600), Duration.ofMinutes(9));
        Feed feed = generated.feed("generated");
        try (Parts parts = new Parts()) {
            Watchdog watchdog = parts.add(Watchdog.start());
            DataFolder folder = parts.add(DataFolder.temporary(watchdog));
            JetstreamServer network = parts.add(JetstreamServer.start());
            OneMachine machine = parts.add(OneMachine.start(folder, watchdog, settings(network), step -> {}));
            RedisCharts charts = new RedisCharts(machine.redisConfig(), CLOCK);
            ChartReader reader = parts.add(charts.reader());
            FeedPlayer player = parts.add(new FeedPlayer(network, CLOCK));
            List<FeedEvent> half = feed.events().subList(0, feed.events().size() / 2);

            player.play(half, Duration.ZERO, event -> {});
            await().atMost(LIMIT)
                    .until(() -> reader.read(ChartQuery.top(ChartWindow.ALL_TIME, 1)) instanceof ChartAnswer.Stale
                            || reader.read(ChartQuery.top(ChartWindow.ALL_TIME, 1)) instanceof ChartAnswer.Fresh);
            machine.redis().stop();
            player.play(feed.events().subList(half.size(), feed.events().size()), Duration.ZERO, event -> {});
            player.liveOn();
            await().pollInterval(Duration.ofSeconds(1))
                    .during(OUTAGE)
                    .atMost(LIMIT)
                    .until(() ->
                            !machine.worker().rest().status(OneMachine.SINK).failed());
            assertThat(reader.read(ChartQuery.top(ChartWindow.ALL_TIME, 1))).isInstanceOf(ChartAnswer.Stale.class);
            machine.redis().start();

            Arrival arrival = parts.add(new Arrival(machine.bootstrapServers(), parts.add(charts.writer())));
            await().atMost(LIMIT)
                    .until(() -> arrival.missing(feed.lastTimeMicros()).isEmpty());
            assertThat(chart(reader)).isEqualTo(expected(generated));
            assertThat(machine.worker().rest().status(OneMachine.SINK).running())
                    .isTrue();
        }
    }

    private static PipelineSettings settings(JetstreamServer network) {
        return new PipelineSettings(
                Plugin.in(PLUGINS),
                "KafkaSummit",
                ZoneId.of("Europe/Berlin"),
                network.uri().toString(),
                "earliest",
                Duration.ofSeconds(1));
    }

    private static Map<String, Long> chart(ChartReader reader) {
        Map<String, Long> votes = new TreeMap<>();
        List<ChartEntry> page;
        do {
            ChartAnswer answer = reader.read(new ChartQuery(ChartWindow.ALL_TIME, votes.size(), 100, List.of()));
            page = answer instanceof ChartAnswer.Fresh fresh ? fresh.view().lines() : List.of();
            page.forEach(line -> votes.put(line.song().key(), line.votes()));
        } while (!page.isEmpty());
        return votes;
    }

    private static Map<String, Long> expected(GeneratedFeed feed) {
        Map<String, Long> expected = new TreeMap<>();
        feed.voters().forEach((title, voters) -> expected.put(SongKey.of(title), (long) voters));
        return expected;
    }
}
