package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.lambda.title.Catalogue;
import io.crowdchart.lambda.title.ProfanityMode;
import io.crowdchart.lambda.title.TitleRules;
import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said, shown and told to Alexa of titles that are not fit for it. */
class TitleModesTest {

    private static final int CHARTS = 60;

    /** None of them is in a clean title, nor in any message. */
    private static final List<String> WORDS = List.of(
            "fuck", "F*ck", "sh1t", "$h!t", "BITCH", "b1tches", "n1gga", "a$$hole", "motherfucker", "cunt", "ｆｕｃｋ");

    private static final List<String> CLEAN =
            List.of("July", "Hey Jude", "Shiitake", "Class", "Yellow", "Cockatoo", "Titanic", "Rock & Roll", "<b>");

    /** Keys that travel to a device and back; nobody hears or sees them. */
    private static final Set<String> UNSEEN = Set.of("song", "offered", "offeredToo", "against");

    private static List<String> titles(Random random) {
        List<String> titles = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            String word = random.nextInt(3) > 0 ? WORDS.get(random.nextInt(WORDS.size())) : "";
            String title = (CLEAN.get(random.nextInt(CLEAN.size())) + " " + word + " " + at).strip();
            titles.add(random.nextBoolean() ? title : (word + " " + title).strip());
        }
        return titles;
    }

    private static SomeChart chart(List<String> titles) {
        return SomeChart.of(IntStream.range(0, titles.size())
                .mapToObj(at -> titles.get(at).replace("=", "") + "=" + (99 - at / 2))
                .collect(Collectors.joining(", ")));
    }

    /** Every question that tells titles, on a screen and in a session, with titles that are in the chart and that are not. */
    private static List<JsonNode> responses(SomeChart chart, TitleRules rules, List<String> titles) {
        Talk talk = new Talk(chart, rules);
        List<Envelope> questions = new ArrayList<>(List.of(
                aLaunch(),
                anIntent("TopSongsIntent"),
                anIntent("AMAZON.RepeatIntent"),
                anIntent("AMAZON.NextIntent"),
                anIntent("NewSongsIntent"),
                anIntent("ClimbingIntent"),
                anIntent("RankPositionIntent").slot("position", "2")));
        for (String title : titles) {
            for (String heard : List.of(title, title + "ck", "no " + title + " here")) {
                questions.add(anIntent("SongRankIntent").slot("song", heard));
                questions.add(anIntent("AMAZON.RepeatIntent"));
                questions.add(anIntent("AMAZON.YesIntent"));
                questions.add(anIntent("SongVotesIntent").slot("song", heard));
                questions.add(anIntent("CompareSongsIntent").slot("song", heard).slot("other", titles.get(0)));
            }
        }
        return questions.stream()
                .map(question -> talk.responseTo(question.withScreen()))
                .toList();
    }

    /** All texts of a response in small letters, without the keys that only travel. */
    private static String seen(JsonNode response) {
        JsonNode copy = response.deepCopy();
        strip(copy);
        return copy.toString().toLowerCase(Locale.ROOT);
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("touch");
            if (object.path("sessionAttributes") instanceof ObjectNode attributes) {
                attributes.remove(UNSEEN);
            }
        }
        node.forEach(TitleModesTest::strip);
    }

    @ParameterizedTest
    @EnumSource(names = {"HIDE", "BLEEP"})
    void nothing_forbidden_is_anywhere_in_a_response(ProfanityMode mode) {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < CHARTS; round++) {
            List<String> titles = titles(random);
            for (JsonNode response : responses(chart(titles), TitleRules.of(mode), titles)) {
                String seen = seen(response);
                assertThat(WORDS)
                        .as("seed %d, round %d: %s", seed, round, seen)
                        .noneMatch(word -> seen.contains(word.toLowerCase(Locale.ROOT)));
                assertThat(seen).doesNotContain(TitleRules.BLEEP + "</");
            }
        }
    }

    @Test
    void without_rules_every_title_is_somewhere() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < CHARTS; round++) {
            List<String> titles = titles(random);
            String seen = responses(chart(titles), TitleRules.of(ProfanityMode.OFF), titles).stream()
                    .map(TitleModesTest::seen)
                    .collect(Collectors.joining());
            assertThat(titles.subList(0, 5))
                    .as("seed %d, round %d", seed, round)
                    .allMatch(title -> seen.contains(Song.named(title)
                            .orElseThrow()
                            .title()
                            .toLowerCase(Locale.ROOT)
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replace("&", "&amp;")
                            .replace("&amp;lt;", "&lt;")
                            .replace("&amp;gt;", "&gt;")));
        }
    }

    @Test
    void with_a_catalogue_no_other_title_is_anywhere() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < CHARTS; round++) {
            List<String> titles = titles(random);
            Song listed = Song.named(titles.get(0)).orElseThrow();
            Predicate<String> other =
                    title -> !Song.named(title).orElseThrow().key().equals(listed.key());
            TitleRules rules = TitleRules.only(new Catalogue(Set.of(listed.key())));
            for (JsonNode response : responses(chart(titles), rules, titles)) {
                String seen = seen(response);
                assertThat(titles.stream().filter(other))
                        .as("seed %d, round %d: %s", seed, round, seen)
                        .noneMatch(title -> seen.contains(title.toLowerCase(Locale.ROOT)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HIDE  | Number one is a song with a title that I keep to myself, with 2 votes. | (title withheld)
            BLEEP | Number one is What The ****, with 2 votes.                             | What The ****
            OFF   | Number one is What The Fuck, with 2 votes.                             | What The Fuck
            """)
    void each_mode_has_its_words(ProfanityMode mode, String card, String caption) {
        Alexa alexa = new Alexa(SomeChart.of("What The Fuck=2, July=1"), TitleRules.of(mode));

        JsonNode response = alexa.response(anIntent("NumberOneIntent").withScreen());

        assertThat(response.at("/response/card/content").asText()).isEqualTo(card);
        assertThat(response.at("/response/directives/0/datasources/screen/song/title")
                        .asText())
                .isEqualTo(caption);
        assertThat(response.at("/response/outputSpeech/ssml").asText())
                .isEqualTo("<speak>" + card.replace("****", "<say-as interpret-as=\"expletive\">beep</say-as>")
                        + "</speak>");
    }

    @Test
    void a_sentence_begins_with_a_capital_whatever_is_withheld() {
        Alexa alexa = new Alexa(SomeChart.of("Shit=2, July=1"));

        assertThat(alexa.ask(anIntent("SongRankIntent").slot("song", "shit")).said())
                .isEqualTo("A song with a title that I keep to myself is number one, with 2 votes.");
        assertThat(alexa.ask(anIntent("SongRankIntent").slot("song", "bullshit"))
                        .card())
                .contains("A song with a title that I keep to myself is not in the chart.");
        assertThat(alexa.ask(anIntent("CompareSongsIntent").slot("song", "fuck").slot("other", "july"))
                        .said())
                .isEqualTo("A song with a title that I keep to myself is not in the chart."
                        + " July is number two, with 1 vote.");
    }

    @Test
    void what_is_repeated_is_bleeped_again() {
        Talk talk = new Talk(SomeChart.of("Shit=2, July=1"), TitleRules.of(ProfanityMode.BLEEP));
        talk.responseTo(aLaunch());

        JsonNode repeated = talk.responseTo(anIntent("AMAZON.RepeatIntent"));

        assertThat(repeated.at("/response/outputSpeech/ssml").asText())
                .contains("Number one is <say-as interpret-as=\"expletive\">beep</say-as>, with 2 votes.");
        assertThat(repeated.at("/response/card/content").asText()).contains("Number one is ****, with 2 votes.");
    }

    @Test
    void only_titles_that_are_said_are_told_to_alexa() {
        Stream.of(ProfanityMode.HIDE, ProfanityMode.BLEEP).forEach(mode -> {
            Talk talk = new Talk(SomeChart.of("Shit=2, July=1"), TitleRules.of(mode));
            ArrayNode told = (ArrayNode) talk.responseTo(aLaunch()).at("/response/directives/0/types/0/values");
            assertThat(told).hasSize(1);
            assertThat(told.at("/0/id").asText()).isEqualTo("july");
        });
    }
}
