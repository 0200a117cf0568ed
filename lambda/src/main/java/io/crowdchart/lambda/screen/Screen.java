package io.crowdchart.lambda.screen;

import io.crowdchart.lambda.speech.Captions;
import java.util.Map;

/** What is to be shown along with an answer. */
public sealed interface Screen permits ChartScreen, SongScreen, HelpScreen {

    /** The document that shows it. */
    Document document();

    /** The same, shown as the chart was at a time. */
    Screen asOf(Freshness freshness);

    /**
     * What the document is filled with: texts, numbers, and lists and maps of them, none of them empty.
     *
     * @param captions the words
     */
    Map<String, Object> data(Captions captions);
}
