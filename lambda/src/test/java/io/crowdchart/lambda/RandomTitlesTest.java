package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.ask.model.interfaces.alexa.presentation.apl.RenderDocumentDirective;
import com.amazon.ask.util.JacksonSerializer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.screen.ChartScreen;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.speech.Captions;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.lambda.speech.Speech;
import io.crowdchart.lambda.title.ProfanityMode;
import io.crowdchart.lambda.title.TitleRules;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.song.Song;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Whatever a title is, what is said of it is XML that says it, and what is shown of it leaves the skill as it was made. */
class RandomTitlesTest {

    private static final long SEED = Long.getLong("seed", 20261124);
    private static final int TITLES = 100_000;

    /** So many are looked at within whole responses to a device with a screen, whose documents take time. */
    private static final int WHOLE = 5_000;

    /** As many as are told at once. */
    private static final int FIVE = 5;

    private static final int MOST_CODE_POINTS = 100;
    private static final List<String> PLAIN = List.of("Aaa", "Bbb", "Ccc", "Ddd", "Eee");
    private static final List<ChartEntry> BEFORE = ScreenCharts.songs(5, List.of("Hello", "July"));
    /** Among so many random titles some are words that are withheld by default. */
    private static final TitleRules ALL_SAID = TitleRules.of(ProfanityMode.OFF);

    private static final Captions ENGLISH = Captions.of(Messages.in(Locale.ENGLISH, 0, ALL_SAID));
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JacksonSerializer SDK = new JacksonSerializer();

    /** What nobody hears or sees, but for the joiners. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\p{Co}\\p{Cf}&&[^\\u200C\\u200D]]");

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\u001C-\\u001F]");
    private static final Pattern SPACES = Pattern.compile(SPACE + "+");

    /** Each with a skill of its own. */
    private static final ThreadLocal<Listener> LISTENERS = ThreadLocal.withInitial(Listener::new);

    @Test
    void a_hundred_thousand_random_titles_are_said_and_shown_as_they_are() {
        System.out.println("random titles: -Dseed=" + SEED);
        String sentences = LISTENERS.get().said(entries(PLAIN));
        assertThat(PLAIN).allMatch(sentences::contains);
        List<String> titles = HostileTitles.of(TITLES, SEED);
        IntStream.range(0, TITLES / FIVE).parallel().map(five -> five * FIVE).forEach(at -> {
            List<ChartEntry> lines = entries(titles.subList(at, at + FIVE));
            Listener listener = LISTENERS.get();

            assertThat(listener.said(lines)).as("seed %d, title %d", SEED, at).isEqualTo(expected(sentences, lines));
            Map<String, Object> data = data(lines);
            JsonNode made = made(data);
            assertThat(at < WHOLE ? listener.shown(lines) : serialised(data))
                    .as("seed %d, title %d", SEED, at)
                    .isEqualTo(made);
            for (int line = 0; line < FIVE; line++) {
                assertThat(unmarked(made.get(line).path("title").asText()))
                        .as("seed %d, title %d", SEED, at + line)
                        .isEqualTo(expected(lines.get(line)));
            }
        });
    }

    private static List<ChartEntry> entries(List<String> titles) {
        return IntStream.range(0, FIVE)
                .mapToObj(at -> new ChartEntry(at + 1, new Song("song " + at, titles.get(at)), 1_000 - at))
                .toList();
    }

    private static String expected(String sentences, List<ChartEntry> lines) {
        String expected = sentences;
        for (int at = 0; at < FIVE; at++) {
            String title = bounded(lines.get(at));
            expected = expected.replace(PLAIN.get(at), title.isEmpty() ? "a song without a title" : title);
        }
        return seen(expected);
    }

    private static String expected(ChartEntry line) {
        String title = seen(bounded(line));
        return title.isEmpty() ? "(no title)" : title;
    }

    private static Map<String, Object> data(List<ChartEntry> lines) {
        return new ChartScreen(ChartPeriod.TODAY, ShownSong.among(lines, BEFORE)).data(ENGLISH);
    }

    /** The songs before the SDK writes them; nothing in them is to be calculated by a device. */
    private static JsonNode made(Map<String, Object> data) {
        JsonNode songs = MAPPER.valueToTree(data.get("songs"));
        assertThat(songs.toString()).as("seed %d", SEED).doesNotContain("${");
        return readAgain(songs.toString());
    }

    /** The songs as the SDK writes them: it leaves out what is empty. */
    private static JsonNode serialised(Map<String, Object> data) {
        var directive = RenderDocumentDirective.builder()
                .putDatasourcesItem("screen", data)
                .build();
        return readAgain(SDK.serialize(directive)).at("/datasources/screen/songs");
    }

    private static JsonNode readAgain(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    /** What a title with its markup shows. */
    private static String unmarked(String title) {
        assertThat(title).as("seed %d", SEED).doesNotContainPattern("[<>]").doesNotStartWith("@");
        return evenly(title.replace("\u200B", "")
                .replaceFirst("^&#64;", "@")
                .replace("&#36;{", "${")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&"));
    }

    /** As much of what is left of a title as is said of it. */
    private static String bounded(ChartEntry line) {
        // Of one letter the skill makes use itself.
        String own = line.song().title().replace(TitleRules.BLEEP, "*");
        String spaced = SPACE.matcher(own).replaceAll(" ");
        String title = UNSEEN.matcher(spaced).replaceAll("").strip();
        return title.substring(
                0, title.offsetByCodePoints(0, Math.min(MOST_CODE_POINTS, title.codePointCount(0, title.length()))));
    }

    private static String seen(String text) {
        return evenly(UNSEEN.matcher(evenly(text)).replaceAll(""));
    }

    private static String evenly(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Asks one skill for one chart after the other. */
    private static final class Listener implements ChartReader {

        private final Alexa alexa = new Alexa(this, ALL_SAID);
        private final DocumentBuilder xml;
        private ChartReader charts = ScreenCharts.of(BEFORE);

        private Listener() {
            try {
                xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
                xml.setErrorHandler(null);
            } catch (ParserConfigurationException e) {
                throw new IllegalStateException(e);
            }
        }

        private JsonNode response(List<ChartEntry> lines, Envelope request) {
            charts = ScreenCharts.of(lines).after(BEFORE);
            return alexa.response(request).path("response");
        }

        /** The text of the SSML. */
        String said(List<ChartEntry> lines) {
            String ssml = response(lines, anIntent("TopSongsIntent").today())
                    .path("outputSpeech")
                    .path("ssml")
                    .asText();
            assertThat(ssml.length()).isLessThanOrEqualTo(Speech.MAX_CHARS);
            try {
                Element speak =
                        xml.parse(new InputSource(new StringReader(ssml))).getDocumentElement();
                assertThat(speak.getElementsByTagName("*").getLength()).as(ssml).isZero();
                return evenly(speak.getTextContent());
            } catch (SAXException | IOException e) {
                throw new AssertionError("seed " + SEED + ", no XML: " + ssml, e);
            }
        }

        /** The songs on the screen. */
        JsonNode shown(List<ChartEntry> lines) {
            return response(lines, anIntent("TopSongsIntent").today().withScreen())
                    .at("/directives/0/datasources/screen/songs");
        }

        @Override
        public ChartAnswer read(ChartQuery query) {
            return charts.read(query);
        }

        @Override
        public ChartSongs songs(SongsQuery query, Duration within) {
            return charts.songs(query, within);
        }

        @Override
        public void close() {}
    }
}
