package io.crowdchart.embedded.kafka;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerKillIT {

    private static final int KILLS = 3;
    private static final int TRANSACTIONS_BEFORE_KILL = 10 * CommittingProcess.WRITERS;
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final String GROUP = "listeners";

    @TempDir
    Path folder;

    @Test
    @Timeout(400)
    void a_broker_killed_among_transactions_finishes_all_of_them_when_it_is_back() throws Exception {
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(commitUntilKilled(kill));
        }

        try (KafkaBroker broker = KafkaBroker.start(dataFolder());
                Admin admin = admin(broker)) {
            awaitNoOpenTransaction(admin);

            Map<TopicPartition, List<String>> committed =
                    readCommitted(broker, ends(admin, IsolationLevel.READ_UNCOMMITTED));
            List<String> transactions =
                    committed.get(CommittingProcess.partitions().get(0));
            assertThat(transactions).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(committed.values())
                    .hasSameSizeAs(CommittingProcess.partitions())
                    .allSatisfy(names -> assertThat(names).containsExactlyInAnyOrderElementsOf(transactions));
        }
    }

    @Test
    void the_group_of_a_killed_member_is_empty_at_once() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(dataFolder());
                Admin admin = admin(broker)) {
            broker.createTopics(List.of(new NewTopic("songs", 1, (short) 1)));
            joinUntilKilled(broker);
            assertThat(members(admin)).hasSize(1);

            broker.evictMembers(GROUP);

            assertThat(members(admin)).isEmpty();
        }
    }

    @Test
    void a_group_that_nobody_has_joined_needs_no_eviction() {
        try (KafkaBroker broker = KafkaBroker.start(dataFolder())) {
            assertThatCode(() -> broker.evictMembers("nobody")).doesNotThrowAnyException();
        }
    }

    private Path dataFolder() {
        return folder.resolve("broker");
    }

    private List<String> commitUntilKilled(int kill) {
        Path output = folder.resolve("writers-" + kill);
        try (ChildJvm child =
                ChildJvm.start(CommittingProcess.class, output, dataFolder().toString(), Integer.toString(kill))) {
            child.awaitSaid(CommittingProcess.COMMITTED, TRANSACTIONS_BEFORE_KILL);
            child.kill();
            return child.said(CommittingProcess.COMMITTED);
        }
    }

    private void joinUntilKilled(KafkaBroker broker) {
        try (ChildJvm child = ChildJvm.start(
                MemberProcess.class, folder.resolve("member"), broker.bootstrapServers(), GROUP, "songs")) {
            child.awaitSaid(MemberProcess.JOINED, 1);
        }
    }

    private static Collection<MemberDescription> members(Admin admin) throws Exception {
        return admin.describeConsumerGroups(List.of(GROUP))
                .describedGroups()
                .values()
                .iterator()
                .next()
                .get(60, TimeUnit.SECONDS)
                .members();
    }

    private static Admin admin(KafkaBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void awaitNoOpenTransaction(Admin admin) {
        await("committed ends")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(ends(admin, IsolationLevel.READ_COMMITTED))
                        .isEqualTo(ends(admin, IsolationLevel.READ_UNCOMMITTED)));
    }

    private static Map<TopicPartition, Long> ends(Admin admin, IsolationLevel level) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = CommittingProcess.partitions().stream()
                .collect(toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(latest, new ListOffsetsOptions(level)).all().get(60, TimeUnit.SECONDS);
        return found.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Map<TopicPartition, List<String>> readCommitted(KafkaBroker broker, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, List<String>> values = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(ends.keySet());
            await("the ends, by reading").atMost(LIMIT).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> values.computeIfAbsent(
                                        new TopicPartition(record.topic(), record.partition()),
                                        any -> new ArrayList<>())
                                .add(record.value()));
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return values;
    }
}
