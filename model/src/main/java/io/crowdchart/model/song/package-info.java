/**
 * What a song is: the canonical key that is counted and the title that is shown.
 *
 * <p>Two spellings are the same song exactly if their {@link io.crowdchart.model.song.SongKey} is equal; similarity never
 * merges ("Believe" and "Believer" are closer than most typing errors are to what was meant). Start at
 * {@link io.crowdchart.model.song.Song#named}.
 */
@NullMarked
package io.crowdchart.model.song;

import org.jspecify.annotations.NullMarked;
