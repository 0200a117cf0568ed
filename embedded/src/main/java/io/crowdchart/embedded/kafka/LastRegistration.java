package io.crowdchart.embedded.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;

/**
 * What the controller remembers of a broker that was killed: it takes it for alive, and for the leader of all partitions,
 * until its session has run out.
 *
 * <p>In that time a restarted broker loads its transaction coordinator already, but cannot reach itself. When the session
 * runs out, partitions have no leader for a moment, and Kafka 4.3 takes a partition without a leader for a deleted one: it
 * drops the markers of unfinished transactions, and the partition's committed end stays where it is for ever. So the
 * controller alone is started first and told to forget the broker. That also spares the wait for the session.
 */
final class LastRegistration {

    /** Kafka writes it into the folder at the end of an orderly stop and removes it at the start. */
    private static final String CLEAN_STOP = ".kafka_cleanshutdown";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private LastRegistration() {}

    /** Makes the controller forget the broker, if it was not stopped in order. */
    static void forgetAfterKill(Path folder, BrokerPorts ports) {
        if (Files.exists(folder.resolve(CLEAN_STOP))) {
            return;
        }
        var controller = new KafkaRaftServer(new KafkaConfig(BrokerSettings.ofController(folder, ports)), Time.SYSTEM);
        try {
            controller.startup();
            forget(ports);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static void forget(BrokerPorts ports) {
        Map<String, Object> settings =
                Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, BrokerSettings.controller(ports));
        try (Admin admin = Admin.create(settings)) {
            admin.unregisterBroker(BrokerSettings.NODE_ID).all().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw new IllegalStateException("the controller does not forget the killed broker", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("the controller did not answer within " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the controller forgot the killed broker", e);
        }
    }
}
