package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The functions. */
final class SkillRules {

    /** Runtimes that know SnapStart on arm64, by the Lambda Developer Guide. */
    private static final Set<String> RUNTIMES = Set.of("java17", "java21", "java25");

    private SkillRules() {}

    static List<Templates.Resource> functions(Templates templates) {
        return templates.all("AWS::Lambda::Function").stream()
                .filter(function -> function.stack().endsWith("Skill"))
                .toList();
    }

    static Map<String, String> environment(Templates.Resource function) {
        Map<String, String> environment = new TreeMap<>();
        function.properties()
                .path("Environment")
                .path("Variables")
                .properties()
                .forEach(variable -> environment.put(variable.getKey(), Text.of(variable.getValue())));
        return environment;
    }

    /** What the configurations of the functions require is there, and nothing that they do not know. */
    static List<String> settingsAreProvided(Templates templates) {
        var faults = new Faults();
        String source = SourceTree.functionConfigs();
        Set<String> known = SourceTree.found("public static final String ([A-Z_]+) =", source);
        Set<String> required =
                SourceTree.found("/\\*\\* Required:[^/]*?\\*/\\s+public static final String ([A-Z_]+) =", source);
        faults.unless(required.containsAll(Set.of("SKILL_ID", "REDIS_HOST")), "only required: " + required);
        Set<String> needed = new TreeSet<>(required);
        needed.addAll(Set.of("REDIS_PORT", "REDIS_CLUSTER", "REDIS_TLS", "REDIS_USER", "REDIS_IAM_CACHE"));
        known.add("REDIS_IAM_CACHE");
        faults.unlessEqual(2, functions(templates).size(), "the number of functions");
        for (Templates.Resource function : functions(templates)) {
            Map<String, String> environment = environment(function);
            Set<String> ofThis = new TreeSet<>(needed);
            if (function.equals(skill(templates))) {
                ofThis.add("CHART_PROFANITY");
            } else {
                ofThis.remove("SKILL_ID");
            }
            faults.unlessWithin(environment.keySet(), ofThis, function + " does not have");
            faults.unlessWithin(known, environment.keySet(), function + " does not know");
            faults.unless(!environment.containsKey("REDIS_PASSWORD"), function + " has a password and a token");
            faults.unlessEqual("true", environment.getOrDefault("REDIS_CLUSTER", "false"), "REDIS_CLUSTER");
            environment.forEach((name, value) -> faults.unless(!value.isBlank(), name + " is blank"));
        }
        return faults.found();
    }

    /** A catalogue, exactly where the skill has to say nothing but its titles, is a file of a layer that the skill reads. */
    static List<String> theCatalogueIsThere(Templates templates) {
        var faults = new Faults();
        Templates.Resource skill = skill(templates);
        Map<String, String> environment = environment(skill);
        boolean wanted = environment.getOrDefault("CHART_PROFANITY", "").equals("catalogue");
        faults.unlessEqual(
                wanted ? "/opt/catalogue.txt" : "", environment.getOrDefault("CHART_CATALOGUE", ""), "the catalogue");
        List<Templates.Resource> layers = templates.all("AWS::Lambda::LayerVersion");
        faults.unlessEqual(wanted ? 1 : 0, layers.size(), "the number of layers");
        JsonNode used = skill.properties().path("Layers");
        faults.unlessEqual(wanted ? 1 : 0, used.size(), "the number of layers of the skill");
        layers.forEach(
                layer -> faults.unlessEqual("<" + layer.id() + ">", Text.of(used.path(0)), "the layer of the skill"));
        return faults.found();
    }

    static List<String> theSkillStartsFast(Templates templates) {
        var faults = new Faults();
        for (Templates.Resource function : functions(templates)) {
            JsonNode properties = function.properties();
            faults.unlessEqual("arm64", properties.path("Architectures").path(0).asText(), "what runs " + function);
            faults.unlessWithin(RUNTIMES, List.of(properties.path("Runtime").asText()), "no runtime for " + function);
            faults.unless(properties.path("MemorySize").asInt() >= 512, function + " has too little memory");
        }
        JsonNode snapStart = skill(templates).properties().path("SnapStart");
        faults.unlessEqual("PublishedVersions", snapStart.path("ApplyOn").asText(), "SnapStart of the skill");
        int timeout = skill(templates).properties().path("Timeout").asInt();
        faults.unless(timeout >= 3 && timeout <= 7, "Alexa gives up after 8 seconds, the skill after " + timeout);
        return faults.found();
    }

    private static Templates.Resource skill(Templates templates) {
        return functions(templates).stream()
                .filter(function ->
                        function.properties().path("Handler").asText().endsWith("ChartSkillHandler"))
                .findFirst()
                .orElse(functions(templates).get(0));
    }

    /** The classes that Lambda calls, as the module of the skill has them or will have them. */
    static List<String> handlersAreTheSkills(Templates templates) {
        var faults = new Faults();
        Set<String> handlers = new TreeSet<>();
        functions(templates)
                .forEach(function ->
                        handlers.add(function.properties().path("Handler").asText()));
        faults.unlessEqual(
                new TreeSet<>(Set.of("io.crowdchart.lambda.ChartSkillHandler", "io.crowdchart.lambda.FreshnessProbe")),
                handlers,
                "the handlers");
        return faults.found();
    }

    /** Alexa calls a published version, through the alias whose ARN is told. */
    static List<String> alexaCallsAPublishedVersion(Templates templates) {
        var faults = new Faults();
        Templates.Resource live = templates.one("AWS::Lambda::Alias", "SkillLive");
        String version = Text.of(live.properties().path("FunctionVersion")).replaceAll("^<|\\.Version>$", "");
        faults.unless(
                templates.all("AWS::Lambda::Version").stream()
                        .anyMatch(found -> found.id().equals(version)),
                "live is no published version: " + version);
        JsonNode outputs = templates.outputs(live.stack());
        faults.unlessEqual(
                "<" + live.id() + ">",
                Text.of(outputs.path("SkillEndpoint").path("Value")),
                "the output SkillEndpoint");
        return faults.found();
    }

    /** One skill may call it, and nobody else: without an id, nobody at all. */
    static List<String> onlyTheSkillMayCall(Templates templates) {
        var faults = new Faults();
        String skillId = environment(skill(templates)).getOrDefault("SKILL_ID", "");
        boolean given = skillId.startsWith("amzn1.ask.skill.");
        List<JsonNode> permissions = templates.all("AWS::Lambda::Permission").stream()
                .map(Templates.Resource::properties)
                .toList();
        List<JsonNode> ofAlexa = permissions.stream()
                .filter(permission -> permission.path("Principal").asText().equals("alexa-appkit.amazon.com"))
                .toList();
        faults.unlessEqual(given ? 1 : 0, ofAlexa.size(), "the number of permissions for Alexa");
        ofAlexa.forEach(permission -> {
            faults.unlessEqual(skillId, permission.path("EventSourceToken").asText(), "the skill that may call");
            faults.unless(
                    Text.of(permission.path("FunctionName")).startsWith("<SkillLive"),
                    "the alias is not what is called");
        });
        permissions.stream()
                .filter(permission -> !ofAlexa.contains(permission))
                .forEach(permission -> faults.unless(
                        permission.path("Principal").asText().equals("events.amazonaws.com")
                                && permission.has("SourceArn"),
                        "may be called: " + permission));
        return faults.found();
    }

    /** Once a minute, and nobody asks again for a minute that is gone. */
    static List<String> theProbeAsksEachMinute(Templates templates) {
        var faults = new Faults();
        Templates.Resource rule = templates.one("AWS::Events::Rule", "Freshness");
        JsonNode target = rule.properties().path("Targets").path(0);
        faults.unlessEqual(
                "rate(1 minute)", rule.properties().path("ScheduleExpression").asText(), "when the probe asks");
        faults.unlessEqual("ENABLED", rule.properties().path("State").asText(), "whether the probe asks");
        faults.unlessEqual(
                0,
                target.path("RetryPolicy").path("MaximumRetryAttempts").asInt(185),
                "how often a question is repeated");
        JsonNode asked = templates
                .one("AWS::Lambda::EventInvokeConfig", "FreshnessProbe")
                .properties();
        faults.unlessEqual(
                0, asked.path("MaximumRetryAttempts").asInt(2), "how often Lambda repeats a question that failed");
        faults.unless(
                Text.of(asked.path("FunctionName")).startsWith("<FreshnessProbeFunction")
                        && asked.path("Qualifier").asText().equals("$LATEST"),
                "it is not the probe that is asked once");
        faults.unless(
                Text.of(target.path("Arn")).startsWith("<FreshnessProbeFunction"), "the probe is not what is asked");
        return faults.found();
    }
}
