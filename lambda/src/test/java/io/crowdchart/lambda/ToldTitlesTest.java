package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The titles of the chart as Alexa is told of them: dynamic entities of the slots for songs. */
class ToldTitlesTest {

    private static final String DIRECTIVE = "Dialog.UpdateDynamicEntities";

    private final SomeChart chart = SomeChart.of("Hey Jude=9, Rock & Roll=5, July=2");
    private final Talk talk = new Talk(chart);

    private static List<JsonNode> told(JsonNode response) {
        return StreamSupport.stream(response.at("/response/directives").spliterator(), false)
                .filter(directive -> directive.path("type").asText().equals(DIRECTIVE))
                .toList();
    }

    @Test
    void a_launch_tells_the_titles_with_their_keys() {
        List<JsonNode> told = told(talk.responseTo(aLaunch()));

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).hasToString("""
                {"type":"Dialog.UpdateDynamicEntities","updateBehavior":"REPLACE","types":[{"name":"AMAZON.MusicRecording",\
                "values":[{"id":"hey jude","name":{"value":"Hey Jude"}},{"id":"rock and roll","name":{"value":"Rock & Roll"}},\
                {"id":"july","name":{"value":"July"}}]}]}""");
        assertThat(chart.askedForSongs()).isEqualTo(1);
    }

    @Test
    void they_are_told_once_in_a_session() {
        talk.responseTo(aLaunch());

        assertThat(told(talk.responseTo(anIntent("NumberOneIntent")))).isEmpty();
        assertThat(told(talk.responseTo(anIntent("AMAZON.HelpIntent")))).isEmpty();
        assertThat(told(talk.responseTo(anIntent("AMAZON.YesIntent")))).isEmpty();
        assertThat(chart.askedForSongs()).isEqualTo(1);
    }

    @Test
    void a_session_that_opens_later_begins_with_them() {
        assertThat(told(talk.responseTo(anIntent("SongRankIntent").slot("song", "rocken rolls"))))
                .hasSize(1);
    }

    @Test
    void an_answer_that_ends_the_session_tells_none() {
        assertThat(told(talk.responseTo(anIntent("NumberOneIntent")))).isEmpty();
        assertThat(told(talk.responseTo(anIntent("AMAZON.StopIntent").inRunningSession())))
                .isEmpty();
        assertThat(told(talk.responseTo(aLaunch().withoutSession()))).isEmpty();
        assertThat(chart.askedForSongs()).isZero();
    }

    @Test
    void titles_that_have_changed_since_are_told_anew() {
        talk.responseTo(aLaunch());
        Talk later = new Talk(SomeChart.of("Hello=1, July=1"));
        Envelope question = anIntent("SongRankIntent").slot("song", "jully").inRunningSession();

        assertThat(told(later.responseTo(question.withAttributes(talk.attributes()))))
                .hasSize(1);
    }

    @Test
    void the_same_titles_in_another_order_are_not() {
        talk.responseTo(aLaunch());
        Talk later = new Talk(SomeChart.of("July=30, Rock & Roll=10, Hey Jude=9"));
        Envelope question =
                anIntent("SongRankIntent").slot("song", "nothing like it").inRunningSession();

        assertThat(told(later.responseTo(question.withAttributes(talk.attributes()))))
                .isEmpty();
    }

    @Test
    void there_are_no_more_than_alexa_takes_and_none_that_nobody_says() {
        List<SongVotes> songs = IntStream.range(0, 300)
                .mapToObj(at -> new SongVotes(Song.named("Song " + at).orElseThrow(), 300 - at))
                .collect(Collectors.toList());
        songs.add(0, new SongVotes(new Song("!!!", "!!!"), 1_000));
        songs.add(0, new SongVotes(new Song("long", "𝄞".repeat(99) + "a"), 1_001));
        chart.naming(new ChartSongs.Known(songs));

        JsonNode values = told(talk.responseTo(aLaunch())).get(0).at("/types/0/values");

        assertThat(values).hasSize(100);
        assertThat(values.at("/0/id").asText()).isEqualTo("song 0");
    }

    @Test
    void a_hundred_of_the_longest_titles_are_too_many() {
        chart.naming(new ChartSongs.Known(IntStream.range(0, 300)
                .mapToObj(at -> new SongVotes(Song.named("x".repeat(97) + at).orElseThrow(), 300 - at))
                .toList()));

        JsonNode values = told(talk.responseTo(aLaunch())).get(0).at("/types/0/values");

        assertThat(values).hasSize(50);
    }

    @Test
    void without_titles_none_are_told() {
        for (ChartSongs none :
                List.of(new ChartSongs.Unavailable(), new ChartSongs.Rebuilding(), new ChartSongs.Known(List.of()))) {
            Talk away = new Talk(SomeChart.of("July=1").naming(none));

            assertThat(told(away.responseTo(aLaunch()))).isEmpty();
        }
    }
}
