package io.crowdchart.model.vote;

import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A row of the {@code votes} topic: one post that votes.
 *
 * @param voter who votes, as a pseudonym
 * @param song for what
 * @param day the day chart in which it counts
 * @param hour the hour chart in which it counts
 */
public record Vote(String voter, Song song, ChartWindow.Day day, ChartWindow.Hour hour) {

    /**
     * A vote cast at a time.
     *
     * @param seenAt when the network saw the post; never a time that its author set
     * @param zone the time zone of the chart
     */
    public static Vote cast(String voter, Song song, Instant seenAt, ZoneId zone) {
        return new Vote(voter, song, ChartWindow.Day.at(seenAt, zone), ChartWindow.Hour.at(seenAt, zone));
    }

    /** The charts in which it counts. */
    public List<ChartWindow> windows() {
        return List.of(ChartWindow.ALL_TIME, day, hour);
    }
}
