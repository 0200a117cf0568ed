package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.aRequest;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import io.crowdchart.lambda.Alexa.Answer;
import io.crowdchart.lambda.chart.Trend;
import io.crowdchart.lambda.screen.Document;
import io.crowdchart.lambda.speech.Captions;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices with a screen get to show. */
class ScreenTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<ChartEntry> NOW = ScreenCharts.songs(9, List.of("July", "Culo", "Hey Jude", "Hello"));
    private static final List<ChartEntry> BEFORE = ScreenCharts.songs(5, List.of("Culo", "July", "Hey Jude"));
    private static final ScreenCharts MOVED = ScreenCharts.of(NOW).after(BEFORE);

    private static final Map<String, Supplier<Envelope>> TELLING_SONGS = Map.of(
            "launch", Envelope::aLaunch,
            "number one", () -> anIntent("NumberOneIntent"),
            "top five", () -> anIntent("TopSongsIntent"),
            "more", () -> anIntent("AMAZON.NextIntent"),
            "who is second", () -> anIntent("RankPositionIntent").slot("position", "2"),
            "where is july", () -> anIntent("SongRankIntent").slot("song", "july"),
            "votes of july", () -> anIntent("SongVotesIntent").slot("song", "july"),
            "july or culo",
                    () -> anIntent("CompareSongsIntent").slot("song", "july").slot("other", "culo"),
            "climbing", () -> anIntent("ClimbingIntent"),
            "falling", () -> anIntent("FallingIntent"));

    /** What has letters on a screen, with the dp that they have at least: titles and places more than what is said of them. */
    private static final Map<String, Integer> LETTERS = Map.of(
            "heading",
            20,
            "foot",
            20,
            "votes",
            20,
            "songMoved",
            20,
            "example",
            20,
            "songVotes",
            20,
            "title",
            26,
            "place",
            26,
            "songTitle",
            26,
            "songPlace",
            26);

    private static final int SMALLEST_HELD = 16;

    static List<String> tellingSongs() {
        return List.copyOf(TELLING_SONGS.keySet());
    }

    private static JsonNode response(ScreenCharts charts, Envelope request) {
        JsonNode envelope = new Alexa(charts).response(request);
        assertThat(Answer.of(envelope).said()).isNotNull();
        return envelope.path("response");
    }

    private static JsonNode shown(ScreenCharts charts, Envelope request) {
        JsonNode directives = response(charts, request.withScreen()).path("directives");
        assertThat(directives.size()).isEqualTo(1);
        return directives.get(0);
    }

    private static JsonNode screen(JsonNode directive) {
        return directive.path("datasources").path("screen");
    }

    private static List<String> texts(JsonNode songs, String field) {
        return StreamSupport.stream(songs.spliterator(), false)
                .map(song -> song.path(field).asText())
                .toList();
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream json = Document.class.getResourceAsStream(name + ".json")) {
            return MAPPER.readTree(Objects.requireNonNull(json, name));
        }
    }

    @ParameterizedTest
    @CsvSource({"chart, TopSongsIntent", "song, NumberOneIntent", "help, AMAZON.HelpIntent"})
    void a_document_leaves_the_skill_as_it_was_written(String name, String intent) throws IOException {
        ObjectNode written = (ObjectNode) resource("look");
        written.setAll((ObjectNode) resource(name));

        JsonNode directive = shown(MOVED, anIntent(intent));

        assertThat(directive.path("type").asText()).isEqualTo("Alexa.Presentation.APL.RenderDocument");
        assertThat(directive.path("token").asText()).isEqualTo(name);
        assertThat(directive.path("document")).isEqualTo(written);
        assertThat(written.path("version").asText()).isEqualTo("1.4");
        assertThat(written.has("import")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("tellingSongs")
    void whoever_tells_songs_shows_them(String question) {
        Supplier<Envelope> request = Objects.requireNonNull(TELLING_SONGS.get(question));

        JsonNode screen = screen(shown(MOVED, request.get()));
        List<String> titles = new ArrayList<>(texts(screen.path("songs"), "title"));
        if (screen.has("song")) {
            titles.add(screen.path("song").path("title").asText());
        }

        assertThat(titles).isNotEmpty();
        String said = Alexa.ask(MOVED, request.get()).said();
        assertThat(titles).anyMatch(said::contains);
        assertThat(screen.path("freshness").asText()).isEqualTo("As of 2 seconds ago");
        assertThat(screen.path("stale").asBoolean()).isFalse();
    }

    @Test
    void new_songs_are_shown_as_new() {
        JsonNode screen = screen(shown(MOVED, anIntent("NewSongsIntent")));

        assertThat(texts(screen.path("songs"), "title")).containsExactly("Hello");
        assertThat(texts(screen.path("songs"), "moved")).containsExactly("New");
    }

    @Test
    void the_chart_of_today_shows_how_songs_have_moved() {
        JsonNode screen = screen(shown(MOVED, anIntent("TopSongsIntent").today()));

        assertThat(screen.path("heading").asText()).isEqualTo("Today's chart");
        assertThat(texts(screen.path("songs"), "place")).containsExactly("1", "2", "3", "4");
        assertThat(texts(screen.path("songs"), "votes")).containsExactly("9 votes", "8 votes", "7 votes", "6 votes");
        assertThat(texts(screen.path("songs"), "trend")).containsExactly("up", "down", "same", "new");
        assertThat(texts(screen.path("songs"), "moved")).containsExactly("1", "1", "", "New");
        assertThat(screen(shown(MOVED, anIntent("NumberOneIntent").today()))
                        .path("song")
                        .path("movement")
                        .asText())
                .isEqualTo("Up 1 place");
    }

    @Test
    void where_no_earlier_chart_is_known_no_movement_is_shown() {
        for (JsonNode screen : List.of(
                screen(shown(MOVED, anIntent("TopSongsIntent"))),
                screen(shown(ScreenCharts.of(NOW), anIntent("TopSongsIntent").today())))) {
            assertThat(texts(screen.path("songs"), "trend")).containsOnly("unknown");
            assertThat(texts(screen.path("songs"), "moved")).containsOnly("");
        }
    }

    @Test
    void behind_the_lines_that_are_compared_nothing_is_new() {
        List<ChartEntry> hundred = ScreenCharts.songs(
                500, IntStream.rangeClosed(1, 100).mapToObj(at -> "Song " + at).toList());
        ChartEntry july = NOW.get(0);

        assertThat(Trend.of(new ChartEntry(100, july.song(), 1), hundred).kind())
                .isEqualTo(Trend.Kind.NEW);
        assertThat(Trend.of(new ChartEntry(101, july.song(), 1), hundred)).isEqualTo(Trend.UNKNOWN);
    }

    @Test
    void an_old_chart_is_shown_as_old() {
        JsonNode screen = screen(shown(MOVED.stale(Duration.ofMinutes(5)), anIntent("NumberOneIntent")));

        assertThat(screen.path("freshness").asText()).isEqualTo("Last heard 5 minutes ago");
        assertThat(screen.path("stale").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMAZON.HelpIntent", "AMAZON.FallbackIntent", "AMAZON.YesIntent", "NobodyKnowsIntent"})
    void help_is_shown_along_with_help(String intent) {
        assertThat(texts(screen(shown(MOVED, anIntent(intent))).path("examples"), ""))
                .hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("io.crowdchart.interactionmodel.Languages#all")
    void what_the_help_shows_is_understood(String language) {
        var matcher = new UtteranceMatcher(InteractionModel.of(language));
        Locale locale = Locale.forLanguageTag(language);

        assertThat(Captions.of(Messages.in(locale)).examples())
                .allSatisfy(example -> assertThat(
                                matcher.meaningOf(example.toLowerCase(locale)).toString())
                        .doesNotContain(UtteranceMatcher.FALLBACK));
    }

    @ParameterizedTest
    @MethodSource("tellingSongs")
    void a_device_without_a_screen_gets_a_card_only(String question) {
        JsonNode response = response(
                MOVED, Objects.requireNonNull(TELLING_SONGS.get(question)).get());

        assertThat(response.has("directives")).isFalse();
        assertThat(response.path("card").path("type").asText()).isEqualTo("Simple");
    }

    @ParameterizedTest
    @ValueSource(strings = {"July", "!!!", "${1+1}", "Straße & Söhne", "千本桜", "100% + 1", "أغنية حب", "<b>"})
    void a_touch_comes_back_as_the_place_of_the_song(String title) {
        ScreenCharts charts = ScreenCharts.of(ScreenCharts.songs(9, List.of("First", title)));
        JsonNode touch = screen(shown(charts, anIntent("TopSongsIntent")))
                .path("songs")
                .get(1)
                .path("touch");

        Envelope event = aRequest("Alexa.Presentation.APL.UserEvent")
                .with("token", "\"chart\"")
                .with("arguments", touch.toString())
                .inRunningSession();

        assertThat(touch.get(0).asText()).isEqualTo("song");
        assertThat(touch.get(1).asInt()).isEqualTo(2);
        assertThat(Alexa.ask(charts, event).said())
                .isEqualTo(title + " is number two, with 8 votes. What else would you like to know?");
        assertThat(screen(shown(charts, event)).path("song").path("rank").asInt())
                .isEqualTo(2);
    }

    @Test
    void a_touch_on_the_chart_of_today_is_answered_from_it() {
        JsonNode touch = screen(shown(MOVED, anIntent("TopSongsIntent").today()))
                .path("songs")
                .get(0)
                .path("touch");

        Envelope event = aRequest("Alexa.Presentation.APL.UserEvent").with("arguments", touch.toString());

        assertThat(Alexa.ask(MOVED, event).said())
                .isEqualTo("Here is today's chart. July is number one, with 9 votes.");
    }

    @Test
    void a_touch_on_a_song_that_has_gone_says_so() {
        Envelope event = aRequest("Alexa.Presentation.APL.UserEvent")
                .with("arguments", "[\"song\", 3, \"gone+song\", \"ALL_TIME\"]");

        assertThat(Alexa.ask(MOVED, event).said()).isEqualTo("gone song is not in the chart.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "[null, null, null, null]",
                "[\"song\"]",
                "[\"song\", 1, \"july\"]",
                "[\"song\", 1, \"july\", \"ALL_TIME\", 1]",
                "[\"vote\", 1, \"july\", \"ALL_TIME\"]",
                "[\"song\", 0, \"july\", \"ALL_TIME\"]",
                "[\"song\", \"1\", \"july\", \"ALL_TIME\"]",
                "[\"song\", 1, \"July!\", \"ALL_TIME\"]",
                "[\"song\", 1, \"%zz\", \"ALL_TIME\"]",
                "[\"song\", 1, \"\", \"ALL_TIME\"]",
                "[\"song\", 1, {\"a\": [1]}, \"ALL_TIME\"]",
                "[\"song\", 1, \"july\", \"NEVER\"]",
                "[\"song\", 1, \"july\", null]",
                "[[\"song\", 1, \"july\", \"ALL_TIME\"]]"
            })
    void an_event_that_is_no_touch_of_ours_gets_a_question(String arguments) {
        Envelope event = aRequest("Alexa.Presentation.APL.UserEvent").with("arguments", arguments);

        assertThat(Alexa.ask(MOVED, event).said())
                .isEqualTo("I do not know which song you mean. What would you like to know?");
    }

    @Test
    void a_key_that_is_too_long_gets_a_question() {
        Envelope event = aRequest("Alexa.Presentation.APL.UserEvent")
                .with("arguments", "[\"song\", 1, \"%s\", \"ALL_TIME\"]".formatted("a".repeat(100_000)));

        assertThat(Alexa.ask(MOVED, event).said()).startsWith("I do not know which song you mean.");
    }

    @Test
    void an_error_of_a_screen_is_logged_without_titles_and_gets_no_words() {
        Alexa alexa = new Alexa(MOVED);
        Envelope event = aRequest("Alexa.Presentation.APL.RuntimeError")
                .with("token", "\"chart\"")
                .with(
                        "errors",
                        "[{\"type\": \"LIST_ERROR\", \"reason\": \"INTERNAL_ERROR\", \"listId\": \"x\","
                                + " \"message\": \"secret title\"}]");

        assertThat(alexa.ask(event).said()).isEmpty();
        assertThat(alexa.log()).isEqualTo("a screen could not show chart: LIST_ERROR\n");
        assertThat(alexa.ask(aRequest("Alexa.Presentation.APL.RuntimeError").with("token", "\"secret title\""))
                        .said())
                .isEmpty();
        assertThat(alexa.log()).doesNotContain("secret");
    }

    /** The sizes of a kind of screens: those of the first one, where it has none of its own. */
    private static Map<String, Integer> sizes(JsonNode look, String description) {
        Map<String, Integer> sizes = new TreeMap<>();
        for (JsonNode kind : look.path("resources")) {
            String described = kind.path("description").asText();
            if (sizes.isEmpty() || described.equals(description)) {
                kind.path("dimensions")
                        .properties()
                        .forEach(size -> sizes.put(
                                size.getKey(),
                                Integer.valueOf(size.getValue().asText().replace("dp", ""))));
            }
        }
        return sizes;
    }

    private static Stream<String> kindsOfScreens() throws IOException {
        return StreamSupport.stream(resource("look").path("resources").spliterator(), false)
                .map(kind -> kind.path("description").asText());
    }

    /** A telephone is held in the hand; all others stand three metres away. */
    @ParameterizedTest
    @MethodSource("kindsOfScreens")
    void what_stands_on_a_screen_is_large_enough_to_be_read(String kind) throws IOException {
        boolean held = kind.contains("held in the hand");
        Map<String, Integer> sizes = sizes(resource("look"), kind);

        assertThat(sizes).containsKeys(LETTERS.keySet().toArray(String[]::new));
        LETTERS.forEach((name, least) ->
                assertThat(sizes.get(name)).as(name).isGreaterThanOrEqualTo(held ? SMALLEST_HELD : least));
    }

    @Test
    void no_letter_has_a_size_of_its_own() throws IOException {
        for (String name : List.of("look", "chart", "song", "help")) {
            assertThat(resource(name).findValuesAsText("fontSize"))
                    .as(name)
                    .filteredOn(size -> !size.equals("${size}"))
                    .allSatisfy(size -> assertThat(LETTERS.keySet().stream().map("@"::concat))
                            .contains(size));
            assertThat(resource(name).findValuesAsText("size"))
                    .as(name)
                    .allSatisfy(size -> assertThat(LETTERS.keySet().stream().map("@"::concat))
                            .contains(size));
        }
    }

    @Test
    void a_launch_shows_the_first_songs() {
        assertThat(texts(screen(shown(MOVED, aLaunch())).path("songs"), "title"))
                .containsExactly("July", "Culo", "Hey Jude", "Hello");
    }
}
