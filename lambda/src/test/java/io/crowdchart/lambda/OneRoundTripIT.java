package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.aRequest;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.InteractionModel.Intent;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a real Redis is asked for each question: its own MONITOR tells. */
class OneRoundTripIT {

    /** They ask nothing of a chart. */
    private static final Set<String> WITHOUT_CHART = Set.of(
            "AMAZON.HelpIntent",
            "AMAZON.StopIntent",
            "AMAZON.CancelIntent",
            "AMAZON.NavigateHomeIntent",
            "AMAZON.NoIntent",
            "AMAZON.RepeatIntent",
            "AMAZON.FallbackIntent");

    private static final Map<String, String> SLOTS = Map.of(
            "song", "song 7", "other", "song 8", "position", "3", "number", "3", "count", "5", "period", "today");

    private static RedisServer server;
    private static ChartWriter writer;
    private static ChartReader reader;
    private static RedisMonitor monitor;
    private static String titlesScript;

    @BeforeAll
    static void start() throws IOException, NoSuchAlgorithmException {
        Clock clock = Clock.systemUTC();
        server = RedisServer.start(RedisOptions.inMemory());
        var charts = new RedisCharts(RedisConfig.node(server.host(), server.port()), clock);
        writer = charts.writer();
        reader = charts.reader();
        KnownCharts known = new KnownCharts(clock.instant());
        KnownCharts.begin(writer);
        Instant seenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        writer.write(known.batch(1, seenAt));
        try (InputStream script =
                Objects.requireNonNull(ChartReader.class.getResourceAsStream("/io/crowdchart/cache/redis/songs.lua"))) {
            titlesScript =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(script.readAllBytes()));
        }
        monitor = RedisMonitor.of(server.host(), server.port());
        // The scripts are loaded, and the connection is there.
        new Alexa(reader).ask(aLaunch());
    }

    @AfterAll
    static void stop() {
        monitor.close();
        reader.close();
        writer.close();
        server.close();
    }

    private static Envelope intent(Intent intent) {
        Envelope request = anIntent(intent.name());
        intent.slots().forEach(slot -> request.slot(slot.name(), Objects.requireNonNull(SLOTS.get(slot.name()))));
        return request;
    }

    static Set<Map.Entry<String, Supplier<Envelope>>> questions() {
        Map<String, Supplier<Envelope>> questions = new TreeMap<>();
        InteractionModel.of("en").intents().forEach(intent -> questions.put(intent.name(), () -> intent(intent)));
        questions.put("launch", Envelope::aLaunch);
        questions.put(
                "a touch",
                () -> aRequest("Alexa.Presentation.APL.UserEvent")
                        .with("arguments", "[\"song\", 3, \"song+7\", \"ALL_TIME\"]"));
        questions.put("a song by an artist", () -> anIntent("SongRankIntent").slot("song", "song 7 by somebody"));
        questions.put(
                "a song in another spelling", () -> anIntent("SongRankIntent").slot("song", "song seven"));
        questions.put(
                "a song that is nearly one", () -> anIntent("SongVotesIntent").slot("song", "songg eleven"));
        questions.put("a song that is none", () -> anIntent("SongRankIntent").slot("song", "bohemian rhapsody"));
        return questions.entrySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void a_question_is_one_request_to_redis(Map.Entry<String, Supplier<Envelope>> question) {
        boolean reads = !WITHOUT_CHART.contains(question.getKey());
        for (boolean running : new boolean[] {false, true}) {
            Talk talk = new Talk(reader);
            if (running) {
                talk.responseTo(aLaunch());
                if (question.getKey().startsWith("Same")) {
                    talk.responseTo(anIntent("NumberOneIntent"));
                }
                if (question.getKey().equals("AMAZON.YesIntent")) {
                    talk.responseTo(anIntent("TopSongsIntent"));
                }
            }
            monitor.requests();

            talk.responseTo(question.getValue().get().withScreen());

            List<String> requests = monitor.requests();
            // The titles are read at most once in a while; those are not counted.
            List<String> own = requests.stream()
                    .filter(request -> !request.contains(titlesScript))
                    .toList();
            boolean followsUp =
                    question.getKey().startsWith("Same") || question.getKey().equals("AMAZON.YesIntent");
            assertThat(own).as("running: %s", running).hasSize(reads && (running || !followsUp) ? 1 : 0);
            assertThat(requests.size() - own.size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void the_titles_are_read_once_in_a_while_and_not_for_what_was_said_to_the_letter() {
        Talk talk = new Talk(reader);
        monitor.requests();

        talk.responseTo(anIntent("SongRankIntent").slot("song", "song 7"));
        assertThat(titles()).isZero();
        talk.responseTo(anIntent("SongRankIntent").slot("song", "bohemian rhapsody"));
        assertThat(titles()).isEqualTo(1);
        talk.responseTo(anIntent("SongRankIntent").slot("song", "song seven"));
        talk.responseTo(aLaunch());
        assertThat(titles()).isZero();
    }

    private static long titles() {
        return monitor.requests().stream()
                .filter(request -> request.contains(titlesScript))
                .count();
    }
}
