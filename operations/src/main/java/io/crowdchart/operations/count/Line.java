package io.crowdchart.operations.count;

import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.util.Optional;

/**
 * A song in a ranking: a row of one of the ranking topics.
 *
 * @param ranking the topic
 * @param window the day or the hour, as the votes write it; {@code all} in the all-time ranking
 * @param song the song, as the votes write it
 */
public record Line(Topic ranking, String window, String song) {

    /** A song in the all-time ranking. */
    public static Line allTime(String song) {
        return new Line(Topic.SONG_RANKING, ChartWindow.ALL_TIME.name(), song);
    }

    /** A song in the ranking of a day. */
    public static Line daily(String day, String song) {
        return new Line(Topic.DAILY_RANKING, day, song);
    }

    /** A song in the ranking of an hour. */
    public static Line hourly(String hour, String song) {
        return new Line(Topic.HOURLY_RANKING, hour, song);
    }

    /**
     * The chart in the cache to which it belongs; nothing if the sink refuses it. The counting takes any text for a day, an
     * hour and a song, the sink does not.
     */
    public Optional<ChartWindow> chart() {
        if (song.isBlank() || song.length() > Column.MAX_SONG) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    switch (ranking) {
                        case DAILY_RANKING -> ChartWindow.Day.named(window);
                        case HOURLY_RANKING -> ChartWindow.Hour.named(window);
                        default -> ChartWindow.ALL_TIME;
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return ranking == Topic.SONG_RANKING ? "'" + song + "'" : window + " '" + song + "'";
    }
}
