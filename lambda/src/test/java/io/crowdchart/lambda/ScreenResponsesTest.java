package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.anIntent;
import static io.crowdchart.lambda.ScreenCharts.songs;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.crowdchart.model.chart.ChartEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Writes responses that {@code scripts/conformance} renders, one a file, those with the worst of many random titles among them. */
class ScreenResponsesTest {

    private static final Path FOLDER = Path.of("target", "screens");
    private static final long SEED = Long.getLong("seed", 20261124);
    private static final int TITLES = 100_000;
    private static final int WORST = 300;

    private static final String LONG =
            "The Hand That Signed the Paper Felled a City and Other Stories of the Long Night";
    private static final List<String> KNOWN = List.of(
            "Hey Jude", "Smells Like Teen Spirit", "July", "Whiskey Girl", "Bohemian Rhapsody", "Yesterday", "Imagine");
    private static final Map<String, List<String>> CHARTS = new TreeMap<>(Map.of(
            "many", KNOWN,
            "few", KNOWN.subList(0, 2),
            "long",
                    List.of(
                            LONG,
                            LONG + " II",
                            "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
                            "Short"),
            "right-to-left", List.of("أغنية حب قديمة", "שיר אהבה", "July (عربي)", "ترانه", "Mixed שיר Mixed"),
            "cjk", List.of("千本桜", "残酷な天使のテーゼ", "강남스타일", "月亮代表我的心", "恋するフォーチュンクッキー"),
            "emoji", List.of("🎵 Music 🎵", "👩‍👩‍👧‍👦", "❤️", "I ❤️ U 💔", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Scotland"),
            "markup",
                    List.of(
                            "Rock <br> Roll",
                            "<b>Bold</b> & &amp;",
                            "${1+1} ${payload}",
                            "@back",
                            "A\\B \"C\" %s {0}")));

    private final Map<String, JsonNode> responses = new LinkedHashMap<>();

    private void add(String name, ScreenCharts charts, Envelope request) {
        responses.put(name, new Alexa(charts).response(request.withScreen()));
    }

    @Test
    void the_responses_are_written() throws IOException {
        CHARTS.forEach((name, titles) -> {
            add("chart-" + name, ScreenCharts.of(songs(690, titles)), anIntent("TopSongsIntent"));
            add("song-" + name, ScreenCharts.of(songs(690, titles)), anIntent("NumberOneIntent"));
        });
        List<ChartEntry> before = songs(1_234, List.of("July", "Hey Jude", "Bohemian Rhapsody", "Whiskey Girl"));
        ScreenCharts moved = ScreenCharts.of(songs(1_234_567, KNOWN)).after(before);
        add("chart-moved", moved, anIntent("TopSongsIntent").today());
        add("song-moved", moved, anIntent("NumberOneIntent").today());
        add(
                "chart-stale",
                moved.stale(Duration.ofMinutes(89)),
                anIntent("TopSongsIntent").today());
        add(
                "song-stale",
                moved.stale(Duration.ofMinutes(89)),
                anIntent("NumberOneIntent").today());
        add("help", moved, anIntent("AMAZON.HelpIntent"));
        addWorst();
        Files.createDirectories(FOLDER);
        responses.forEach((name, response) -> {
            assertThat(response.at("/response/directives/0/document").isObject())
                    .as(name)
                    .isTrue();
            write(name, response);
        });
    }

    private void addWorst() {
        System.out.println("random titles: -Dseed=" + SEED);
        List<String> worst = WorstTitles.among(HostileTitles.of(TITLES, SEED), WORST);
        for (int at = 0; at < WORST; at += 5) {
            ScreenCharts charts = ScreenCharts.of(songs(99, worst.subList(at, at + 5)));
            add("hostile-%03d".formatted(at), charts, anIntent("TopSongsIntent"));
            add("hostile-song-%03d".formatted(at), charts, anIntent("NumberOneIntent"));
        }
    }

    private static void write(String name, JsonNode response) {
        try {
            Files.writeString(FOLDER.resolve(name + ".json"), response.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
