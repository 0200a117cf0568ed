package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Nothing is said in clear, and no secret stands in a template. */
final class EncryptionRules {

    /** Says that a value may be secret. */
    private static final String SECRET = ".*(PASSWORD|SECRET|TOKEN|CREDENTIAL).*";

    private static final Set<String> LOGINS_WITHOUT_SECRET =
            Set.of("software.amazon.msk.auth.iam.IAMLoginModule required;");

    private EncryptionRules() {}

    static List<String> encryptedOnTheWay(Templates templates) {
        var faults = new Faults();
        templates.all("AWS::MSK::Cluster").forEach(cluster -> {
            JsonNode transit = cluster.properties().path("EncryptionInfo").path("EncryptionInTransit");
            faults.unlessEqual("TLS", transit.path("ClientBroker").asText(), "how clients speak to brokers");
            faults.unless(transit.path("InCluster").asBoolean(), "brokers speak to each other in clear");
        });
        for (Container container : List.of(Container.worker(templates), Container.ksql(templates))) {
            String prefix = container.node().path("Name").asText().equals("server") ? "KSQL" : "KAFKA";
            faults.unlessEqual(
                    "SASL_SSL",
                    container.environment().getOrDefault(prefix + "_SECURITY_PROTOCOL", "none"),
                    "how Kafka is spoken to by " + container.task());
        }
        faults.unlessEqual(
                "true",
                Container.worker(templates).environment().getOrDefault("REDIS_TLS", "none"),
                "REDIS_TLS of the sink");
        SkillRules.functions(templates)
                .forEach(function -> faults.unlessEqual(
                        "true",
                        SkillRules.environment(function).getOrDefault("REDIS_TLS", "none"),
                        "REDIS_TLS of " + function));
        templates
                .all("AWS::SNS::Topic")
                .forEach(topic -> faults.unless(
                        templates.all("AWS::SNS::TopicPolicy").toString().contains(topic.stack())
                                && templates
                                        .all("AWS::SNS::TopicPolicy")
                                        .get(0)
                                        .node()
                                        .toString()
                                        .contains("aws:SecureTransport"),
                        topic + " takes messages in clear"));
        return faults.found();
    }

    /** Brokers let nobody in who is not known to IAM. */
    static List<String> brokersKnowTheirClients(Templates templates) {
        var faults = new Faults();
        templates.all("AWS::MSK::Cluster").forEach(cluster -> {
            JsonNode login = cluster.properties().path("ClientAuthentication");
            faults.unless(login.path("Sasl").path("Iam").path("Enabled").asBoolean(), "IAM is off");
            faults.unless(
                    login.path("Unauthenticated").has("Enabled")
                            && !login.path("Unauthenticated").path("Enabled").asBoolean(),
                    "strangers may come in");
        });
        return faults.found();
    }

    /** Every user of the cache logs in with a token, but the one that is switched off. */
    static List<String> noPasswords(Templates templates) {
        var faults = new Faults();
        for (Templates.Resource user : templates.all("AWS::ElastiCache::User")) {
            boolean off = user.properties().path("AccessString").asText().equals("off ~* -@all");
            faults.unless(
                    off
                            || user.properties()
                                    .path("AuthenticationMode")
                                    .path("Type")
                                    .asText()
                                    .equals("iam"),
                    user + " does not log in with IAM");
            faults.unless(!user.properties().has("Passwords"), user + " has passwords");
        }
        return faults.found();
    }

    static List<String> secretsComeFromSecretsManager(Templates templates) {
        var faults = new Faults();
        Container worker = Container.worker(templates);
        faults.unless(worker.secrets().containsKey("VOTE_SECRET"), "VOTE_SECRET does not come from Secrets Manager");
        for (Container container : List.of(worker, Container.ksql(templates))) {
            inClear(faults, container.environment(), container.task().toString());
        }
        SkillRules.functions(templates)
                .forEach(function -> inClear(faults, SkillRules.environment(function), function.toString()));
        return faults.found();
    }

    private static void inClear(Faults faults, Map<String, String> environment, String where) {
        environment.forEach((name, value) -> {
            faults.unless(!name.matches(SECRET) || value.isEmpty(), where + " has " + name + " in clear");
            faults.unless(
                    !name.endsWith("SASL_JAAS_CONFIG") || LOGINS_WITHOUT_SECRET.contains(value),
                    where + " has a log-in in clear");
        });
    }
}
