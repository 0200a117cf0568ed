package io.crowdchart.lambda.screen;

import com.amazon.ask.model.interfaces.alexa.presentation.apl.RenderDocumentDirective;
import com.amazon.ask.util.JacksonSerializer;
import io.crowdchart.lambda.speech.Captions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An APL document: what all have in common, from {@code look.json}, and a template of its own. */
public enum Document {
    /** Shows a {@link ChartScreen}. */
    CHART("chart"),
    /** Shows a {@link SongScreen}. */
    SONG("song"),
    /** Shows a {@link HelpScreen}. */
    HELP("help");

    private final String token;

    /** Nobody changes it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, Object> content;

    Document(String token) {
        this.token = token;
        this.content = new LinkedHashMap<>(json("look"));
        content.putAll(json(token));
    }

    /** The order to show a screen. */
    public static RenderDocumentDirective showing(Screen screen, Captions captions) {
        Document document = screen.document();
        return RenderDocumentDirective.builder()
                .withToken(document.token)
                .withDocument(document.content)
                .putDatasourcesItem("screen", screen.data(captions))
                .build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String name) {
        String file = name + ".json";
        try (InputStream json = Objects.requireNonNull(Document.class.getResourceAsStream(file), file)) {
            return new JacksonSerializer().deserialize(json, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
