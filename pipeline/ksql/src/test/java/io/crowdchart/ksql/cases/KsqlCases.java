package io.crowdchart.ksql.cases;

import io.crowdchart.ksql.KsqlStatements;
import io.crowdchart.model.topic.Topic;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases against a ksqlDB server. Exit status 0 if all tables are as they must be, 1 if not, 2 if it could not try.
 *
 * <p>The server and its Kafka should hold nothing else: rows of others are reported as different.
 */
public final class KsqlCases {

    private static final String USAGE =
            "usage: ksql-cases --ksql http://host:8088 --bootstrap host:9092 [--patience SECONDS]";
    private static final Set<String> OPTIONS = Set.of("--ksql", "--bootstrap", "--patience");
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(5);

    private KsqlCases() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Map<String, String> options = options(arguments);
            return run(options, out) ? 0 : 1;
        } catch (IllegalArgumentException | IllegalStateException | KafkaException | ConditionTimeoutException e) {
            err.println("ksql-cases: " + e.getMessage());
            return 2;
        }
    }

    private static boolean run(Map<String, String> options, PrintStream out) {
        Duration patience = Duration.ofSeconds(Long.parseLong(options.getOrDefault("--patience", "120")));
        KafkaEngine engine = new KafkaEngine(options.getOrDefault("--bootstrap", ""), patience, QUIET);
        // A table source is compacted, which ksqlDB would not ask for; the other topics are its own to make.
        engine.createTopics(List.of(Topic.VOTES, Topic.HEARTBEATS));
        KsqlServer server = new KsqlServer(URI.create(options.getOrDefault("--ksql", "")));
        server.awaitReady(READY);
        server.run(KsqlStatements.text());
        CaseRun run = CaseRun.of(CaseFiles.all(), engine);
        out.print(run.report());
        out.println(run.passed() ? "All tables are as they must be." : "There are differences.");
        return run.passed();
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int at = 0; at < arguments.size(); at += 2) {
            @Nullable String value = at + 1 < arguments.size() ? arguments.get(at + 1) : null;
            if (!OPTIONS.contains(arguments.get(at)) || value == null) {
                throw new IllegalArgumentException("'" + arguments.get(at) + "' is not understood; " + USAGE);
            }
            options.put(arguments.get(at), value);
        }
        if (!options.containsKey("--ksql") || !options.containsKey("--bootstrap")) {
            throw new IllegalArgumentException("both addresses are needed; " + USAGE);
        }
        return options;
    }
}
