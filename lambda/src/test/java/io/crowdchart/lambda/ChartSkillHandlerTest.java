package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.aRequest;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazon.ask.exception.AskSdkException;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.lambda.Alexa.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartSkillHandlerTest {

    private static final String SEVEN = "July=690, Culo=12, Hey Jude=12, Yesterday=7, Hello=5, Believe=5, Believer=1";

    private static final String HOW_TO_VOTE =
            " To vote, write a post with the chart's hashtag and the title of a song in square brackets.";

    private static final Duration OLD = Duration.ofMinutes(5);

    private static final Map<String, Supplier<Envelope>> QUESTIONS = Map.of(
            "launch", Envelope::aLaunch,
            "number one", () -> anIntent("NumberOneIntent"),
            "top two", () -> anIntent("TopSongsIntent").slot("count", "2"),
            "where is july", () -> anIntent("SongRankIntent").slot("song", "july"),
            "who is first", () -> anIntent("RankPositionIntent").slot("position", "1"),
            "how fresh", () -> anIntent("HowFreshIntent"));

    private static Map<String, SomeChart> outcomes() {
        return Map.of(
                "fresh", SomeChart.of("July=690, Culo=12"),
                "stale", SomeChart.of("July=690, Culo=12").stale(OLD),
                "stale and empty", SomeChart.staleAndEmpty(OLD),
                "empty", SomeChart.empty(),
                "rebuilding", SomeChart.saying(new ChartAnswer.Rebuilding()),
                "unavailable", SomeChart.saying(new ChartAnswer.Unavailable()));
    }

    private static SomeChart outcome(String name) {
        return Objects.requireNonNull(outcomes().get(name), name);
    }

    private static Envelope question(String name) {
        return Objects.requireNonNull(QUESTIONS.get(name), name).get();
    }

    static Stream<Arguments> everyQuestionAndOutcome() {
        String july = "Number one is July, with 690 votes.";
        String top = "Here are the top two. " + july + " Number two is Culo, with 12 votes.";
        String where = "July is number one, with 690 votes.";
        String then = " That is how things stood 5 minutes ago.";
        String size = " It has 702 votes for 2 songs.";
        Map<String, String> fresh = Map.of(
                "launch", july,
                "number one", july,
                "top two", top,
                "where is july", where,
                "who is first", july,
                "how fresh", "The chart counts every post up to 2 seconds ago." + size);
        Map<String, String> others = Map.of(
                "stale and empty", "Nobody had voted yet when I last heard of the chart, 5 minutes ago.",
                "empty", "The chart is up to date, but nobody has voted yet.",
                "rebuilding", "The chart is being put together right now. Please try again in a minute.",
                "unavailable", "I can't reach the chart right now. Please try again in a few minutes.");
        return QUESTIONS.keySet().stream()
                .sorted()
                .flatMap(question -> Stream.concat(
                        Stream.of(
                                Arguments.of(question, "fresh", fresh.get(question)),
                                Arguments.of(
                                        question,
                                        "stale",
                                        question.equals("how fresh")
                                                ? "The chart counts every post up to 5 minutes ago,"
                                                        + " and I have heard nothing since." + size
                                                : fresh.get(question) + then)),
                        others.keySet().stream()
                                .sorted()
                                .map(other -> Arguments.of(question, other, others.get(other)))));
    }

    @ParameterizedTest
    @MethodSource("everyQuestionAndOutcome")
    void every_question_has_words_for_every_outcome(String question, String outcome, String words) {
        SomeChart chart = outcome(outcome);

        Answer answer = Alexa.ask(chart, question(question));

        boolean launch = question.equals("launch");
        boolean empty = launch && outcome.equals("empty");
        boolean open = launch && (outcome.equals("fresh") || outcome.equals("stale") || empty);
        String told = (launch ? "Welcome to Crowd Chart. " : "") + words + (empty ? HOW_TO_VOTE : "");
        assertThat(answer.said()).isEqualTo(told + (open ? " What would you like to know?" : ""));
        assertThat(answer.open()).isEqualTo(open);
        assertThat(answer.card()).contains(told);
        assertThat(chart.asked()).as("one question is one call").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("everyQuestionAndOutcome")
    void in_a_conversation_the_next_question_follows(String question, String outcome, String words) {
        Answer answer = Alexa.ask(outcome(outcome), question(question).inRunningSession());

        boolean empty = question.equals("launch") && outcome.equals("empty");
        boolean open = outcome.equals("fresh") || outcome.equals("stale") || empty;
        assertThat(answer.said())
                .endsWith(words + (empty ? HOW_TO_VOTE : "") + (open ? " What else would you like to know?" : ""));
        assertThat(answer.open()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1  | Number one is July, with 690 votes.
            2  | Culo and Hey Jude are tied for second with 12 votes each.
            3  | Nobody is third. Culo and Hey Jude are tied for second with 12 votes each.
            4  | Number four is Yesterday, with 7 votes.
            5  | Believe and Hello are tied for fifth with 5 votes each.
            7  | Number seven is Believer, with 1 vote.
            8  | There are only 7 songs in the chart.
            3rd | Nobody is third. Culo and Hey Jude are tied for second with 12 votes each.
            1000000000 | There are only 7 songs in the chart.
            99999999999999999999 | There are only 7 songs in the chart.
            ９９９９９９９９９９９９９９位 | There are only 7 songs in the chart.
            """)
    void who_is_at_a_rank_minds_ties(String rank, String words) {
        assertThat(Alexa.ask(SomeChart.of(SEVEN), anIntent("RankPositionIntent").slot("position", rank))
                        .said())
                .isEqualTo(words);
        assertThat(Alexa.ask(
                                SomeChart.of(SEVEN),
                                anIntent("RankPositionIntent").slot("position").slot("number", rank))
                        .said())
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6   | 3   | 3   | 6 songs are tied for fourth with 1 vote each, among them Tied 00, Tied 01 and Tied 02.
            6   | 3   | 4   | Nobody is fifth. 6 songs are tied for fourth with 1 vote each, among them Tied 00, Tied 01 and Tied 02.
            5   | 20  | 20  | Tied 00, Tied 01, Tied 02, Tied 03 and Tied 04 are tied for 21st with 1 vote each.
            80  | 21  | 60  | Nobody is 61st. Many songs are tied for 22nd with 1 vote each, among them Tied 19, Tied 20 and Tied 21.
            50  | 22  | 22  | Many songs are tied for 23rd with 1 vote each, among them Tied 00, Tied 01 and Tied 02.
            20  | 10  | 10  | 20 songs are tied for eleventh with 1 vote each, among them Tied 00, Tied 01 and Tied 02.
            1   | 111 | 111 | Number 112 is Tied 00, with 1 vote.
            """)
    void large_ties_are_told_by_their_size(int tied, int above, int line, String words) {
        String songs = Stream.concat(
                        IntStream.range(0, above).mapToObj(at -> "Above " + at + "=" + (1_000 - at)),
                        IntStream.range(0, tied).mapToObj(at -> "Tied %02d=1".formatted(at)))
                .reduce((first, second) -> first + ", " + second)
                .orElseThrow();

        Envelope request = anIntent("RankPositionIntent").slot("number", String.valueOf(line + 1));

        assertThat(Alexa.ask(SomeChart.of(songs), request).said()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4", "04", "4th", "4TH", "4.", "4º", "4.º", "4ª", "4°", "4e", "4er", "4re", "4ère", "4ème", "4位", "4番",
                "4番目", "第4", "第4位", "第 4 位", "４", "００４", "第４番目"
            })
    void a_rank_is_understood_as_any_language_writes_it(String rank) {
        assertThat(Alexa.ask(SomeChart.of(SEVEN), anIntent("RankPositionIntent").slot("position", rank))
                        .said())
                .isEqualTo("Number four is Yesterday, with 7 votes.");
    }

    @Test
    void a_tie_for_first_is_told_as_one() {
        SomeChart chart = SomeChart.of("July=12, Culo=12");

        assertThat(Alexa.ask(chart, anIntent("NumberOneIntent")).said())
                .isEqualTo("Culo and July are tied for first with 12 votes each.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | Number one is July, with 690 votes.
            2 | Here are the top two. Number one is July, with 690 votes. Culo is tied for second, with 12 votes. More songs are tied for second.
            3 | Here are the top three. Number one is July, with 690 votes. Culo and Hey Jude are tied for second with 12 votes each.
            """)
    void the_top_songs_mind_ties(String count, String words) {
        assertThat(Alexa.ask(SomeChart.of(SEVEN), anIntent("TopSongsIntent").slot("count", count))
                        .said())
                .isEqualTo(words);
    }

    @Test
    void five_songs_are_read_unless_a_number_is_said() {
        String five = "Number one is July, with 690 votes."
                + " Culo and Hey Jude are tied for second with 12 votes each."
                + " Number four is Yesterday, with 7 votes."
                + " Believe is tied for fifth, with 5 votes. More songs are tied for fifth.";
        String limit = "I start with the top five. ";
        SomeChart chart = SomeChart.of(SEVEN);

        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent")).said()).isEqualTo("Here are the top five. " + five);
        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent").slot("count")).said())
                .isEqualTo("Here are the top five. " + five);
        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent").slot("count", " "))
                        .said())
                .isEqualTo("Here are the top five. " + five);
        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent").withoutSlots()).said())
                .isEqualTo("Here are the top five. " + five);
        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent").slot("count", "6"))
                        .said())
                .isEqualTo(limit + five);
        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent").slot("count", "1000000000"))
                        .said())
                .isEqualTo("There are only 7 songs in the chart. " + limit + five);
    }

    @Test
    void a_short_chart_is_read_whole() {
        assertThat(Alexa.ask(SomeChart.of("July=2, Culo=1"), anIntent("TopSongsIntent"))
                        .said())
                .isEqualTo("There are only 2 songs in the chart."
                        + " Number one is July, with 2 votes. Number two is Culo, with 1 vote.");
        assertThat(Alexa.ask(SomeChart.of("July=1"), anIntent("TopSongsIntent")).said())
                .isEqualTo("There is only one song in the chart. Number one is July, with 1 vote.");
        assertThat(Alexa.ask(
                                SomeChart.of("July=1"),
                                anIntent("RankPositionIntent").slot("position", "2"))
                        .said())
                .isEqualTo("There is only one song in the chart.");
        assertThat(Alexa.ask(SomeChart.of("July=1"), anIntent("HowFreshIntent")).said())
                .isEqualTo("The chart counts every post up to 2 seconds ago. It has 1 vote for 1 song.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-3", "?", "1e9", "five and a half", "0x10", "٣٤x", "000", "０", "第", "位", "4ee", "第0位"})
    void a_number_that_is_none_gets_a_kind_answer(String number) {
        SomeChart chart = SomeChart.of(SEVEN);

        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent").slot("count", number))
                        .said())
                .isEqualTo("I can read you one song or more. What would you like to know?");
        assertThat(Alexa.ask(chart, anIntent("RankPositionIntent").slot("position", number))
                        .said())
                .isEqualTo("Places in the chart start at number one. What would you like to know?");
        assertThat(chart.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            july                    | July is number one, with 690 votes.
            JULY!                   | July is number one, with 690 votes.
            july by noah cyrus      | July is number one, with 690 votes.
            hey jude by the beatles | Hey Jude is tied for second, with 12 votes.
            stand by me             | Stand by Me is number five, with 3 votes.
            stand by me by ben e king | Stand by Me is number five, with 3 votes.
            yellow submarine        | Yellow Submarine is not in the chart.
            let it be by me         | Let It Be by Me is not in the chart.
            İ by somebody           | İ by somebody is not in the chart.
            """)
    void a_song_is_found_with_and_without_its_artist(String heard, String words) {
        SomeChart chart = SomeChart.of("July=690, Culo=12, Hey Jude=12, Yesterday=7, Stand by Me=3, Stand=1");

        assertThat(Alexa.ask(chart, anIntent("SongRankIntent").slot("song", heard))
                        .said())
                .isEqualToIgnoringCase(words);
        assertThat(chart.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            July=9, Culo=9, Hello=1         | july  | July is tied for first, with 9 votes.
            July=9, Culo=9, Hello=1         | hello | Hello is number three, with 1 vote.
            July=9, Culo=1, Hello=1, Stay=1 | stay  | Stay is tied for second, with 1 vote.
            """)
    void a_song_that_shares_its_rank_is_tied(String songs, String heard, String words) {
        Envelope question = anIntent("SongRankIntent").slot("song", heard);

        assertThat(Alexa.ask(SomeChart.of(songs), question).said()).isEqualTo(words);
        assertThat(Alexa.ask(SomeChart.of(songs).stale(OLD), question).said())
                .isEqualTo(words + " That is how things stood 5 minutes ago.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\u0000"})
    void a_song_that_was_not_heard_is_asked_for(String heard) {
        SomeChart chart = SomeChart.of(SEVEN);

        assertThat(Alexa.ask(chart, anIntent("SongRankIntent").slot("song", heard))
                        .said())
                .isEqualTo("I did not catch which song you mean. What would you like to know?");
        assertThat(Alexa.ask(chart, anIntent("SongRankIntent")).said()).startsWith("I did not catch");
        assertThat(chart.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT-1S, a moment ago",
        "PT1.9S, a moment ago",
        "PT2S, 2 seconds ago",
        "PT2.001S, 3 seconds ago",
        "PT89S, 89 seconds ago",
        "PT90S, 2 minutes ago",
        "PT2M1S, 3 minutes ago",
        "PT3M, 3 minutes ago",
        "PT89M, 89 minutes ago",
        "PT90M, 2 hours ago",
        "PT2H, 2 hours ago",
        "PT2H1S, 3 hours ago",
        "PT36H, 2 days ago",
        "P2DT1S, 3 days ago",
        "P1000D, '1,000 days ago'"
    })
    void ages_are_spoken_naturally_and_nothing_sounds_younger_than_it_is(Duration age, String words) {
        SomeChart chart = SomeChart.of(SEVEN);

        assertThat(Alexa.ask(chart.aged(age), anIntent("HowFreshIntent")).said())
                .isEqualTo("The chart counts every post up to " + words + ". It has 732 votes for 7 songs.");
        assertThat(Alexa.ask(chart.stale(age), anIntent("NumberOneIntent")).said())
                .isEqualTo("Number one is July, with 690 votes. That is how things stood " + words + ".");
        assertThat(Alexa.ask(SomeChart.staleAndEmpty(age), anIntent("NumberOneIntent"))
                        .said())
                .isEqualTo("Nobody had voted yet when I last heard of the chart, " + words + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "AMAZON.NoIntent"})
    void a_farewell_ends_the_conversation(String intent) {
        Answer answer = Alexa.ask(SomeChart.of(SEVEN), anIntent(intent).inRunningSession());

        assertThat(answer.said()).isEqualTo("Goodbye.");
        assertThat(answer.open()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "AMAZON.HelpIntent, 'I know which songs'",
        "AMAZON.YesIntent, 'I know which songs'",
        "AMAZON.FallbackIntent, 'I can''t help with that.'",
        "NobodyKnowsIntent, 'I can''t help with that.'"
    })
    void help_and_what_is_not_understood_end_with_a_question(String intent, String words) {
        SomeChart chart = SomeChart.of(SEVEN);

        Answer answer = Alexa.ask(chart, anIntent(intent));

        assertThat(answer.said()).startsWith(words).endsWith("What would you like to know?");
        assertThat(answer.open()).isTrue();
        assertThat(chart.asked()).isEmpty();
    }

    @Test
    void a_request_of_another_kind_is_answered_by_the_last_handler() {
        Envelope request = aRequest("Display.ElementSelected").with("token", "\"1\"");

        assertThat(Alexa.ask(SomeChart.of(SEVEN), request).said()).startsWith("I can't help with that.");
    }

    @Test
    void the_end_of_a_session_and_a_report_of_an_error_get_no_words() {
        Envelope ended = aRequest("SessionEndedRequest").with("reason", "\"USER_INITIATED\"");
        Envelope error = aRequest("System.ExceptionEncountered")
                .with("error", "{\"type\":\"INVALID_RESPONSE\",\"message\":\"bad\"}")
                .with("cause", "{\"requestId\":\"r\"}")
                .withoutSession();

        assertThat(Alexa.ask(SomeChart.of(SEVEN), ended).said()).isEmpty();
        assertThat(Alexa.ask(SomeChart.of(SEVEN), error).said()).isEmpty();
    }

    @Test
    void a_fault_is_spoken_and_logged_without_its_message() {
        Alexa alexa = new Alexa(SomeChart.broken());

        Answer answer = alexa.ask(anIntent("NumberOneIntent").inRunningSession());

        assertThat(answer.said()).isEqualTo("Sorry, something went wrong on my side. Please try again.");
        assertThat(alexa.log())
                .contains("java.lang.IllegalStateException", "NumberOneHandler")
                .doesNotContain("secret title");
    }

    @Test
    void a_request_to_another_skill_is_an_error() {
        Alexa alexa = new Alexa(SomeChart.of(SEVEN));

        assertThatThrownBy(() -> alexa.ask(aRequest("LaunchRequest", "amzn1.ask.skill.another")))
                .isInstanceOf(AskSdkException.class);
    }

    @Test
    void a_request_without_context_is_an_error() {
        Alexa alexa = new Alexa(SomeChart.of(SEVEN));

        assertThatThrownBy(() -> alexa.ask(aLaunch().withoutContext())).isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_request_without_session_is_a_single_question() {
        assertThat(Alexa.ask(SomeChart.of(SEVEN), aLaunch().withoutSession()).said())
                .startsWith("Welcome to Crowd Chart.");
        assertThat(Alexa.ask(SomeChart.of(SEVEN), anIntent("NumberOneIntent").withoutSession())
                        .open())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de-DE | Auf Platz eins steht July und hat 4.501 Stimmen.
            de-AT | Auf Platz eins steht July und hat 4501 Stimmen.
            es-MX | El número uno es July, con 4,501 votos.
            es-ES | El número uno es July, con 4.501 votos.
            """)
    void the_answer_is_in_the_language_and_with_the_digits_of_the_request(String tag, String said) {
        assertThat(Alexa.ask(
                                SomeChart.of("July=4501"),
                                anIntent("NumberOneIntent").locale(tag))
                        .said())
                .isEqualTo(said);
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("de-DE-u-nu-arab"));
        try {
            for (String tag : List.of("en-US", "en-GB", "en-IN", "nl-NL", "xx", "")) {
                assertThat(Alexa.ask(
                                        SomeChart.of("July=4501"),
                                        anIntent("NumberOneIntent").locale(tag))
                                .said())
                        .isEqualTo("Number one is July, with 4,501 votes.");
            }
            assertThat(Alexa.ask(
                                    SomeChart.of("July=4501"),
                                    anIntent("NumberOneIntent").withoutLocale())
                            .said())
                    .isEqualTo("Number one is July, with 4,501 votes.");
        } finally {
            Locale.setDefault(machine);
        }
    }

    static Stream<String> hostileTitles() {
        return Stream.of(
                "<speak>",
                "</speak><audio src=\"https://example.org/a.mp3\"/>",
                "&amp; & &#0; &lt;",
                "\"quoted\" 'title'",
                "]]> <!-- x --> <?xml?>",
                "{song} {0} ${votes} $1 \\",
                "🎵👩‍👩‍👧‍👦",
                "أغنية حب",
                "\u202Egnos\u202C",
                "a\u0000b\u0007c\uD800d\uFFFEe\uFFFFf",
                "𝄞".repeat(100),
                "&".repeat(100));
    }

    @ParameterizedTest
    @MethodSource("hostileTitles")
    void a_hostile_title_is_spoken_harmlessly(String title) {
        SomeChart chart = SomeChart.ofTitles(List.of(title, title + " 2", title + " 3", title + " 4", title + " 5"));

        for (Supplier<Envelope> question : QUESTIONS.values()) {
            Answer answer = Alexa.ask(chart, question.get());
            assertThat(answer.said()).isNotBlank();
        }
        assertThat(Alexa.ask(chart, anIntent("SongRankIntent").slot("song", title))
                        .said())
                .isNotBlank();
        assertThat(Alexa.ask(chart, anIntent("TopSongsIntent")).said()).contains("Number five is");
    }
}
