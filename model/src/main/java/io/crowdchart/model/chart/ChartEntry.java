package io.crowdchart.model.chart;

import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a chart.
 *
 * @param rank the competition rank: 1 + the number of songs with more votes (1, 2, 2, 4)
 * @param song the song
 * @param votes its votes, at least 1
 */
public record ChartEntry(long rank, Song song, long votes) {

    public ChartEntry {
        if (rank < 1) {
            throw new IllegalArgumentException("rank starts at 1, was " + rank);
        }
        if (votes < 1) {
            throw new IllegalArgumentException("a charted song has at least 1 vote, '" + song.key() + "' has " + votes);
        }
    }

    /** Gives ranks to the songs of a whole chart, in chart order. */
    public static List<ChartEntry> ranked(List<SongVotes> songs) {
        List<SongVotes> ordered = songs.stream().sorted(SongVotes.CHART_ORDER).toList();
        List<ChartEntry> entries = new ArrayList<>(ordered.size());
        for (int position = 1; position <= ordered.size(); position++) {
            SongVotes next = ordered.get(position - 1);
            boolean tied = position > 1 && ordered.get(position - 2).votes() == next.votes();
            long rank = tied ? entries.get(position - 2).rank() : position;
            entries.add(new ChartEntry(rank, next.song(), next.votes()));
        }
        return List.copyOf(entries);
    }
}
