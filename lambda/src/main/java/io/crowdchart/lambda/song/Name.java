package io.crowdchart.lambda.song;

/**
 * One of the names that people call a song by.
 *
 * @param song the position of the song in the chart, from 0
 * @param full whether it is the whole title, rather than a part of it
 */
record Name(int song, Spoken spoken, boolean full) {

    /** Whether it is only a part of a title, and another name is the same. */
    boolean isPartLike(Name other) {
        return !full && spoken.whole().equals(other.spoken.whole());
    }
}
