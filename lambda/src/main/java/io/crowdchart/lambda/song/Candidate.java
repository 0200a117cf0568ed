package io.crowdchart.lambda.song;

/**
 * A song that may have been meant.
 *
 * @param song its position in the chart, from 0
 * @param likeness how much its name is like what was heard, 0 to 1
 * @param sameSound whether nobody would hear a difference
 */
record Candidate(int song, double likeness, boolean sameSound) {}
