package io.crowdchart.infra.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.crowdchart.infra.rehearsal.aws.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a role may do, as far as the rehearsal has to know. */
final class Allowed {

    private Allowed() {}

    /** The uploaded objects that the role of a task may read. */
    static Map<String, byte[]> objects(Rehearsal rehearsal, Resource task) {
        List<String> readable = readable(rehearsal, task);
        Map<String, byte[]> objects = new LinkedHashMap<>();
        rehearsal.objects().forEach((name, bytes) -> {
            if (readable.contains("arn:aws:s3:::" + name)) {
                objects.put(name, bytes);
            }
        });
        return objects;
    }

    private static List<String> readable(Rehearsal rehearsal, Resource task) {
        String role = task.properties().path("TaskRoleArn").asText();
        List<String> readable = new ArrayList<>();
        for (Resource resource : rehearsal.stack("Pipeline").resources()) {
            if (resource.type().equals("AWS::IAM::Policy")
                    && texts(resource.properties().path("Roles")).stream()
                            .anyMatch(name -> role.endsWith("/" + name))) {
                for (JsonNode statement : resource.properties().at("/PolicyDocument/Statement")) {
                    if (statement.path("Effect").asText().equals("Allow")
                            && texts(statement.path("Action")).contains("s3:GetObject")) {
                        readable.addAll(texts(statement.path("Resource")));
                    }
                }
            }
        }
        return readable;
    }

    private static List<String> texts(JsonNode oneOrMore) {
        if (oneOrMore.isTextual()) {
            return List.of(oneOrMore.asText());
        }
        List<String> texts = new ArrayList<>();
        oneOrMore.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
