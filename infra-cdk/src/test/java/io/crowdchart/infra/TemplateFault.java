package io.crowdchart.infra;

import static io.crowdchart.infra.Change.container;
import static io.crowdchart.infra.Change.everywhere;
import static io.crowdchart.infra.Change.removing;
import static io.crowdchart.infra.Change.replaced;
import static io.crowdchart.infra.Change.statement;
import static io.crowdchart.infra.Change.uploaded;
import static io.crowdchart.infra.Change.variable;
import static io.crowdchart.infra.rule.Invariant.ALEXA_CALLS_A_PUBLISHED_VERSION;
import static io.crowdchart.infra.rule.Invariant.BROKERS_CAN_BE_MADE;
import static io.crowdchart.infra.rule.Invariant.BROKERS_KNOW_THEIR_CLIENTS;
import static io.crowdchart.infra.rule.Invariant.BROKERS_TAKE_THE_NEWEST_SETTINGS;
import static io.crowdchart.infra.rule.Invariant.CLIENTS_MAY_LOG_IN_TO_THE_CACHE;
import static io.crowdchart.infra.rule.Invariant.CONNECTORS_ARE_UPLOADED;
import static io.crowdchart.infra.rule.Invariant.CONNECTORS_MAY_USE_THEIR_TOPICS;
import static io.crowdchart.infra.rule.Invariant.COPIES_ARE_THE_SAME_EVERYWHERE;
import static io.crowdchart.infra.rule.Invariant.COSTS_ARE_CAPPED;
import static io.crowdchart.infra.rule.Invariant.DATA_HAS_NO_WAY_OUT;
import static io.crowdchart.infra.rule.Invariant.ENCRYPTED_ON_THE_WAY;
import static io.crowdchart.infra.rule.Invariant.EVERYTHING_IS_TAGGED;
import static io.crowdchart.infra.rule.Invariant.FILTERS_FIT_THE_SIDE_CAR;
import static io.crowdchart.infra.rule.Invariant.HANDLERS_ARE_THE_SKILLS;
import static io.crowdchart.infra.rule.Invariant.HEAPS_FIT;
import static io.crowdchart.infra.rule.Invariant.IMAGES_ARE_PUBLIC_AND_PINNED;
import static io.crowdchart.infra.rule.Invariant.KEYS_ARE_THE_CACHES;
import static io.crowdchart.infra.rule.Invariant.KSQL_IS_EXACT_AND_FRESH;
import static io.crowdchart.infra.rule.Invariant.KSQL_MAY_USE_ITS_TOPICS;
import static io.crowdchart.infra.rule.Invariant.KSQL_RUNS_THE_STATEMENTS;
import static io.crowdchart.infra.rule.Invariant.KSQL_STARTS_AS_ITS_IMAGE;
import static io.crowdchart.infra.rule.Invariant.KSQL_USES_THE_SAME_KAFKA;
import static io.crowdchart.infra.rule.Invariant.LOGS_ARE_KEPT_FOR_A_WHILE;
import static io.crowdchart.infra.rule.Invariant.METRICS_ARE_MADE;
import static io.crowdchart.infra.rule.Invariant.NOTHING_STAYS;
import static io.crowdchart.infra.rule.Invariant.NO_INGRESS_FROM_THE_WORLD;
import static io.crowdchart.infra.rule.Invariant.NO_MANAGED_POLICIES;
import static io.crowdchart.infra.rule.Invariant.NO_PASSWORDS;
import static io.crowdchart.infra.rule.Invariant.NO_WILDCARDS;
import static io.crowdchart.infra.rule.Invariant.ONE_WRITER_AT_A_TIME;
import static io.crowdchart.infra.rule.Invariant.ONLY_KNOWN_ACTIONS;
import static io.crowdchart.infra.rule.Invariant.ONLY_THE_SKILL_MAY_CALL;
import static io.crowdchart.infra.rule.Invariant.PLACEHOLDERS_ARE_PROVIDED;
import static io.crowdchart.infra.rule.Invariant.SECRETS_COME_FROM_SECRETS_MANAGER;
import static io.crowdchart.infra.rule.Invariant.SETTINGS_ARE_PROVIDED;
import static io.crowdchart.infra.rule.Invariant.SIDE_CAR_LOOKS_AFTER_THE_WORKER;
import static io.crowdchart.infra.rule.Invariant.SOMEBODY_IS_WOKEN;
import static io.crowdchart.infra.rule.Invariant.TASKS_MAY_FETCH_THEIR_FILES;
import static io.crowdchart.infra.rule.Invariant.THE_CACHE_TELLS_IN_TIME;
import static io.crowdchart.infra.rule.Invariant.THE_CATALOGUE_IS_THERE;
import static io.crowdchart.infra.rule.Invariant.THE_DASHBOARD_SHOWS_THE_WAY_OF_A_VOTE;
import static io.crowdchart.infra.rule.Invariant.THE_LAG_IS_THAT_OF_KSQL;
import static io.crowdchart.infra.rule.Invariant.THE_PROBE_ASKS_EACH_MINUTE;
import static io.crowdchart.infra.rule.Invariant.THE_SKILL_ONLY_READS;
import static io.crowdchart.infra.rule.Invariant.THE_SKILL_STARTS_FAST;
import static io.crowdchart.infra.rule.Invariant.THE_WAY_OF_A_VOTE_IS_OPEN;
import static io.crowdchart.infra.rule.Invariant.TOPICS_ARE_THE_MODELS;
import static io.crowdchart.infra.rule.Invariant.USERS_CAN_BE_MADE;
import static io.crowdchart.infra.rule.Invariant.USERS_MAY_DO_WHAT_THEY_NEED;
import static io.crowdchart.infra.rule.Invariant.WORKERS_ARE_EXACT;
import static io.crowdchart.infra.rule.Invariant.WORKERS_MAY_USE_THEIR_OWN_TOPICS;
import static io.crowdchart.infra.rule.Invariant.WORKER_SETTINGS_EXIST;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.infra.rule.Invariant;
import io.crowdchart.infra.rule.Templates;
import java.util.function.Consumer;

/** A deliberate fault that CloudFormation would take, and the invariant that must catch it. */
enum TemplateFault {
    /** Found by no validator: IAM takes any word for an action. */
    A_MISSPELT_ACTION(ONLY_KNOWN_ACTIONS, everywhere("elasticache:Connect", "elasticache:Conect")),
    AN_ACTION_OF_KAFKA_THAT_DOES_NOT_EXIST(
            ONLY_KNOWN_ACTIONS, everywhere("kafka-cluster:WriteDataIdempotently", "kafka-cluster:WriteDataIdempotent")),
    EVERY_ACTION(NO_WILDCARDS, everywhere("s3:GetObject", "s3:*")),
    A_SECRET_OF_ANYBODY(
            NO_WILDCARDS,
            templates -> statement(templates, "ConnectWorkersTaskExecutionRole", "secretsmanager")
                    .put("Resource", "*")),
    A_MANAGED_POLICY(
            NO_MANAGED_POLICIES,
            templates -> templates
                    .one("AWS::IAM::Role", "SkillRole")
                    .own()
                    .putArray("ManagedPolicyArns")
                    .add("arn:aws:iam::aws:policy/AdministratorAccess")),

    AN_OPEN_PORT(
            NO_INGRESS_FROM_THE_WORLD,
            templates -> templates
                    .one("AWS::EC2::SecurityGroup", "NetworkConnect")
                    .own()
                    .putArray("SecurityGroupIngress")
                    .addObject()
                    .put("CidrIp", "0.0.0.0/0")
                    .put("IpProtocol", "tcp")
                    .put("FromPort", 8083)
                    .put("ToPort", 8083)),
    A_WAY_OUT_OF_THE_DATA(DATA_HAS_NO_WAY_OUT, templates -> {
        String table =
                templates.one("AWS::EC2::RouteTable", "NetworkVpcdataSubnet1").id();
        ObjectNode route = templates.all("AWS::EC2::Route").get(0).own();
        route.putObject("RouteTableId").put("Ref", table);
    }),
    A_CACHE_IN_PUBLIC(
            DATA_HAS_NO_WAY_OUT,
            replaced("Cache", "PublishOutputRefNetworkVpcdataSubnet1", "PublishOutputRefNetworkVpcoutwardSubnet1")),
    A_WAY_THAT_IS_SHUT(
            THE_WAY_OF_A_VOTE_IS_OPEN,
            templates -> templates.all("AWS::EC2::SecurityGroupIngress").stream()
                    .filter(rule -> rule.properties().path("FromPort").asInt() == 9098)
                    .forEach(rule -> rule.own().put("FromPort", 9092).put("ToPort", 9092))),

    A_MISSING_PERMISSION_TO_READ(
            CONNECTORS_MAY_USE_THEIR_TOPICS, replaced("Pipeline", "/*/daily_ranking", "/*/daily_rankings")),
    A_MISSING_GROUP(CONNECTORS_MAY_USE_THEIR_TOPICS, replaced("Pipeline", "/*/connect-chart-sink", "/*/chart-sink")),
    A_MISSING_TRANSACTION(
            WORKERS_MAY_USE_THEIR_OWN_TOPICS,
            replaced("Pipeline", "connect-cluster-crowd-chart-connect", "crowd-chart-connect")),
    ANOTHER_SERVICE_OF_KSQL(
            KSQL_MAY_USE_ITS_TOPICS,
            templates -> variable(templates, "Ksql", "KSQL_KSQL_SERVICE_ID").put("Value", "chart_")),
    A_FILE_THAT_MAY_NOT_BE_FETCHED(
            TASKS_MAY_FETCH_THEIR_FILES,
            templates -> statement(templates, "KsqlServerTaskTaskRole", "s3:GetObject")
                    .put("Resource", "arn:aws:s3:::other/chart.sql")),
    THE_USER_OF_ANOTHER(
            CLIENTS_MAY_LOG_IN_TO_THE_CACHE, replaced("Skill", ":user:crowd-chart-skill", ":user:crowd-chart-sink")),

    A_CACHE_IN_CLEAR(
            ENCRYPTED_ON_THE_WAY,
            templates -> variable(templates, "Connect", "REDIS_TLS").put("Value", "false")),
    BROKERS_IN_CLEAR(
            ENCRYPTED_ON_THE_WAY,
            replaced("Streaming", "\"ClientBroker\":\"TLS\"", "\"ClientBroker\":\"TLS_PLAINTEXT\"")),
    STRANGERS_AT_THE_BROKERS(
            BROKERS_KNOW_THEIR_CLIENTS,
            replaced("Streaming", "\"Unauthenticated\":{\"Enabled\":false}", "\"Unauthenticated\":{\"Enabled\":true}")),
    A_PASSWORD(NO_PASSWORDS, replaced("Cache", "\"Type\":\"iam\"", "\"Type\":\"password\"")),
    A_SECRET_IN_CLEAR(SECRETS_COME_FROM_SECRETS_MANAGER, templates -> {
        ObjectNode worker = container(templates, "Connect", "worker");
        worker.remove("Secrets");
        ((ArrayNode) worker.path("Environment"))
                .addObject()
                .put("Name", "VOTE_SECRET")
                .put("Value", "sesame");
    }),

    A_LOG_THAT_STAYS(
            NOTHING_STAYS, replaced("Pipeline", "\"DeletionPolicy\":\"Delete\"", "\"DeletionPolicy\":\"Retain\"")),
    A_LOG_FOR_EVER(
            LOGS_ARE_KEPT_FOR_A_WHILE,
            templates -> templates.one("AWS::Logs::LogGroup", "SkillLog").own().remove("RetentionInDays")),
    A_CACHE_WITHOUT_A_CAP(
            COSTS_ARE_CAPPED,
            templates -> templates
                    .one("AWS::ElastiCache::ServerlessCache", "Cache")
                    .own()
                    .remove("CacheUsageLimits")),
    A_NETWORK_WITHOUT_A_TAG(
            EVERYTHING_IS_TAGGED,
            templates -> templates.one("AWS::EC2::VPC", "Network").own().remove("Tags")),

    A_WRONG_TOPIC_NAME(
            TOPICS_ARE_THE_MODELS,
            replaced("Streaming", "\"TopicName\":\"song_titles\"", "\"TopicName\":\"song-titles\"")),
    A_TOPIC_THAT_FORGETS(
            TOPICS_ARE_THE_MODELS,
            templates -> templates.all("AWS::MSK::Topic").stream()
                    .filter(topic ->
                            topic.properties().path("TopicName").asText().equals("votes"))
                    .forEach(topic -> topic.own().remove("Configs"))),
    ANOTHER_NUMBER_OF_PARTITIONS(
            TOPICS_ARE_THE_MODELS, replaced("Streaming", "\"PartitionCount\":2", "\"PartitionCount\":3")),
    A_VERSION_OF_KAFKA_THAT_DOES_NOT_EXIST(BROKERS_CAN_BE_MADE, replaced("Streaming", "3.9.x.kraft", "9.9.9")),
    AN_INSTANCE_THAT_DOES_NOT_EXIST(BROKERS_CAN_BE_MADE, replaced("Streaming", "kafka.t3.small", "kafka.t3.tiny")),
    A_BROKER_TOO_MANY(
            BROKERS_CAN_BE_MADE, replaced("Streaming", "\"NumberOfBrokerNodes\":2", "\"NumberOfBrokerNodes\":3")),

    A_REMOVED_VARIABLE_OF_A_CONNECTOR(PLACEHOLDERS_ARE_PROVIDED, removing("Connect", "worker", "CHART_ZONE")),
    A_REMOVED_SECRET(
            PLACEHOLDERS_ARE_PROVIDED,
            templates -> container(templates, "Connect", "worker").remove("Secrets")),
    A_TOKEN_FOR_NO_REGION(PLACEHOLDERS_ARE_PROVIDED, removing("Connect", "worker", "AWS_REGION")),
    A_PROVIDER_THAT_GIVES_TOO_MUCH(PLACEHOLDERS_ARE_PROVIDED, uploaded("allowlist.pattern=", "allowlist.pattern=.*|")),
    A_MISSPELT_SETTING_OF_THE_WORKER(
            WORKER_SETTINGS_EXIST, uploaded("offset.flush.interval.ms", "offset.flush.intervall.ms")),
    A_WORKER_THAT_COUNTS_TWICE(
            WORKERS_ARE_EXACT,
            uploaded("exactly.once.source.support=enabled", "exactly.once.source.support=preparing")),
    A_CONSUMER_THAT_DOES_NOT_LOG_IN(WORKERS_ARE_EXACT, uploaded("consumer.sasl.mechanism", "consumer.sasl.mechanic")),
    SETTINGS_THAT_STAY_BEHIND(
            BROKERS_TAKE_THE_NEWEST_SETTINGS,
            templates -> templates
                    .one("AWS::MSK::Cluster", "Kafka")
                    .own()
                    .withObject("/ConfigurationInfo")
                    .put("Revision", 1)),
    FEWER_COPIES(
            COPIES_ARE_THE_SAME_EVERYWHERE,
            templates ->
                    variable(templates, "Connect", "DEAD_LETTERS_REPLICATION").put("Value", "1")),
    ANOTHER_CONFIGURATION(CONNECTORS_ARE_UPLOADED, uploaded("read_committed", "read_uncommitted")),
    A_SIDE_CAR_AT_THE_WRONG_DOOR(
            SIDE_CAR_LOOKS_AFTER_THE_WORKER, replaced("Pipeline", "127.0.0.1:8083\"", "127.0.0.1:8038\"")),

    KSQL_AT_LEAST_ONCE(KSQL_IS_EXACT_AND_FRESH, replaced("Pipeline", "exactly_once_v2", "at_least_once")),
    OTHER_STATEMENTS(KSQL_RUNS_THE_STATEMENTS, uploaded("HAVING COUNT(*) > 0", "")),
    A_START_OF_AN_OLDER_IMAGE(
            KSQL_STARTS_AS_ITS_IMAGE, replaced("Pipeline", "/files/start-ksql.sh\"", "/etc/confluent/docker/run\"")),
    A_LIBRARY_IN_THE_PLACE_OF_THE_IMAGES(
            KSQL_STARTS_AS_ITS_IMAGE, replaced("Pipeline", "/usr/share/java/ksqldb-server/*:", "")),
    KSQL_WITH_ANOTHER_LOGIN(KSQL_USES_THE_SAME_KAFKA, removing("Ksql", "server", "KSQL_SASL_JAAS_CONFIG")),
    TWO_WRITERS(ONE_WRITER_AT_A_TIME, replaced("Pipeline", "\"MaximumPercent\":100", "\"MaximumPercent\":200")),
    THE_LATEST_IMAGE(IMAGES_ARE_PUBLIC_AND_PINNED, replaced("Pipeline", "apache/kafka:4.3.1", "apache/kafka:latest")),
    TOO_GREAT_A_HEAP(HEAPS_FIT, replaced("Pipeline", "\"-Xmx2048m\"", "\"-Xmx4096m\"")),

    A_SKILL_THAT_WRITES(THE_SKILL_ONLY_READS, replaced("Cache", "+zscore", "+zscore +zadd")),
    A_SINK_THAT_MAY_NOT_RENAME(USERS_MAY_DO_WHAT_THEY_NEED, replaced("Cache", " +rename", "")),
    AN_ENGINE_THAT_DOES_NOT_EXIST(USERS_CAN_BE_MADE, replaced("Cache", "\"valkey\"", "\"valkyrie\"")),
    A_USER_WITH_ANOTHER_NAME(
            USERS_CAN_BE_MADE, replaced("Cache", "\"UserName\":\"crowd-chart-sink\"", "\"UserName\":\"sink\"")),
    OTHER_KEYS(KEYS_ARE_THE_CACHES, replaced("Cache", "~{chart}:*", "~chart:*")),

    A_REMOVED_VARIABLE_OF_THE_SKILL(
            SETTINGS_ARE_PROVIDED,
            templates -> templates
                    .one("AWS::Lambda::Function", "SkillFunction")
                    .own()
                    .withObject("/Environment/Variables")
                    .remove("REDIS_HOST")),
    A_CATALOGUE_THAT_IS_NOT_THERE(
            THE_CATALOGUE_IS_THERE,
            replaced("Skill", "\"CHART_PROFANITY\":\"hide\"", "\"CHART_PROFANITY\":\"catalogue\"")),
    A_SKILL_THAT_ALEXA_DOES_NOT_WAIT_FOR(THE_SKILL_STARTS_FAST, replaced("Skill", "\"Timeout\":7", "\"Timeout\":30")),
    A_SKILL_WITHOUT_SNAPSHOTS(
            THE_SKILL_STARTS_FAST,
            templates -> templates
                    .one("AWS::Lambda::Function", "SkillFunction")
                    .own()
                    .remove("SnapStart")),
    A_MISSPELT_HANDLER(HANDLERS_ARE_THE_SKILLS, replaced("Skill", "FreshnessProbe\"", "FreshnesProbe\"")),
    AN_UNPUBLISHED_VERSION(
            ALEXA_CALLS_A_PUBLISHED_VERSION,
            templates -> templates.one("AWS::Lambda::Alias", "SkillLive").own().put("FunctionVersion", "$LATEST")),
    A_SKILL_FOR_EVERYBODY(
            ONLY_THE_SKILL_MAY_CALL,
            templates ->
                    templates.one("AWS::Lambda::Permission", "SkillLive").own().remove("EventSourceToken")),
    A_PROBE_THAT_SLEEPS(THE_PROBE_ASKS_EACH_MINUTE, replaced("Skill", "rate(1 minute)", "rate(1 hour)")),
    A_PROBE_THAT_ASKS_THREE_TIMES(
            THE_PROBE_ASKS_EACH_MINUTE,
            templates -> templates
                    .one("AWS::Lambda::EventInvokeConfig", "FreshnessProbe")
                    .own()
                    .put("MaximumRetryAttempts", 2)),

    AN_ALARM_THAT_TELLS_NOBODY(
            SOMEBODY_IS_WOKEN,
            templates -> templates
                    .one("AWS::CloudWatch::Alarm", "AlarmsOldChart")
                    .own()
                    .remove("AlarmActions")),
    A_SILENCE_THAT_IS_FINE(SOMEBODY_IS_WOKEN, replaced("Observability", "\"breaching\"", "\"notBreaching\"")),
    A_METRIC_OF_NOBODY(
            METRICS_ARE_MADE,
            templates -> templates
                    .one("AWS::CloudWatch::Alarm", "AlarmsDeadLetters")
                    .own()
                    .put("MetricName", "DeadLetter")),
    A_CACHE_THAT_IS_FULL_BEFORE_ITS_ALARM(
            THE_CACHE_TELLS_IN_TIME,
            templates -> templates
                    .one("AWS::CloudWatch::Alarm", "AlarmsFullCache")
                    .own()
                    .put("Threshold", 1_600_000_000)),
    A_GRAPH_OF_NOTHING(
            METRICS_ARE_MADE,
            replaced("Observability", "CrowdChart\\\",\\\"DeadLetters", "CrowdChart\\\",\\\"DeadLetter")),
    A_WAY_THAT_TURNS_BACK(
            THE_DASHBOARD_SHOWS_THE_WAY_OF_A_VOTE,
            replaced("Observability", "\\\"x\\\":8,\\\"y\\\":2", "\\\"x\\\":16,\\\"y\\\":2")),
    THE_LAG_OF_NOBODY(THE_LAG_IS_THAT_OF_KSQL, replaced("Observability", "CTAS_BALLOTS_0", "CTAS_BALLOTS_1")),
    THE_LAG_OF_ANOTHER_SERVICE(
            THE_LAG_IS_THAT_OF_KSQL,
            templates -> variable(templates, "Ksql", "KSQL_KSQL_SERVICE_ID").put("Value", "chart_")),
    A_FIELD_THAT_NOBODY_SAYS(FILTERS_FIT_THE_SIDE_CAR, uploaded("failedTasks", "brokenTasks"));

    private final Invariant caughtBy;

    @SuppressWarnings("ImmutableEnumChecker") // It has no state.
    private final Consumer<Templates> change;

    TemplateFault(Invariant caughtBy, Consumer<Templates> change) {
        this.caughtBy = caughtBy;
        this.change = change;
    }

    Invariant caughtBy() {
        return caughtBy;
    }

    /** A deployment with this fault. */
    Templates put(Templates good) {
        Templates copy = good.copy();
        change.accept(copy);
        return copy;
    }
}
