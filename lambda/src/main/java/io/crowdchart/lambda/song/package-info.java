/**
 * Which song of the chart somebody meant: what Alexa heard against the titles that are in the chart.
 *
 * <p>A song is only named without asking if its canonical key was heard, or the same words in another spelling. Everything that is
 * merely similar is a {@link io.crowdchart.lambda.song.Resolution.Question}: different titles are often closer to each other
 * than what was heard is to what was said. Start at {@link io.crowdchart.lambda.song.LiveSongs}.
 */
@NullMarked
package io.crowdchart.lambda.song;

import org.jspecify.annotations.NullMarked;
