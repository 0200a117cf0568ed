package io.crowdchart.local.run;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.embedded.connect.ConnectorStatus;
import io.crowdchart.embedded.jetstream.JetstreamServer;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import io.crowdchart.lambda.ChartSkillHandler;
import io.crowdchart.local.feed.Feed;
import io.crowdchart.local.feed.FeedPlayer;
import io.crowdchart.local.feed.Recount;
import io.crowdchart.local.pipeline.Arrival;
import io.crowdchart.local.pipeline.DataFolder;
import io.crowdchart.local.pipeline.OneMachine;
import io.crowdchart.local.pipeline.Parts;
import io.crowdchart.local.pipeline.PipelineSettings;
import io.crowdchart.local.pipeline.StartException;
import io.crowdchart.local.skill.Conversation;
import io.crowdchart.local.skill.Skill;
import io.crowdchart.local.skill.SkillServer;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.operations.cluster.ClusterConfig;
import io.crowdchart.operations.cluster.RunningCharts;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One run, from the first line to the last. Everything it starts is stopped when it ends, by Ctrl-C too. */
final class Run implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int INTERRUPTED = 130;
    private static final String SKILL_ID = "amzn1.ask.skill.local";
    private static final Duration PULSE_LIMIT = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final String PUBLIC_HOSTS =
            "wss://jetstream1.us-east.bsky.network,wss://jetstream2.us-east.bsky.network,"
                    + "wss://jetstream1.us-west.bsky.network,wss://jetstream2.us-west.bsky.network";

    private final RunSettings settings;
    private final Screen screen;
    private final Clock clock = Clock.systemUTC();

    Run(RunSettings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    @Override
    public Integer call() throws Exception {
        // Read before anything is started: a feed that cannot be read costs nobody a start.
        Optional<Feed> given = settings.feed().map(Feed::read);
        try (Parts parts = Parts.closedAtExit()) {
            Watchdog watchdog = parts.add(Watchdog.start());
            DataFolder folder =
                    parts.add(settings.keep().map(DataFolder::kept).orElseGet(() -> DataFolder.temporary(watchdog)));
            // Before the first logger is made.
            System.setProperty("crowdchart.log", folder.log("runner").toString());
            SkillServer server = parts.add(listen());
            ChosenFeed chosen = ChosenFeed.of(settings, given, folder, clock);
            screen.done("data and logs in " + folder.path());
            JetstreamServer network = parts.add(JetstreamServer.start());
            OneMachine machine = parts.add(OneMachine.start(folder, watchdog, pipelineSettings(network.uri()), screen));
            try {
                run(parts, machine, server, network, chosen);
            } catch (RuntimeException e) {
                if (!parts.isClosed()) {
                    throw e;
                }
                // Somebody ended the run, and what it was using was closed under it.
                return INTERRUPTED;
            }
        }
        return DONE;
    }

    private PipelineSettings pipelineSettings(URI network) {
        return new PipelineSettings(
                settings.plugin(),
                settings.hashtag(),
                settings.zone(),
                settings.live() ? PUBLIC_HOSTS : network.toString(),
                settings.live() ? "now" : "earliest",
                HEARTBEAT);
    }

    private void run(Parts parts, OneMachine machine, SkillServer server, JetstreamServer network, ChosenFeed chosen)
            throws Exception {
        RedisCharts charts = new RedisCharts(machine.redisConfig(), clock);
        ChartReader reader = parts.add(charts.reader());
        Skill skill = new Skill(new ChartSkillHandler(SKILL_ID, reader, clock, settings.titles()));
        server.serve(skill);
        settings.running().ifPresent(folder -> parts.add(new RunningCharts(folder).register(whereabouts(machine))));
        screen.done("ready: the skill answers on " + server.url());

        Freshness freshness = parts.add(new Freshness(reader));
        if (chosen.feed().isPresent()) {
            Arrival arrival = parts.add(new Arrival(machine.bootstrapServers(), parts.add(charts.writer())));
            FeedPlayer player = parts.add(new FeedPlayer(network, clock));
            new FeedShow(screen, reader, arrival, freshness, () -> checkConnectors(machine))
                    .play(chosen.feed().get(), player, new Recount(settings.hashtag(), settings.zone()));
        }
        awaitPulse(reader);
        Conversation conversation = new Conversation(skill, SKILL_ID, new UtteranceMatcher(settings.model()), clock);
        settings.questions().forEach(question -> ask(conversation, question));
        if (settings.chart().isPresent()) {
            ChartFile.write(reader, settings.chart().get());
            screen.done("the chart is written to " + settings.chart().get());
        }
        report(machine, freshness);
        if (!settings.once()) {
            talk(conversation);
        }
    }

    /** What {@code scripts/chart} has to know. */
    private static Map<String, String> whereabouts(OneMachine machine) {
        RedisConfig redis = machine.redisConfig();
        return Map.of(
                ClusterConfig.KAFKA_BOOTSTRAP, machine.bootstrapServers(),
                ClusterConfig.CONNECT_URL, machine.worker().url().toString(),
                ClusterConfig.REDIS_HOST, redis.host(),
                ClusterConfig.REDIS_PORT, Integer.toString(redis.port()));
    }

    /** Before a pulse of now is there, the chart is old or not there yet; on the public network it may take a moment. */
    private void awaitPulse(ChartReader reader) throws InterruptedException {
        long start = System.nanoTime();
        while (!isCurrent(reader.read(ChartQuery.top(ChartWindow.ALL_TIME, 1)))) {
            if (System.nanoTime() - start > PULSE_LIMIT.toNanos()) {
                screen.done("no pulse within " + PULSE_LIMIT.toSeconds()
                        + " s: the network is silent or cannot be reached");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static boolean isCurrent(ChartAnswer answer) {
        return answer instanceof ChartAnswer.Fresh || answer instanceof ChartAnswer.Empty;
    }

    private SkillServer listen() {
        try {
            return SkillServer.listen(settings.port());
        } catch (IOException e) {
            throw new StartException("--port " + settings.port() + ": expected a free port: " + e.getMessage(), e);
        }
    }

    private static void checkConnectors(OneMachine machine) {
        for (String connector : List.of(OneMachine.SOURCE, OneMachine.SINK)) {
            ConnectorStatus status = machine.worker().rest().status(connector);
            if (status.failed()) {
                throw new StartException("the connector " + connector + " failed: " + status.failure());
            }
        }
    }

    private void ask(Conversation conversation, String question) {
        screen.say("You: " + question);
        screen.say("Alexa: " + conversation.ask(question));
    }

    private void talk(Conversation conversation) throws IOException {
        screen.done("type what you would say to Alexa; quit or Ctrl-C ends");
        Optional<String> said = screen.prompt("You: ");
        while (said.isPresent() && !said.get().strip().toLowerCase(Locale.ROOT).equals("quit")) {
            if (!said.get().isBlank()) {
                screen.say("Alexa: " + conversation.ask(said.get()));
            }
            said = screen.prompt("You: ");
        }
    }

    private void report(OneMachine machine, Freshness freshness) {
        freshness.summary().ifPresent(screen::say);
        Memory.peakMegabytes(
                        List.of(ProcessHandle.current().pid(), machine.redis().pid()))
                .ifPresent(megabytes -> screen.say("Memory, at most: " + megabytes + " MB"));
    }
}
