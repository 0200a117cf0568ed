package io.crowdchart.lambda.song;

/**
 * A song that may have been meant.
 *
 * @param song its position in the chart, from 0
 * @param likeness how much its name is like what was heard, 0 to 1
 * @param sameSound whether nobody would hear a difference
 * @param name the one of its names that is like it
 */
record Candidate(int song, double likeness, boolean sameSound, Name name) {}
