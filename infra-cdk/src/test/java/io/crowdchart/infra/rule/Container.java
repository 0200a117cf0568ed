package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A container of a task, and the files that the first container of its task fetches. */
record Container(Templates templates, Templates.Resource task, JsonNode node) {

    private static final Pattern FETCHED = Pattern.compile("s3://[^/]+/(\\S+) /files/([^;\\s]+)");

    static Container worker(Templates templates) {
        return of(templates, "Connect", "worker");
    }

    static Container ksql(Templates templates) {
        return of(templates, "Ksql", "server");
    }

    static Container of(Templates templates, String taskPrefix, String name) {
        Templates.Resource task = templates.one("AWS::ECS::TaskDefinition", taskPrefix);
        JsonNode node = StreamSupport.stream(
                        task.properties().path("ContainerDefinitions").spliterator(), false)
                .filter(container -> container.path("Name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(task + " has no container " + name));
        return new Container(templates, task, node);
    }

    /** The variables that are not secret. */
    Map<String, String> environment() {
        return pairs("Environment", "Value");
    }

    /** The variables that come from Secrets Manager, and from where. */
    Map<String, String> secrets() {
        return pairs("Secrets", "ValueFrom");
    }

    /** The names of all variables. */
    Set<String> variables() {
        Set<String> names = new TreeSet<>(environment().keySet());
        names.addAll(secrets().keySet());
        return names;
    }

    private Map<String, String> pairs(String list, String value) {
        Map<String, String> pairs = new TreeMap<>();
        node.path(list).forEach(pair -> pairs.put(pair.path("Name").asText(), Text.of(pair.path(value))));
        return pairs;
    }

    /** What it runs, in one line. */
    String command() {
        return String.join(" ", Text.each(node.path("EntryPoint"))) + " "
                + String.join(" ", Text.each(node.path("Command")));
    }

    /** What is fetched: keys in S3 by the names that the files get. */
    Map<String, String> fetched() {
        String command = String.join(
                " ", Text.each(of(templates, taskPrefix(), "fetch").node.path("Command")));
        Map<String, String> files = new TreeMap<>();
        Matcher matcher = FETCHED.matcher(command);
        while (matcher.find()) {
            files.put(matcher.group(2), matcher.group(1));
        }
        return files;
    }

    /** The text of a file that is fetched; empty if it is not. */
    String file(String name) {
        return templates.uploads().getOrDefault(fetched().getOrDefault(name, ""), "");
    }

    List<Statement> statements() {
        String role = Text.of(task.properties().path("TaskRoleArn")).replaceAll("^<|\\.Arn>$", "");
        return Statement.of(templates, role);
    }

    private String taskPrefix() {
        return task.id();
    }
}
