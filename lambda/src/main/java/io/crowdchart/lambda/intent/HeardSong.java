package io.crowdchart.lambda.intent;

import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A song as it was heard: what it may be in the chart.
 *
 * @param title how to speak of it
 * @param keys the canonical keys it may have, the likeliest first
 */
record HeardSong(String title, List<String> keys) {

    /** The song that was heard; nothing if it was none. */
    static Optional<HeardSong> of(String heard) {
        return Song.named(heard)
                .map(song -> new HeardSong(
                        song.title(),
                        Stream.concat(
                                        Stream.of(song),
                                        SpokenTitle.withoutArtist(heard).stream()
                                                .flatMap(title -> Song.named(title).stream()))
                                .map(Song::key)
                                .distinct()
                                .toList()));
    }

    /** A song of the chart. */
    static HeardSong known(String key) {
        return new HeardSong(key, List.of(key));
    }
}
