package io.crowdchart.lambda.song;

import java.util.Arrays;
import java.util.List;

/**
 * One way to understand what was heard: which of it is the title.
 *
 * @param key the canonical key of the title
 * @param sure whether a song with this key needs no question
 */
record Reading(String key, boolean sure) {

    List<String> words() {
        return Arrays.asList(key.split(" ", -1));
    }
}
