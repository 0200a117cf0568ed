package io.crowdchart.infra.rehearsal.aws;

import java.util.Collection;
import java.util.function.BiConsumer;

/** Writes the XML of the query protocols. */
final class Xml {

    private final StringBuilder text = new StringBuilder();

    Xml text(String name, String value) {
        text.append('<')
                .append(name)
                .append('>')
                .append(escaped(value))
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    /** Nothing where the value is empty, as the services do. */
    Xml textIfAny(String name, String value) {
        return value.isEmpty() ? this : text(name, value);
    }

    Xml element(String name, Xml content) {
        text.append('<')
                .append(name)
                .append('>')
                .append(content.text)
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    <T> Xml members(String name, Collection<T> values, BiConsumer<Xml, T> writer) {
        Xml list = new Xml();
        for (T value : values) {
            Xml member = new Xml();
            writer.accept(member, value);
            list.element("member", member);
        }
        return element(name, list);
    }

    /** The answer of an action of a query protocol. */
    AwsResponse response(String namespace, String action) {
        Xml body = new Xml()
                .element(action + "Result", this)
                .element("ResponseMetadata", new Xml().text("RequestId", "rehearsal"));
        return AwsResponse.xml(
                200, "<" + action + "Response xmlns=\"" + namespace + "\">" + body.text + "</" + action + "Response>");
    }

    static AwsResponse fault(AwsFault fault) {
        Xml error = new Xml().text("Type", "Sender").text("Code", fault.code()).text("Message", fault.text());
        return AwsResponse.xml(
                fault.status(),
                "<ErrorResponse>" + new Xml().element("Error", error).text("RequestId", "rehearsal")
                        + "</ErrorResponse>");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#13;");
    }
}
