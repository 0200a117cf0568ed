package io.crowdchart.interactionmodel.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alexa's skill management as far as a deployment needs it: uploads, imports, enablement. It answers what the documented
 * interface answers and refuses everything else; both are kept, so that a test can hold every exchange against Amazon's
 * description of the interface. One vendor, all in memory, one request at a time.
 */
final class SmapiStub implements AutoCloseable {

    static final String TOKEN = "placeholder-not-a-token";
    static final String VENDOR = "MPLACEHOLDER";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern IMPORT_OF_SKILL = Pattern.compile("/v1/skills/([^/]+)/imports");
    private static final Pattern IMPORT = Pattern.compile("/v1/skills/imports/([^/]+)");
    private static final Pattern ENABLEMENT = Pattern.compile("/v1/skills/([^/]+)/stages/development/enablement");

    private final HttpServer server;
    private final Map<String, byte[]> uploads = new LinkedHashMap<>();
    private final Map<String, SkillImport> imports = new HashMap<>();
    private final List<String> skills = new ArrayList<>();
    private final Set<String> enabled = new HashSet<>();
    private final List<String> exchanges = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private Fate fate = Fate.SUCCEEDS;
    private BiPredicate<String, String> triggers = (skill, function) -> true;
    private CountDownLatch asked = new CountDownLatch(1);

    private SmapiStub(HttpServer server) {
        this.server = server;
    }

    /** What becomes of the next imports. */
    enum Fate {
        SUCCEEDS,
        /** The package is not taken, though a new skill is made of it. */
        FAILS,
        /** The package is not taken, and no skill is made. */
        FAILS_EARLY,
        /** It goes on and on. */
        LASTS,
        /** Nobody can tell. */
        IS_UNKNOWN
    }

    private record SkillImport(Optional<String> skill, JsonNode manifest) {}

    private record Answer(int status, Optional<JsonNode> body, Map<String, String> headers) {

        static Answer of(int status) {
            return new Answer(status, Optional.empty(), Map.of());
        }

        static Answer of(int status, JsonNode body) {
            return new Answer(status, Optional.of(body), Map.of());
        }

        static Answer fault(int status, String message) {
            return of(status, MAPPER.createObjectNode().put("message", message));
        }
    }

    static SmapiStub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SmapiStub stub = new SmapiStub(server);
        server.createContext("/", stub::serve);
        server.start();
        return stub;
    }

    /** With which settings the tools come here, and nowhere else. */
    Map<String, String> environment() {
        return Map.of(
                "ASK_SMAPI_SERVER_BASE_URL", url(),
                "ASK_LWA_TOKEN_HOST", url(),
                "ASK_LWA_AUTHORIZE_HOST", url(),
                "ASK_SKIP_NEW_VERSION_REMINDER", "true",
                "ASK_SHARE_USAGE", "false");
    }

    synchronized void imports(Fate next) {
        fate = next;
        asked = new CountDownLatch(1);
    }

    /** Waits until somebody has asked what became of an import. */
    void awaitQuestion() throws InterruptedException {
        CountDownLatch question;
        synchronized (this) {
            question = asked;
        }
        question.await();
    }

    /** Alexa takes an endpoint only if the function lets her in for the skill; says so for a skill and a function. */
    synchronized void triggers(BiPredicate<String, String> allowed) {
        triggers = allowed;
    }

    /** The ids of all skills, the first one first. */
    synchronized List<String> skills() {
        return List.copyOf(skills);
    }

    synchronized boolean isEnabled(String skill) {
        return enabled.contains(skill);
    }

    /** The packages that were uploaded, as they came. */
    synchronized List<byte[]> packages() {
        return uploads.values().stream().filter(content -> content.length > 0).toList();
    }

    /** Requests and answers as JSON, one a line; uploads go to a place of their own and are not among them. */
    synchronized List<String> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What was asked that the interface does not know. */
    synchronized List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            Answer answer = uploads.containsKey(path) ? upload(exchange, path, body) : operation(exchange, path, body);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            if (answer.body().isEmpty()) {
                exchange.sendResponseHeaders(answer.status(), -1);
                return;
            }
            byte[] json = MAPPER.writeValueAsBytes(answer.body().get());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), json.length);
            exchange.getResponseBody().write(json);
        }
    }

    /** The place of an upload is not Alexa's and must not see her token. */
    private Answer upload(HttpExchange exchange, String path, byte[] body) {
        if (!exchange.getRequestMethod().equals("PUT")
                || exchange.getRequestHeaders().containsKey("Authorization")
                || body.length == 0) {
            return refuse(exchange, path);
        }
        uploads.put(path, body);
        return Answer.of(200);
    }

    private Answer operation(HttpExchange exchange, String path, byte[] body) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null || !token.replaceFirst("^Bearer ", "").equals(TOKEN)) {
            refused.add("token " + token);
            return Answer.fault(401, "no valid token");
        }
        Optional<JsonNode> request = body.length == 0
                ? Optional.empty()
                : Optional.of(MAPPER.readTree(new String(body, StandardCharsets.UTF_8)));
        Answer answer = answer(exchange, path, request.orElseGet(MAPPER::createObjectNode));
        ObjectNode record = MAPPER.createObjectNode()
                .put("method", exchange.getRequestMethod())
                .put("path", path)
                .put("status", answer.status());
        request.ifPresent(json -> record.set("request", json));
        answer.body().ifPresent(json -> record.set("answer", json));
        exchanges.add(record.toString());
        return answer;
    }

    private Answer answer(HttpExchange exchange, String path, JsonNode request) throws IOException {
        String operation = exchange.getRequestMethod() + " " + path;
        if (operation.equals("POST /v1/skills/uploads")) {
            return newUpload();
        }
        if (operation.equals("POST /v1/skills/imports")) {
            return request.path("vendorId").asText().equals(VENDOR)
                    ? newImport(request, Optional.empty())
                    : Answer.fault(400, "no such vendor");
        }
        Matcher known = IMPORT_OF_SKILL.matcher(path);
        if (operation.startsWith("POST ") && known.matches()) {
            return skills.contains(known.group(1))
                    ? newImport(request, Optional.of(known.group(1)))
                    : Answer.fault(404, "no such skill");
        }
        Matcher begun = IMPORT.matcher(path);
        if (operation.startsWith("GET ") && begun.matches()) {
            return became(begun.group(1));
        }
        Matcher enablement = ENABLEMENT.matcher(path);
        if (enablement.matches() && skills.contains(enablement.group(1))) {
            return enablement(exchange, path, enablement.group(1));
        }
        return refuse(exchange, path);
    }

    private Answer newUpload() {
        String path = "/upload/" + UUID.randomUUID();
        uploads.put(path, new byte[0]);
        return Answer.of(
                201,
                MAPPER.createObjectNode().put("uploadUrl", url() + path).put("expiresAt", "2099-01-01T00:00:00.000Z"));
    }

    private Answer newImport(JsonNode request, Optional<String> known) throws IOException {
        byte[] zip = uploads.getOrDefault(request.path("location").asText().replace(url(), ""), new byte[0]);
        if (zip.length == 0) {
            return Answer.fault(400, "nothing was uploaded there");
        }
        Optional<String> skill = known;
        if (known.isEmpty() && fate != Fate.FAILS_EARLY) {
            skills.add("amzn1.ask.skill." + UUID.randomUUID());
            skill = Optional.of(skills.get(skills.size() - 1));
        }
        String id = UUID.randomUUID().toString();
        JsonNode manifest = MAPPER.readTree(SkillZip.of(zip).file("skill.json"));
        imports.put(id, new SkillImport(skill, manifest));
        return new Answer(202, Optional.empty(), Map.of("Location", "/v1/skills/imports/" + id));
    }

    private Answer became(String id) {
        SkillImport skillImport = imports.get(id);
        if (skillImport == null || fate == Fate.IS_UNKNOWN) {
            return Answer.fault(404, "no such import");
        }
        asked.countDown();
        String status = status(skillImport);
        ObjectNode skill = MAPPER.createObjectNode();
        skillImport.skill().ifPresent(name -> skill.put("skillId", name).put("eTag", "1"));
        ObjectNode resource =
                skill.putArray("resources").addObject().put("name", "Manifest").put("status", status);
        ObjectNode answer = MAPPER.createObjectNode().put("status", status);
        if (status.equals("FAILED")) {
            resource.putArray("errors").addObject().put("code", "INVALID").put("message", "the manifest is refused");
        }
        answer.set("skill", skill);
        return Answer.of(200, answer);
    }

    private String status(SkillImport skillImport) {
        String function =
                skillImport.manifest().at("/manifest/apis/custom/endpoint/uri").asText();
        boolean letIn = function.isEmpty() || triggers.test(skillImport.skill().orElse(""), function);
        return switch (fate) {
            case LASTS -> "IN_PROGRESS";
            case FAILS, FAILS_EARLY -> "FAILED";
            case SUCCEEDS, IS_UNKNOWN -> letIn ? "SUCCEEDED" : "FAILED";
        };
    }

    private Answer enablement(HttpExchange exchange, String path, String skill) {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> enabled.contains(skill) ? Answer.of(204) : Answer.fault(404, "not enabled");
            case "PUT" -> {
                enabled.add(skill);
                yield Answer.of(204);
            }
            default -> refuse(exchange, path);
        };
    }

    private Answer refuse(HttpExchange exchange, String path) {
        refused.add(exchange.getRequestMethod() + " " + path);
        return Answer.fault(404, "refused");
    }
}
