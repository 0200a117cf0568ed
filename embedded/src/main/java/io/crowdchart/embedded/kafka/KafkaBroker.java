package io.crowdchart.embedded.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka broker in this JVM, on 127.0.0.1. Everything it knows is in its data folder: start it there again, and topics,
 * records, consumer positions and transactions are as they were, after a kill too. Safe for use by many threads.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final long ANSWER_SECONDS = 60;

    private final Map<String, String> settings;
    private final BrokerPorts ports;
    private final Optional<PasswordListener> withPassword;
    private volatile KafkaRaftServer server;

    private KafkaBroker(Path folder, BrokerPorts ports, Optional<PasswordListener> withPassword) {
        Map<String, String> plain = BrokerSettings.of(folder, ports);
        this.settings = withPassword.map(listener -> listener.addedTo(plain)).orElse(plain);
        this.ports = ports;
        this.withPassword = withPassword;
        this.server = started(settings);
    }

    /**
     * Starts a broker on free ports; it answers when this returns.
     *
     * @param dataFolder where it keeps its data; made and formatted if it is new
     */
    public static KafkaBroker start(Path dataFolder) {
        return start(dataFolder, BrokerPorts.free());
    }

    /** Starts a broker on given ports; it answers when this returns. */
    public static KafkaBroker start(Path dataFolder, BrokerPorts ports) {
        return start(dataFolder, ports, Optional.empty());
    }

    /**
     * Starts a broker on free ports, with one more for clients that log in with SASL/PLAIN; it answers when this returns.
     *
     * @param user the only one who is let in there
     */
    public static KafkaBroker startWithPassword(Path dataFolder, String user, String password) {
        return start(dataFolder, BrokerPorts.free(), Optional.of(PasswordListener.onFreePort(user, password)));
    }

    private static KafkaBroker start(Path dataFolder, BrokerPorts ports, Optional<PasswordListener> withPassword) {
        Path folder = dataFolder.toAbsolutePath();
        if (!formatIfNew(folder)) {
            LastRegistration.forgetAfterKill(folder, ports);
        }
        return new KafkaBroker(folder, ports, withPassword);
    }

    private static KafkaRaftServer started(Map<String, String> settings) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            stop(server);
            throw e;
        }
        return server;
    }

    private static boolean formatIfNew(Path folder) {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return false;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setDirectories(List.of(folder.toString()))
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                    .run();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder of the broker cannot be written: " + folder, e);
        } catch (Exception e) {
            // Kafka's signature says no more than Exception.
            throw new IllegalStateException("the data folder of the broker cannot be formatted: " + folder, e);
        }
    }

    /** Where clients find it. */
    public String bootstrapServers() {
        return BrokerSettings.bootstrapServers(ports);
    }

    /**
     * Where clients find it that log in.
     *
     * @throws IllegalStateException if it was started without a port for them
     */
    public String bootstrapServersWithPassword() {
        return BrokerSettings.HOST + ":"
                + withPassword
                        .orElseThrow(() -> new IllegalStateException("this broker asks nobody for a password"))
                        .port();
    }

    /** Makes those of the topics that are not there yet; those that are stay as they are. */
    public void createTopics(Collection<NewTopic> topics) {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(topics).values().forEach(KafkaBroker::awaitTopic);
        }
    }

    private static void awaitTopic(String topic, KafkaFuture<Void> created) {
        try {
            created.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + topic + " cannot be made", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the topic " + topic + " was not made within " + ANSWER_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topic " + topic + " was made", e);
        }
    }

    /**
     * Takes the members of a killed process out of a consumer group, so that the next one need not wait until they are
     * missed. Nobody who is alive may be in it.
     */
    public void evictMembers(String group) {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            boolean empty = admin
                    .describeConsumerGroups(List.of(group))
                    .all()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .allMatch(described -> described.members().isEmpty());
            if (!empty) {
                admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get(ANSWER_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return;
            }
            throw new IllegalStateException("the group " + group + " cannot be emptied", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the group " + group + " was not emptied within " + ANSWER_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the group " + group + " was emptied", e);
        }
    }

    /** Stops it in order and starts it again on the same ports, so that its clients find it again. */
    public void restart() {
        stop(server);
        server = started(settings);
    }

    /** Stops it in order and waits until it is down; everything is on disk then. Harmless if called again. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }
}
