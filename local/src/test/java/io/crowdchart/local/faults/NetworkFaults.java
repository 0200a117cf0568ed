package io.crowdchart.local.faults;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What goes wrong with the network that the source listens to. */
final class NetworkFaults {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "bluesky";

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Stage stage;
    private long losses;

    private NetworkFaults(Stage stage) {
        this.stage = stage;
    }

    static List<Fault> all(Stage stage) {
        NetworkFaults faults = new NetworkFaults(stage);
        return List.of(
                Fault.of(
                        "network-cut",
                        () -> stage.network().disconnectAll(),
                        () -> stage.network().closeAll()),
                faults.switched("network-refusing", (network, on) -> {
                    network.refuseConnections(on);
                    stage.network().disconnectAll();
                }),
                Fault.of("network-silent", faults::fallSilent, faults::speakAgain),
                faults.switched("network-duplicates", io.crowdchart.embedded.jetstream.Faults::sendDuplicates),
                faults.switched("network-reordered", io.crowdchart.embedded.jetstream.Faults::reorder),
                faults.switched("network-garbage", io.crowdchart.embedded.jetstream.Faults::sendGarbage),
                Fault.of(
                        "network-clamped",
                        faults::clamp,
                        () -> stage.network().faults().clampCursors(0)));
    }

    private Fault switched(String name, BiConsumer<io.crowdchart.embedded.jetstream.Faults, Boolean> change) {
        return Fault.of(
                name,
                () -> change.accept(stage.network().faults(), true),
                () -> change.accept(stage.network().faults(), false));
    }

    private void fallSilent() {
        losses = losses();
        stage.network().faults().goSilent(true);
    }

    /** Not before the source has given the silent server up. */
    private void speakAgain() {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> losses() > losses);
        stage.network().faults().goSilent(false);
    }

    private long losses() {
        return PluginCounts.read(stage.machine().order("counts")).getOrDefault("losses-total", 0L);
    }

    /** The server keeps only what the source has not told about yet, so that a clamped cursor loses nothing. */
    private void clamp() {
        stage.network().faults().clampCursors(newestHeartbeat());
        stage.network().disconnectAll();
    }

    private long newestHeartbeat() {
        return TopicReader.read(stage.machine().bootstrapServers(), Topic.HEARTBEATS.topicName()).stream()
                .filter(record ->
                        record.key() != null && SOURCE.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .mapToLong(NetworkFaults::seenAt)
                .max()
                .orElse(0);
    }

    private static long seenAt(ConsumerRecord<byte[], byte[]> heartbeat) {
        try {
            JsonNode value = JSON.readTree(heartbeat.value());
            return value.path(Column.SEEN_AT).asLong();
        } catch (IOException e) {
            throw new IllegalStateException("the source wrote a heartbeat that is no JSON", e);
        }
    }
}
