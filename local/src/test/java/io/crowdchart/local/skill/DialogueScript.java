package io.crowdchart.local.skill;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of dialogues, as everybody can read them. */
final class DialogueScript {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Pattern CHART = Pattern.compile("  (all time|today|yesterday|this hour|last hour)\\b(.*)");
    private static final Pattern TITLE = Pattern.compile("--- (.*?)(?: \\[(\\w+)])?");
    private static final Pattern SONG = Pattern.compile("(.*) (\\d+)");

    private final Instant now;
    private final Map<ChartWindow, List<ChartEntry>> charts = new HashMap<>();
    private final List<Dialogue> dialogues = new ArrayList<>();
    private Optional<Map<ChartWindow, List<ChartEntry>>> own = Optional.empty();

    private DialogueScript(Instant now) {
        this.now = now;
    }

    /** What is said, and what is answered. */
    record Turn(String said, String answer) {}

    /** A conversation about charts. */
    record Dialogue(String title, DialogueCharts charts, List<Turn> turns) {
        @Override
        public String toString() {
            return title;
        }
    }

    /** The dialogues of a language. */
    static List<Dialogue> in(String language, Instant now) {
        String file = "/dialogues/" + language + ".txt";
        try (InputStream text = Objects.requireNonNull(DialogueScript.class.getResourceAsStream(file), file)) {
            var script = new DialogueScript(now);
            script.read(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            return script.dialogues;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<String> lines) {
        String said = "";
        for (String line : lines) {
            Matcher chart = CHART.matcher(line);
            Matcher title = TITLE.matcher(line);
            if (chart.matches()) {
                ChartPeriod period = ChartPeriod.valueOf(
                        chart.group(1).toUpperCase(Locale.ROOT).replace(' ', '_'));
                chartsHere()
                        .put(period.window(now, ZONE), entries(chart.group(2).strip()));
            } else if (title.matches()) {
                String state = Objects.requireNonNullElse(title.group(2), "fresh");
                dialogues.add(
                        new Dialogue(title.group(1), new DialogueCharts(charts, ZONE, now, state), new ArrayList<>()));
                own = Optional.empty();
            } else if (line.startsWith("You:")) {
                said = line.substring(4).strip();
            } else if (line.startsWith("Alexa:")) {
                dialogues
                        .get(dialogues.size() - 1)
                        .turns()
                        .add(new Turn(said, line.substring(6).strip()));
            }
        }
    }

    /** The charts of all dialogues, or those of one, which begins without any. */
    private Map<ChartWindow, List<ChartEntry>> chartsHere() {
        if (dialogues.isEmpty()) {
            return charts;
        }
        if (own.isEmpty()) {
            own = Optional.of(new HashMap<>());
            Dialogue last = dialogues.remove(dialogues.size() - 1);
            DialogueCharts other =
                    new DialogueCharts(own.get(), ZONE, now, last.charts().state());
            dialogues.add(new Dialogue(last.title(), other, last.turns()));
        }
        return own.get();
    }

    private static List<ChartEntry> entries(String songs) {
        return ChartEntry.ranked(Arrays.stream(songs.split(" / "))
                .map(SONG::matcher)
                .filter(Matcher::matches)
                .map(song -> new SongVotes(Song.named(song.group(1)).orElseThrow(), Long.parseLong(song.group(2))))
                .toList());
    }
}
