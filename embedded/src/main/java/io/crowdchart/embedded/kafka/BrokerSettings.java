package io.crowdchart.embedded.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single broker that is started often, holds little and must answer at once. */
final class BrokerSettings {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    static final String HOST = "127.0.0.1";

    private BrokerSettings() {}

    static String bootstrapServers(BrokerPorts ports) {
        return HOST + ":" + ports.clients();
    }

    static Map<String, String> of(Path logFolder, BrokerPorts ports) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(oneNode(logFolder, ports));
        settings.putAll(internalTopics());
        settings.putAll(promptness());
        settings.putAll(smallness());
        return settings;
    }

    /** The same node as a controller alone, without a broker. */
    static Map<String, String> ofController(Path logFolder, BrokerPorts ports) {
        Map<String, String> settings = of(logFolder, ports);
        settings.put("process.roles", "controller");
        settings.put("listeners", CONTROLLER_LISTENER + "://" + controller(ports));
        return settings;
    }

    /** Where the controller answers. */
    static String controller(BrokerPorts ports) {
        return HOST + ":" + ports.controller();
    }

    private static Map<String, String> oneNode(Path logFolder, BrokerPorts ports) {
        String clients = "PLAINTEXT://" + HOST + ":" + ports.clients();
        String controller = CONTROLLER_LISTENER + "://" + HOST + ":" + ports.controller();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + HOST + ":" + ports.controller(),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listeners",
                clients + "," + controller,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "log.dirs",
                logFolder.toString(),
                "auto.create.topics.enable",
                "false",
                "num.partitions",
                "1");
    }

    private static Map<String, String> internalTopics() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1");
    }

    private static Map<String, String> promptness() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                // An offset commit is part of every transaction: do not let it wait for others.
                "group.coordinator.append.linger.ms", "0",
                // A reader of committed records waits for the transactions that a killed process left open.
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                // Lets members of a group say that they are not to be missed for long.
                "group.min.session.timeout.ms", "1000",
                "auto.leader.rebalance.enable", "false");
    }

    private static Map<String, String> smallness() {
        return Map.of(
                "log.cleaner.dedupe.buffer.size", "8388608",
                "log.index.size.max.bytes", "1048576",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "group.coordinator.threads", "1",
                "share.coordinator.threads", "1");
    }
}
