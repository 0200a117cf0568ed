package io.crowdchart.lambda.screen;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.model.song.SongKey;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A touch on a song, as it travels to a device and back.
 *
 * @param rank the rank that was shown
 * @param key the canonical key of the song
 * @param period of which chart
 */
public record Touch(long rank, String key, ChartPeriod period) {

    private static final String KIND = "song";

    /** Percent-encoded, a code point takes up to 12 characters. */
    private static final int MOST_CHARS = 12 * SongKey.MAX_CODE_POINTS;

    /** The arguments of an event. The key is encoded, so that a document finds nothing to calculate in it. */
    List<Object> arguments() {
        return List.of(KIND, rank, URLEncoder.encode(key, StandardCharsets.UTF_8), period.name());
    }

    /** The touch that a device tells of; nothing if the arguments are none of ours. */
    public static Optional<Touch> in(List<?> arguments) {
        if (arguments.size() != 4
                || !KIND.equals(arguments.get(0))
                || !(arguments.get(1) instanceof Number rank && rank.longValue() >= 1)
                || !(arguments.get(2) instanceof String key)
                || !(arguments.get(3) instanceof String period)) {
            return Optional.empty();
        }
        return ChartPeriod.named(period).flatMap(of -> keyIn(key).map(known -> new Touch(rank.longValue(), known, of)));
    }

    private static Optional<String> keyIn(String encoded) {
        if (encoded.length() > MOST_CHARS) {
            return Optional.empty();
        }
        try {
            String key = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            return Optional.of(key)
                    .filter(text -> !text.isBlank() && SongKey.of(text).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
