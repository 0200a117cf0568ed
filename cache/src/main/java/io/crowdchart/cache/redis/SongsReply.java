package io.crowdchart.cache.redis;

import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.List;

/** What {@code songs.lua} answered. */
final class SongsReply {

    private static final int FIELDS_OF_A_SONG = 3;

    private SongsReply() {}

    static ChartSongs read(Object reply) {
        List<?> parts = Replies.list(reply);
        if (Replies.number(parts.get(0)) == 0) {
            return new ChartSongs.Rebuilding();
        }
        List<?> fields = Replies.list(parts.get(1));
        List<SongVotes> songs = new ArrayList<>(fields.size() / FIELDS_OF_A_SONG);
        for (int i = 0; i < fields.size(); i += FIELDS_OF_A_SONG) {
            String key = Replies.text(fields.get(i));
            String title = Replies.text(fields.get(i + 2));
            songs.add(new SongVotes(new Song(key, title.isBlank() ? key : title), -Replies.number(fields.get(i + 1))));
        }
        return new ChartSongs.Known(songs);
    }
}
