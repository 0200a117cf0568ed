package io.crowdchart.infra.rule;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What must be true of every deployment. */
public enum Invariant {
    NO_INGRESS_FROM_THE_WORLD(NetworkRules::noIngressFromTheWorld),
    DATA_HAS_NO_WAY_OUT(NetworkRules::dataHasNoWayOut),
    THE_WAY_OF_A_VOTE_IS_OPEN(NetworkRules::theWayOfAVoteIsOpen),

    ONLY_KNOWN_ACTIONS(PermissionRules::onlyKnownActions),
    NO_WILDCARDS(PermissionRules::noWildcards),
    NO_MANAGED_POLICIES(PermissionRules::noManagedPolicies),
    TASKS_MAY_FETCH_THEIR_FILES(PermissionRules::tasksMayFetchTheirFiles),
    CONNECTORS_MAY_USE_THEIR_TOPICS(PermissionRules::connectorsMayUseTheirTopics),
    WORKERS_MAY_USE_THEIR_OWN_TOPICS(PermissionRules::workersMayUseTheirOwnTopics),
    KSQL_MAY_USE_ITS_TOPICS(PermissionRules::ksqlMayUseItsTopics),
    CLIENTS_MAY_LOG_IN_TO_THE_CACHE(PermissionRules::clientsMayLogInToTheCache),

    ENCRYPTED_ON_THE_WAY(EncryptionRules::encryptedOnTheWay),
    BROKERS_KNOW_THEIR_CLIENTS(EncryptionRules::brokersKnowTheirClients),
    NO_PASSWORDS(EncryptionRules::noPasswords),
    SECRETS_COME_FROM_SECRETS_MANAGER(EncryptionRules::secretsComeFromSecretsManager),

    NOTHING_STAYS(CostRules::nothingStays),
    LOGS_ARE_KEPT_FOR_A_WHILE(CostRules::logsAreKeptForAWhile),
    COSTS_ARE_CAPPED(CostRules::costsAreCapped),
    EVERYTHING_IS_TAGGED(CostRules::everythingIsTagged),

    TOPICS_ARE_THE_MODELS(StreamingRules::topicsAreTheModels),
    BROKERS_CAN_BE_MADE(StreamingRules::brokersCanBeMade),
    BROKERS_TAKE_THE_NEWEST_SETTINGS(StreamingRules::brokersTakeTheNewestSettings),

    PLACEHOLDERS_ARE_PROVIDED(ConnectRules::placeholdersAreProvided),
    WORKER_SETTINGS_EXIST(ConnectRules::workerSettingsExist),
    WORKERS_ARE_EXACT(ConnectRules::workersAreExact),
    COPIES_ARE_THE_SAME_EVERYWHERE(ConnectRules::copiesAreTheSameEverywhere),
    CONNECTORS_ARE_UPLOADED(ConnectRules::connectorsAreUploaded),
    SIDE_CAR_LOOKS_AFTER_THE_WORKER(ConnectRules::sideCarLooksAfterTheWorker),

    KSQL_IS_EXACT_AND_FRESH(KsqlRules::ksqlIsExactAndFresh),
    KSQL_RUNS_THE_STATEMENTS(KsqlRules::ksqlRunsTheStatements),
    KSQL_STARTS_AS_ITS_IMAGE(KsqlRules::ksqlStartsAsItsImage),
    KSQL_USES_THE_SAME_KAFKA(KsqlRules::ksqlUsesTheSameKafka),
    ONE_WRITER_AT_A_TIME(KsqlRules::oneWriterAtATime),
    IMAGES_ARE_PUBLIC_AND_PINNED(KsqlRules::imagesArePublicAndPinned),
    HEAPS_FIT(KsqlRules::heapsFit),

    USERS_MAY_DO_WHAT_THEY_NEED(CacheRules::usersMayDoWhatTheyNeed),
    THE_SKILL_ONLY_READS(CacheRules::theSkillOnlyReads),
    USERS_CAN_BE_MADE(CacheRules::usersCanBeMade),
    KEYS_ARE_THE_CACHES(CacheRules::keysAreTheCaches),

    SETTINGS_ARE_PROVIDED(SkillRules::settingsAreProvided),
    THE_CATALOGUE_IS_THERE(SkillRules::theCatalogueIsThere),
    THE_SKILL_STARTS_FAST(SkillRules::theSkillStartsFast),
    HANDLERS_ARE_THE_SKILLS(SkillRules::handlersAreTheSkills),
    ALEXA_CALLS_A_PUBLISHED_VERSION(SkillRules::alexaCallsAPublishedVersion),
    ONLY_THE_SKILL_MAY_CALL(SkillRules::onlyTheSkillMayCall),
    THE_PROBE_ASKS_EACH_MINUTE(SkillRules::theProbeAsksEachMinute),

    SOMEBODY_IS_WOKEN(ObservabilityRules::somebodyIsWoken),
    THE_CACHE_TELLS_IN_TIME(ObservabilityRules::theCacheTellsInTime),
    METRICS_ARE_MADE(ObservabilityRules::metricsAreMade),
    THE_DASHBOARD_SHOWS_THE_WAY_OF_A_VOTE(DashboardRules::theDashboardShowsTheWayOfAVote),
    THE_LAG_IS_THAT_OF_KSQL(DashboardRules::theLagIsThatOfKsql),
    FILTERS_FIT_THE_SIDE_CAR(ObservabilityRules::filtersFitTheSideCar);

    @SuppressWarnings("ImmutableEnumChecker") // It has no state.
    private final Function<Templates, List<String>> rule;

    Invariant(Function<Templates, List<String>> rule) {
        this.rule = rule;
    }

    /** What is not as it must be; nothing, if all is well. */
    public List<String> faults(Templates templates) {
        return rule.apply(templates);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
