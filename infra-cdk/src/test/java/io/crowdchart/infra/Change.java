package io.crowdchart.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.infra.rule.Templates;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Ways to change a copy of the templates. */
final class Change {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Change() {}

    /** A text in all templates. */
    static Consumer<Templates> everywhere(String from, String to) {
        return replaced("", from, to);
    }

    /** A text in the JSON of the stacks whose names end so. */
    static Consumer<Templates> replaced(String stackEnd, String from, String to) {
        return templates -> templates.stacks().replaceAll((name, template) -> {
            if (!name.endsWith(stackEnd)) {
                return template;
            }
            try {
                return (ObjectNode) JSON.readTree(template.toString().replace(from, to));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A text in the files that are uploaded. */
    static Consumer<Templates> uploaded(String from, String to) {
        return templates -> templates.uploads().replaceAll((key, text) -> text.replace(from, to));
    }

    /** A container of the only task whose id begins so. */
    static ObjectNode container(Templates templates, String task, String name) {
        return find(
                templates.one("AWS::ECS::TaskDefinition", task).properties().path("ContainerDefinitions"),
                "Name",
                name);
    }

    /** A variable of the only essential container of a task. */
    static ObjectNode variable(Templates templates, String task, String name) {
        return find(
                find(
                                templates
                                        .one("AWS::ECS::TaskDefinition", task)
                                        .properties()
                                        .path("ContainerDefinitions"),
                                "Essential",
                                "true")
                        .path("Environment"),
                "Name",
                name);
    }

    static Consumer<Templates> removing(String task, String container, String variable) {
        return templates -> {
            ArrayNode environment =
                    (ArrayNode) container(templates, task, container).path("Environment");
            for (int i = 0; i < environment.size(); i++) {
                if (environment.path(i).path("Name").asText().equals(variable)) {
                    environment.remove(i);
                }
            }
        };
    }

    /** The statement of a role's policy whose actions begin so. */
    static ObjectNode statement(Templates templates, String role, String action) {
        JsonNode statements = templates
                .one("AWS::IAM::Policy", role)
                .properties()
                .path("PolicyDocument")
                .path("Statement");
        return StreamSupport.stream(statements.spliterator(), false)
                .filter(statement -> statement.path("Action").toString().contains("\"" + action))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode find(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.path(field).asText().equals(value))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing has the " + field + " " + value));
    }
}
