package io.crowdchart.infra.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.crowdchart.infra.rehearsal.aws.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A container of a task definition.
 *
 * @param command what it runs: its entry point and its command
 * @param environment its variables
 * @param secrets the names of its secret variables
 */
record Container(List<String> command, Map<String, String> environment, List<String> secrets) {

    /** The one with this name. */
    static Container of(Resource task, String name) {
        for (JsonNode container : task.properties().path("ContainerDefinitions")) {
            if (container.path("Name").asText().equals(name)) {
                return of(container);
            }
        }
        throw new NoSuchElementException(task.logicalId() + " has no container " + name);
    }

    private static Container of(JsonNode container) {
        List<String> command = new ArrayList<>();
        container.path("EntryPoint").forEach(word -> command.add(word.asText()));
        container.path("Command").forEach(word -> command.add(word.asText()));
        Map<String, String> environment = new LinkedHashMap<>();
        container
                .path("Environment")
                .forEach(variable -> environment.put(
                        variable.path("Name").asText(), variable.path("Value").asText()));
        List<String> secrets = new ArrayList<>();
        container
                .path("Secrets")
                .forEach(variable -> secrets.add(variable.path("Name").asText()));
        return new Container(command, environment, secrets);
    }

    /** The same, with another text in the place of one in its command. */
    Container with(String text, String replacement) {
        List<String> words =
                command.stream().map(word -> word.replace(text, replacement)).toList();
        return new Container(words, environment, secrets);
    }
}
