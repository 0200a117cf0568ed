package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values of a template as texts: what CloudFormation will put in stands in angle brackets. */
final class Text {

    private Text() {}

    static String of(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return "<" + value.path("Ref").asText() + ">";
        }
        if (value.has("Fn::GetAtt")) {
            return "<" + String.join(".", each(value.path("Fn::GetAtt"))) + ">";
        }
        if (value.has("Fn::Join")) {
            JsonNode join = value.path("Fn::Join");
            return String.join(join.path(0).asText(), each(join.path(1)));
        }
        if (value.has("Fn::Sub")) {
            return value.path("Fn::Sub").asText();
        }
        if (value.has("Fn::GetStackOutput")) {
            return "<" + value.path("Fn::GetStackOutput").path("OutputName").asText() + ">";
        }
        return value.toString();
    }

    /** Of a list, or of a single value that stands for a list. */
    static List<String> each(JsonNode values) {
        List<String> texts = new ArrayList<>();
        if (values.isArray()) {
            values.forEach(value -> texts.add(of(value)));
        } else if (!values.isMissingNode()) {
            texts.add(of(values));
        }
        return texts;
    }
}
