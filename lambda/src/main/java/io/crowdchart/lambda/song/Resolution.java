package io.crowdchart.lambda.song;

import io.crowdchart.model.song.Song;
import java.util.Optional;

/** Which song of the chart somebody meant. */
public sealed interface Resolution {

    /** This song and no other; it can be named without asking. */
    record Certain(Song song) implements Resolution {}

    /**
     * Ask whether it was this song, or which one of two.
     *
     * @param probable the song that it most probably was
     * @param other another one that is nearly as probable
     */
    record Question(Song probable, Optional<Song> other) implements Resolution {}

    /**
     * No song of the chart.
     *
     * @param nearest the song that sounds most like it, if any does; too far away to ask for
     */
    record Unknown(Optional<Song> nearest) implements Resolution {}
}
