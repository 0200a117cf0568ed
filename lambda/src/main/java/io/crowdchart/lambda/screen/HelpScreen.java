package io.crowdchart.lambda.screen;

import io.crowdchart.lambda.speech.Captions;
import java.util.Map;

/** What can be asked. */
public record HelpScreen() implements Screen {

    @Override
    public Document document() {
        return Document.HELP;
    }

    @Override
    public HelpScreen asOf(Freshness freshness) {
        return this;
    }

    @Override
    public Map<String, Object> data(Captions captions) {
        return Map.of("heading", captions.helpHeading(), "examples", captions.examples());
    }
}
