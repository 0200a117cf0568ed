package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.interactionmodel.InteractionModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However late Redis answers, everybody who asks gets words in time, also where the titles have to be read again. */
class SlowRedisIT {

    /** The time for a chart, the time for the titles, and that of the skill itself. */
    private static final Duration BUDGET = Duration.ofSeconds(2);

    private static final Map<String, String> SLOTS = Map.of(
            "song",
            "song seven",
            "other",
            "bohemian rhapsody",
            "position",
            "3",
            "number",
            "3",
            "count",
            "5",
            "period",
            "today");

    private static RedisServer server;
    private static SlowLine line;

    @BeforeAll
    static void start() {
        Clock clock = Clock.systemUTC();
        server = RedisServer.start(RedisOptions.inMemory());
        line = SlowLine.to(server.port());
        var charts = new RedisCharts(RedisConfig.node(server.host(), server.port()), clock);
        try (ChartWriter writer = charts.writer()) {
            Instant seenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            KnownCharts.begin(writer);
            writer.write(new KnownCharts(clock.instant()).batch(1, seenAt));
        }
    }

    @AfterAll
    static void stop() {
        line.close();
        server.close();
    }

    private static List<Envelope> questions() {
        List<Envelope> questions = new ArrayList<>(List.of(aLaunch()));
        InteractionModel.of("en").intents().stream()
                .filter(intent -> !intent.isBuiltIn())
                .forEach(intent -> {
                    Envelope request = anIntent(intent.name()).inRunningSession();
                    intent.slots().forEach(slot -> request.slot(slot.name(), String.valueOf(SLOTS.get(slot.name()))));
                    questions.add(request);
                });
        return questions;
    }

    /** About as late as can be waited for the titles, for a chart, and not at all. */
    @ParameterizedTest
    @ValueSource(ints = {50, 580, 650, 740, 1_100, 1_450, 1_600, 60_000})
    void every_answer_comes_in_time(int late) throws InterruptedException, ExecutionException {
        RedisCharts charts = new RedisCharts(RedisConfig.node("127.0.0.1", line.port()), Clock.systemUTC());
        List<Envelope> questions = questions();
        List<ChartReader> readers =
                questions.stream().map(any -> charts.reader()).toList();
        ExecutorService askers = Executors.newFixedThreadPool(questions.size());
        try {
            line.late(Duration.ZERO);
            List<Alexa> skills = readers.stream().map(Alexa::new).toList();
            skills.forEach(skill -> skill.ask(anIntent("NumberOneIntent")));
            line.late(Duration.ofMillis(late));

            List<Callable<String>> asked = new ArrayList<>();
            for (int at = 0; at < questions.size(); at++) {
                Alexa skill = skills.get(at);
                Envelope question = questions.get(at);
                asked.add(() -> timely(skill, question));
            }
            for (Future<String> said : askers.invokeAll(asked)) {
                assertThat(said.get()).isNotBlank().doesNotContain("something went wrong");
            }
        } finally {
            askers.shutdown();
            readers.forEach(ChartReader::close);
        }
    }

    private static String timely(Alexa skill, Envelope question) {
        long start = System.nanoTime();
        String said = skill.ask(question).said();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as(question.json())
                .isLessThan(BUDGET);
        return said;
    }
}
