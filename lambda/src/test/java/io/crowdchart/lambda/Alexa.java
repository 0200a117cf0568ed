package io.crowdchart.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.lambda.title.TitleRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Puts requests through the entry point as Lambda does, and holds every response to the rules of certification. */
final class Alexa {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ChartSkillHandler skill;
    private final TestContext context = new TestContext();

    Alexa(ChartReader charts) {
        this(charts, TitleRules.DEFAULT);
    }

    Alexa(ChartReader charts, TitleRules titles) {
        this.skill = new ChartSkillHandler(Envelope.SKILL_ID, charts, SomeChart.CLOCK, titles);
    }

    static Answer ask(ChartReader charts, Envelope request) {
        return new Alexa(charts).ask(request);
    }

    String log() {
        return context.log();
    }

    Answer ask(Envelope request) {
        return Answer.of(response(request));
    }

    /** The whole response. */
    JsonNode response(Envelope request) {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        try {
            skill.handleRequest(
                    new ByteArrayInputStream(request.json().getBytes(StandardCharsets.UTF_8)), response, context);
            return MAPPER.readTree(response.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What was answered.
     *
     * @param said the speech as plain text; empty if nothing is said
     * @param open whether the session goes on
     * @param reprompt what is said when nothing is answered
     * @param card the text of the card
     */
    record Answer(String said, boolean open, Optional<String> reprompt, Optional<String> card) {

        static Answer of(JsonNode envelope) {
            JsonNode response = envelope.path("response");
            assertThat(response.path("shouldEndSession").isBoolean())
                    .as("shouldEndSession is explicit: %s", envelope)
                    .isTrue();
            Answer answer = new Answer(
                    plain(response.path("outputSpeech")).orElse(""),
                    !response.path("shouldEndSession").asBoolean(),
                    plain(response.path("reprompt").path("outputSpeech")),
                    Optional.ofNullable(response.path("card").path("content").textValue()));
            answer.keepsTheRules();
            return answer;
        }

        private void keepsTheRules() {
            assertThat(said.endsWith("?"))
                    .as("open exactly if it asks: %s", this)
                    .isEqualTo(open);
            assertThat(reprompt.isPresent())
                    .as("reprompt exactly if open: %s", this)
                    .isEqualTo(open);
            assertThat(reprompt.orElse("?")).endsWith("?");
            assertThat(said).doesNotContain("  ");
            card.ifPresent(text -> assertThat(text).isNotBlank());
        }

        private static Optional<String> plain(JsonNode speech) {
            if (speech.isMissingNode()) {
                return Optional.empty();
            }
            assertThat(speech.path("type").asText()).isEqualTo("SSML");
            return Optional.of(Alexa.plain(speech.path("ssml").asText()));
        }
    }

    /** The text of an SSML document that has nothing but text. */
    static String plain(String ssml) {
        assertThat(ssml.length()).isLessThanOrEqualTo(8_000);
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root =
                    builder.parse(new InputSource(new StringReader(ssml))).getDocumentElement();
            assertThat(root.getTagName()).isEqualTo("speak");
            assertThat(root.getElementsByTagName("*").getLength()).as(ssml).isZero();
            return root.getTextContent();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("not XML: " + ssml, e);
        }
    }
}
