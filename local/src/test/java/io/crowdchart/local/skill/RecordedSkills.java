package io.crowdchart.local.skill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.lambda.ChartSkillHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The real handler on loopback ports, one for each {@link KnownState} of the charts, for those who look at it from outside:
 * {@code scripts/conformance}.
 *
 * <p>Writes into a folder where each state is served and which titles are in it ({@code skills.json}, complete once "ready"
 * is printed), and every request that arrives at the handler with its answer ({@code exchanges.jsonl}, a line each: {@code
 * state}, {@code request}, {@code answer}; no answer if the handler fails).
 */
final class RecordedSkills implements AutoCloseable {

    private static final String SKILL_ID = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<KnownState, SkillServer> servers = new LinkedHashMap<>();
    private final Writer exchanges;

    private RecordedSkills(Writer exchanges) {
        this.exchanges = exchanges;
    }

    /** Serves into the folder that is named, until its standard input ends, as it does when whoever started it is gone. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (RecordedSkills skills = in(folder)) {
            System.out.println("ready: " + skills.servers.size() + " states");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static RecordedSkills in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var skills =
                new RecordedSkills(Files.newBufferedWriter(folder.resolve("exchanges.jsonl"), StandardCharsets.UTF_8));
        ObjectNode places = JSON.createObjectNode().put("skillId", SKILL_ID);
        ObjectNode states = places.putObject("states");
        for (KnownState state : KnownState.values()) {
            states.putObject(state.label())
                    .put("url", skills.serve(state).url().toString())
                    .set("titles", JSON.valueToTree(state.titles()));
        }
        Files.writeString(folder.resolve("skills.json"), places.toPrettyString());
        return skills;
    }

    private SkillServer serve(KnownState state) throws IOException {
        var handler = new ChartSkillHandler(SKILL_ID, state.charts(), KnownState.CLOCK);
        SkillServer server = SkillServer.listen(0);
        servers.put(state, server);
        server.serve(new Skill((input, output, context) -> {
            byte[] request = input.readAllBytes();
            var answer = new ByteArrayOutputStream();
            try {
                handler.handleRequest(new ByteArrayInputStream(request), answer, context);
                answer.writeTo(output);
            } finally {
                record(state, request, answer.toByteArray());
            }
        }));
        return server;
    }

    private synchronized void record(KnownState state, byte[] request, byte[] answer) {
        ObjectNode exchange = JSON.createObjectNode().put("state", state.label());
        try {
            exchange.set("request", JSON.readTree(request));
            if (answer.length > 0) {
                exchange.set("answer", JSON.readTree(answer));
            }
            exchanges.write(exchange + "\n");
            exchanges.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        servers.values().forEach(SkillServer::close);
        exchanges.close();
    }
}
