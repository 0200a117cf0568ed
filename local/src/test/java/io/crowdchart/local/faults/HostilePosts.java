package io.crowdchart.local.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** Posts and messages that want to break the source: some are votes like any other, the others must be counted as bad. */
final class HostilePosts {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String BAD = "bad-events-total:";

    /** A message by the reason under which it must be counted. */
    private static final Map<String, String> MESSAGES = Map.of(
            "malformed", "no json: " + Poison.PRIVATE_MARK,
            "no-object", "[\"" + Poison.PRIVATE_MARK + "\"]",
            "no-time", "{\"did\":\"did:plc:" + Poison.PRIVATE_MARK + "\",\"time_us\":\"now\",\"kind\":\"commit\"}",
            "future-time",
                    "{\"did\":\"did:plc:" + Poison.PRIVATE_MARK
                            + "\",\"time_us\":9000000000000000000,\"kind\":\"account\"}",
            "no-id", "{\"did\":\"" + Poison.PRIVATE_MARK + "\",\"time_us\":1779719009157119,\"kind\":\"commit\"}",
            "no-kind", "{\"did\":\"did:plc:" + Poison.PRIVATE_MARK + "\",\"time_us\":1779719009157119}",
            "no-record",
                    "{\"did\":\"did:plc:x\",\"time_us\":1779719009157119,\"kind\":\"commit\",\"commit\":{\"collection\":"
                            + "\"app.bsky.feed.post\",\"rkey\":\"" + Poison.PRIVATE_MARK
                            + "\",\"operation\":\"create\"}}",
            "too-long", "{\"text\":\"" + Poison.PRIVATE_MARK + "x".repeat(1_100_000) + "\"}");

    private static final List<String> MORE_MALFORMED = List.of(
            "{\"a\":".repeat(2_000) + "7" + "}".repeat(2_000),
            "[".repeat(100_000),
            "{\"did\":\"did:plc:" + Poison.PRIVATE_MARK,
            "");

    private static final List<String> VOTES = List.of(
            "#KafkaSummit [" + Poison.PRIVATE_MARK + "x".repeat(4_000) + "]",
            "#KafkaSummit [" + Poison.PRIVATE_MARK + " one]" + " [".repeat(50_000),
            "#KafkaSummit [a\u0000b\u0007" + Poison.PRIVATE_MARK + "]",
            "#KafkaSummit [\uD83D " + Poison.PRIVATE_MARK + " half a pair]",
            "#KafkaSummit [\u202E" + Poison.PRIVATE_MARK + " backwards\u202C]",
            "#KafkaSummit [{\"SONG\":\"" + Poison.PRIVATE_MARK + "\",\"VOTES\":7}]",
            "#KafkaSummit [${env:VOTE_SECRET} " + Poison.PRIVATE_MARK + "]",
            "#KafkaSummit [<speak>" + Poison.PRIVATE_MARK + "</speak>]",
            "#KafkaSummit [" + Poison.PRIVATE_MARK + " \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67]",
            "#KafkaSummit []",
            "#KafkaSummit " + "[".repeat(10_000) + "]".repeat(10_000));

    private final Stage stage;

    HostilePosts(Stage stage) {
        this.stage = stage;
    }

    void publish() throws InterruptedException {
        for (String text : VOTES) {
            stage.post(text);
        }
    }

    /** Says the bad messages until every one was counted: what is said while nobody listens is lost. */
    void awaitCounted() {
        Map<String, Long> before = counts();
        try {
            await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).until(() -> {
                Map<String, Long> now = counts();
                List<String> missing = MESSAGES.keySet().stream()
                        .filter(reason -> now.getOrDefault(BAD + reason, 0L) <= before.getOrDefault(BAD + reason, 0L))
                        .toList();
                missing.forEach(reason -> stage.network().sendRaw(MESSAGES.getOrDefault(reason, "")));
                MORE_MALFORMED.forEach(stage.network()::sendRaw);
                return missing.isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            stage.report("bad messages are not counted by reason: " + before + ", then " + counts());
        }
    }

    private Map<String, Long> counts() {
        return PluginCounts.read(stage.machine().order("counts"));
    }
}
