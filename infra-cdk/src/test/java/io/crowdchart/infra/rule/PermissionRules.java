package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** Who may do what. */
final class PermissionRules {

    /**
     * The actions that may be given, by the Service Authorization Reference of AWS: an action that does not exist is accepted by
     * CloudFormation and IAM, and allows nothing.
     */
    private static final Set<String> KNOWN = Set.of(
            // Amazon EC2: what a function in a VPC needs, by the Lambda Developer Guide, "Giving Lambda functions
            // access to
            // resources in an Amazon VPC".
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses",
            // Amazon ElastiCache.
            "elasticache:Connect",
            // Apache Kafka APIs for Amazon MSK clusters.
            "kafka-cluster:Connect",
            "kafka-cluster:DescribeCluster",
            "kafka-cluster:WriteDataIdempotently",
            "kafka-cluster:CreateTopic",
            "kafka-cluster:DescribeTopic",
            "kafka-cluster:DeleteTopic",
            "kafka-cluster:DescribeTopicDynamicConfiguration",
            "kafka-cluster:AlterTopicDynamicConfiguration",
            "kafka-cluster:ReadData",
            "kafka-cluster:WriteData",
            "kafka-cluster:DescribeGroup",
            "kafka-cluster:AlterGroup",
            "kafka-cluster:DescribeTransactionalId",
            "kafka-cluster:AlterTransactionalId",
            // Amazon Managed Streaming for Apache Kafka.
            "kafka:GetBootstrapBrokers",
            // Amazon CloudWatch Logs.
            "logs:CreateLogStream",
            "logs:DescribeLogStreams",
            "logs:PutLogEvents",
            // Amazon S3.
            "s3:GetObject",
            // AWS Secrets Manager.
            "secretsmanager:GetSecretValue",
            "secretsmanager:DescribeSecret");

    private PermissionRules() {}

    static List<String> onlyKnownActions(Templates templates) {
        var faults = new Faults();
        Statement.all(templates)
                .forEach(statement ->
                        faults.unlessWithin(KNOWN, statement.actions(), statement.where() + " allows unknown actions"));
        return faults.found();
    }

    /** No action with a star, and nothing for everything but network interfaces, which have no names before they are made. */
    static List<String> noWildcards(Templates templates) {
        var faults = new Faults();
        for (Statement statement : Statement.all(templates)) {
            statement
                    .actions()
                    .forEach(action -> faults.unless(!action.contains("*"), statement.where() + " allows " + action));
            boolean interfaces = statement.actions().stream().allMatch(action -> action.startsWith("ec2:"));
            faults.unless(
                    interfaces || !statement.resources().contains("*"),
                    statement.where() + " allows " + statement.actions() + " with everything");
        }
        return faults.found();
    }

    /** No managed policy: they allow more than is needed, and change. */
    static List<String> noManagedPolicies(Templates templates) {
        var faults = new Faults();
        templates
                .all("AWS::IAM::Role")
                .forEach(role -> faults.unless(
                        role.properties().path("ManagedPolicyArns").isEmpty(), role + " has managed policies"));
        return faults.found();
    }

    /** Each task may fetch the files that it asks for. */
    static List<String> tasksMayFetchTheirFiles(Templates templates) {
        var faults = new Faults();
        for (Container container : List.of(Container.worker(templates), Container.ksql(templates))) {
            faults.unless(!container.fetched().isEmpty(), container.task() + " fetches nothing");
            container
                    .fetched()
                    .forEach((name, key) -> faults.unless(
                            Statement.allows(container.statements(), "s3:GetObject", "/" + key),
                            container.task() + " may not fetch " + name));
        }
        return faults.found();
    }

    /** The worker may read and write the topics that its connectors name. */
    static List<String> connectorsMayUseTheirTopics(Templates templates) {
        var faults = new Faults();
        if (!templates.hasBrokers()) {
            return faults.found();
        }
        List<Statement> statements = Container.worker(templates).statements();
        JsonNode sink = SourceTree.connector("chart-sink");
        for (String topic : sink.path("config").path("topics").asText().split(",", -1)) {
            topicRight(faults, statements, "ReadData", topic);
        }
        topicRight(
                faults,
                statements,
                "WriteData",
                sink.path("config").path("errors.deadletterqueue.topic.name").asText());
        JsonNode source = SourceTree.connector("jetstream-source");
        topicRight(
                faults,
                statements,
                "WriteData",
                source.path("config").path("transforms.votes.topic").asText());
        topicRight(faults, statements, "WriteData", "heartbeats");
        right(
                faults,
                statements,
                "AlterGroup",
                "group",
                "connect-" + sink.path("name").asText());
        return faults.found();
    }

    /** The worker may do what it does for itself, under the names in its settings. */
    static List<String> workersMayUseTheirOwnTopics(Templates templates) {
        var faults = new Faults();
        if (!templates.hasBrokers()) {
            return faults.found();
        }
        Container worker = Container.worker(templates);
        List<Statement> statements = worker.statements();
        var settings = ConnectRules.settings(worker);
        String group = settings.getOrDefault("group.id", "none");
        right(faults, statements, "AlterGroup", "group", group);
        for (String topic : List.of("config.storage.topic", "offset.storage.topic", "status.storage.topic")) {
            for (String action : List.of("CreateTopic", "ReadData", "WriteData")) {
                topicRight(faults, statements, action, settings.getOrDefault(topic, "none"));
            }
        }
        // By Kafka's documentation of exactly-once support: the leader's, and one a task.
        right(faults, statements, "AlterTransactionalId", "transactional-id", "connect-cluster-" + group);
        right(faults, statements, "AlterTransactionalId", "transactional-id", group + "-jetstream-source-0");
        faults.unless(
                Statement.allows(statements, "kafka-cluster:Connect", ":cluster/crowd-chart/*"), "may not connect");
        faults.unless(
                Statement.allows(statements, "kafka-cluster:WriteDataIdempotently", ":cluster/crowd-chart/*"),
                "may not write with transactions");
        return faults.found();
    }

    /** ksqlDB may read and write the topics that its statements name. */
    static List<String> ksqlMayUseItsTopics(Templates templates) {
        var faults = new Faults();
        if (!templates.hasBrokers()) {
            return faults.found();
        }
        Container ksql = Container.ksql(templates);
        List<Statement> statements = ksql.statements();
        String sql = SourceTree.statements();
        Set<String> all = SourceTree.found("KAFKA_TOPIC='([a-z_]+)'", sql);
        Set<String> made = SourceTree.found("KAFKA_TOPIC='([a-z_]+)'[^;]*?\\)\\s+AS\\s+SELECT", sql);
        all.forEach(topic -> topicRight(faults, statements, "ReadData", topic));
        made.forEach(topic -> topicRight(faults, statements, "WriteData", topic));
        faults.unless(made.size() >= 8, "found only the tables " + made);
        String own = "_confluent-ksql-" + ksql.environment().get("KSQL_KSQL_SERVICE_ID") + "*";
        topicRight(faults, statements, "CreateTopic", own);
        topicRight(faults, statements, "DeleteTopic", own);
        right(faults, statements, "AlterGroup", "group", own);
        right(faults, statements, "AlterTransactionalId", "transactional-id", own);
        return faults.found();
    }

    private static void topicRight(Faults faults, List<Statement> statements, String action, String topic) {
        right(faults, statements, action, "topic", topic);
        right(faults, statements, "DescribeTopic", "topic", topic);
    }

    private static void right(Faults faults, List<Statement> statements, String action, String kind, String name) {
        faults.unless(
                Statement.allows(statements, "kafka-cluster:" + action, ":" + kind + "/crowd-chart/*/" + name),
                action + " is not allowed with the " + kind + " " + name);
    }

    /** Who logs in to the cache does so as the user that is in its environment, and as no other. */
    static List<String> clientsMayLogInToTheCache(Templates templates) {
        var faults = new Faults();
        mayLogIn(
                faults,
                Container.worker(templates).statements(),
                Container.worker(templates).environment().getOrDefault("REDIS_USER", "none"));
        for (Templates.Resource function : SkillRules.functions(templates)) {
            String role = Text.of(function.properties().path("Role")).replaceAll("^<|\\.Arn>$", "");
            mayLogIn(
                    faults,
                    Statement.of(templates, role),
                    SkillRules.environment(function).getOrDefault("REDIS_USER", "none"));
        }
        return faults.found();
    }

    private static void mayLogIn(Faults faults, List<Statement> statements, String user) {
        List<String> users = statements.stream()
                .filter(statement -> statement.actions().contains("elasticache:Connect"))
                .flatMap(statement -> statement.resources().stream())
                .filter(resource -> resource.contains(":user:"))
                .map(resource -> resource.replaceFirst(".*:user:", ""))
                .toList();
        faults.unlessEqual(List.of(user), users, "who may be logged in as");
        faults.unless(
                Statement.allows(statements, "elasticache:Connect", ":serverlesscache:crowd-chart"),
                user + " may not log in to the cache");
    }
}
