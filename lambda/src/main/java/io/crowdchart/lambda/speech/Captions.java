package io.crowdchart.lambda.speech;

import io.crowdchart.lambda.chart.Trend;
import io.crowdchart.model.chart.ChartEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the skill shows on a screen, in one language: short plain texts, none of them empty, all of them as safe as {@link
 * Speech} but not escaped. Immutable, safe for use by many threads.
 */
public final class Captions {

    private static final int EXAMPLES = 5;

    private final Messages messages;
    private final Phrases phrases;

    private Captions(Messages messages) {
        this.messages = messages;
        this.phrases = messages.phrases();
    }

    /** The captions in the language of messages. */
    public static Captions of(Messages messages) {
        return new Captions(messages);
    }

    /** The heading above the chart of a period. */
    public String heading(String period) {
        return phrases.filled("caption.heading." + period, Map.of());
    }

    /** The heading above what can be asked. */
    public String helpHeading() {
        return phrases.filled("caption.help", Map.of());
    }

    /** What can be asked. */
    public List<String> examples() {
        return IntStream.rangeClosed(1, EXAMPLES)
                .mapToObj(number -> phrases.filled("caption.example." + number, Map.of()))
                .toList();
    }

    /** The title of a song. */
    public String title(ChartEntry line) {
        return safe(messages.titles().shown(line.song().title()));
    }

    /** How many votes. */
    public String votes(long votes) {
        return messages.votes(votes);
    }

    /** "4,501". */
    public String digits(long number) {
        return phrases.digits(number);
    }

    /** What is read to people who do not see the screen. */
    public String label(ChartEntry line) {
        return safe(messages.asSentences(messages.songAt(line)));
    }

    /** A movement beside its arrow; nothing where there is nothing to say. */
    public Optional<String> moved(Trend trend) {
        return switch (trend.kind()) {
            case UP, DOWN -> Optional.of(phrases.digits(trend.places()));
            case NEW -> Optional.of(phrases.filled("caption.new", Map.of()));
            case SAME, UNKNOWN -> Optional.empty();
        };
    }

    /** A movement in words; nothing if none is known. */
    public Optional<String> movement(Trend trend) {
        return switch (trend.kind()) {
            case UP -> Optional.of(phrases.counted("caption.up", trend.places()));
            case DOWN -> Optional.of(phrases.counted("caption.down", trend.places()));
            case NEW -> Optional.of(phrases.filled("caption.new", Map.of()));
            case SAME -> Optional.of(phrases.filled("caption.same", Map.of()));
            case UNKNOWN -> Optional.empty();
        };
    }

    /** How fresh a chart is. */
    public String fresh(Duration age) {
        return phrases.filled("caption.fresh", Map.of("ago", messages.ago(age)));
    }

    /** How old a chart is that should be fresher. */
    public String stale(Duration age) {
        return phrases.filled("caption.stale", Map.of("ago", messages.ago(age)));
    }

    private static String safe(String text) {
        return new Speech(text).text();
    }
}
