package io.crowdchart.local.skill;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the words of an SSML document, as one would hear them. */
final class PlainSpeech {

    private PlainSpeech() {}

    /**
     * The words of an SSML document, on one line.
     *
     * @throws IllegalArgumentException if it is not well-formed
     */
    static String of(String ssml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(ssml)));
            return document.getDocumentElement().getTextContent().strip().replaceAll("\\s+", " ");
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException("the skill answered with SSML that is no XML: " + ssml, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
