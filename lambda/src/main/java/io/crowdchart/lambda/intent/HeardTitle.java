package io.crowdchart.lambda.intent;

import java.util.List;
import java.util.Locale;

/**
 * What was said where a song was expected.
 *
 * @param text the words, as Alexa heard them
 * @param hints the canonical keys of the songs that Alexa takes it for, of those that she was told of; perhaps none
 * @param locale in which language
 */
record HeardTitle(String text, List<String> hints, Locale locale) {

    HeardTitle {
        hints = List.copyOf(hints);
    }
}
