package io.crowdchart.lambda.song;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that was heard.
 *
 * @param meant the key of the song that was meant; nothing if it is not in the chart
 * @param kind what is special about it
 */
record Utterance(String heard, Locale locale, Optional<String> meant, String kind) {}
