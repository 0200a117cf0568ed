package io.crowdchart.local.skill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import io.crowdchart.lambda.ChartSkillHandler;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationIT {

    private static final String SKILL_ID = "amzn1.ask.skill.test";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> envelopes = new ArrayList<>();
    private final ChartSkillHandler handler = new ChartSkillHandler(SKILL_ID, new Unreachable(), CLOCK);
    private final Conversation conversation = new Conversation(
            new Skill((input, output, context) -> {
                byte[] envelope = input.readAllBytes();
                envelopes.add(JSON.readTree(envelope));
                handler.handleRequest(new ByteArrayInputStream(envelope), output, context);
            }),
            SKILL_ID,
            new UtteranceMatcher(InteractionModel.of("en")),
            CLOCK);

    @Test
    void typed_words_reach_the_handler_as_an_intent_with_its_slots() {
        conversation.ask("top five");
        assertThat(envelopes).singleElement().satisfies(envelope -> {
            assertThat(envelope.at("/request/type").asText()).isEqualTo("IntentRequest");
            assertThat(envelope.at("/request/intent/name").asText()).isEqualTo("TopSongsIntent");
            assertThat(envelope.at("/request/intent/slots/count/value").asText())
                    .isEqualTo("5");
        });
    }

    @Test
    void a_session_lasts_until_an_answer_ends_it() {
        conversation.ask("help");
        conversation.ask("stop");
        conversation.ask("open crowd chart");
        assertThat(envelopes)
                .extracting(envelope -> envelope.at("/session/new").asBoolean())
                .containsExactly(true, false, true);
        assertThat(envelopes.get(1).at("/session/sessionId"))
                .isEqualTo(envelopes.get(0).at("/session/sessionId"));
        assertThat(envelopes.get(2).at("/session/sessionId"))
                .isNotEqualTo(envelopes.get(0).at("/session/sessionId"));
        assertThat(envelopes.get(2).at("/request/type").asText()).isEqualTo("LaunchRequest");
    }

    @Test
    void the_port_takes_raw_envelopes_and_tells_what_it_wants() throws Exception {
        try (SkillServer server = SkillServer.listen(0)) {
            assertThat(post(server, "{}")).startsWith("503");
            server.serve(new Skill(handler));
            conversation.ask("help");
            assertThat(post(server, envelopes.get(0).toString()))
                    .startsWith("200")
                    .contains("outputSpeech");
            assertThat(post(server, envelopes.get(0).toString().replace(SKILL_ID, "another")))
                    .startsWith("500");
            HttpRequest get = HttpRequest.newBuilder(server.url()).build();
            assertThat(HttpClient.newHttpClient()
                            .send(get, BodyHandlers.ofString())
                            .body())
                    .isEqualTo("POST an Alexa request envelope to /");
        }
    }

    @Test
    void speech_is_read_without_its_markup() {
        assertThat(PlainSpeech.of("<speak>Rock &amp; Roll <break time=\"1s\"/>\n is  <b>first</b>.</speak>"))
                .isEqualTo("Rock & Roll is first.");
    }

    private static String post(SkillServer server, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url())
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    private static final class Unreachable implements ChartReader {
        @Override
        public ChartAnswer read(ChartQuery query) {
            return new ChartAnswer.Unavailable();
        }

        @Override
        public ChartSongs songs(SongsQuery query, Duration within) {
            return new ChartSongs.Unavailable();
        }

        @Override
        public void close() {}
    }
}
