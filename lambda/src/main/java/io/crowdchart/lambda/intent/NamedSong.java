package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.song.Resolution;
import java.util.List;
import java.util.Optional;

/**
 * A song that somebody asks for.
 *
 * @param title how to speak of it if it is not in the chart
 * @param keys the canonical keys to ask the chart for, the surest first
 * @param heard how it was heard; nothing if it is known by its key
 * @param meant which song the index of now means by it; nothing if there is no such index
 */
record NamedSong(String title, List<String> keys, Optional<HeardTitle> heard, Optional<Resolution> meant) {

    NamedSong {
        keys = List.copyOf(keys);
    }

    /** A song of the chart. */
    static NamedSong known(String key) {
        return new NamedSong(key, List.of(key), Optional.empty(), Optional.empty());
    }
}
