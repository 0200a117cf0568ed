package io.crowdchart.model.chart;

import io.crowdchart.model.song.Song;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A song with its votes.
 *
 * @param votes the number of people who voted for it, at least 1
 */
public record SongVotes(Song song, long votes) {

    /** Most votes first; songs with equally many by the bytes of their key, as Redis orders them. */
    public static final Comparator<SongVotes> CHART_ORDER = Comparator.comparingLong(SongVotes::votes)
            .reversed()
            .thenComparing(SongVotes::keyBytes, Arrays::compareUnsigned);

    public SongVotes {
        if (votes < 1) {
            throw new IllegalArgumentException("a charted song has at least 1 vote, '" + song.key() + "' has " + votes);
        }
    }

    private byte[] keyBytes() {
        return song.key().getBytes(StandardCharsets.UTF_8);
    }
}
