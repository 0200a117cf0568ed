package io.crowdchart.infra.rehearsal.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One account of AWS on a free port of 127.0.0.1, which all services share; see the package. */
public final class AwsStub implements AutoCloseable {

    private final Account account = new Account();
    private final CloudFormation cloudFormation = new CloudFormation(account);
    private final Map<String, AwsService> services = Map.of(
            "sts", new SecurityTokens(account),
            "ssm", new Parameters(account),
            "s3", new ObjectStore(account),
            "cloudformation", cloudFormation);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final HttpServer server;

    private AwsStub(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts an account with nothing in it. */
    public static AwsStub start() throws IOException {
        return new AwsStub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    /** The address of every service. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the account holds. */
    public Account account() {
        return account;
    }

    /** All calls, oldest first, those that were refused among them. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** What was asked for and is not known here, oldest first. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** What was done with stacks, oldest first. */
    public List<StackOperation> operations() {
        return cloudFormation.operations();
    }

    /** The stack of this name as it stands now. */
    public StackView stack(String name) {
        return cloudFormation.stack(name);
    }

    /** The names of the stacks that stand, in the order of their creation. */
    public List<String> stacks() {
        return cloudFormation.names();
    }

    /** What deleted stacks have left behind. */
    public List<Resource> retained() {
        return new ArrayList<>(account.retained());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            AwsResponse response = answer(exchange);
            response.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] body = response.body().toArray();
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private AwsResponse answer(HttpExchange exchange) throws IOException {
        try {
            AwsRequest request = AwsRequest.read(exchange);
            AwsService service = services.get(request.service());
            if (service == null) {
                throw new UnknownCallException("the service " + request.service() + ": " + request.method() + " "
                        + request.path() + " " + request.text());
            }
            return answer(service, request);
        } catch (UnknownCallException e) {
            refused.add(String.valueOf(e.getMessage()));
            return AwsResponse.json(501, "{\"message\": \"this is not known here\"}");
        }
    }

    private AwsResponse answer(AwsService service, AwsRequest request) {
        synchronized (account) {
            try {
                calls.add(new Call(request.service(), service.operation(request), account.caller(request)));
                return service.answer(request);
            } catch (AwsFault e) {
                return service.fault(e);
            } catch (UnknownCallException e) {
                refused.add(request.service() + " " + e.getMessage());
                return service.fault(new AwsFault(400, "NotKnownHere", String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                // A fault of the stub's own must not look like one of the app.
                refused.add(request.service() + " " + service.operation(request) + " broke the stub: " + e);
                return service.fault(new AwsFault(400, "StubBroke", String.valueOf(e)));
            }
        }
    }
}
