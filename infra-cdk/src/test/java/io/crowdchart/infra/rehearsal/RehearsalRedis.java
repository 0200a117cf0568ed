package io.crowdchart.infra.rehearsal;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.embedded.lambda.CredentialsEndpoint;
import io.crowdchart.embedded.proxy.TlsProxy;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.infra.rehearsal.aws.Account;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.infra.rehearsal.aws.StackView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real redis-server in the place of ElastiCache: a cluster, behind TLS, with the users of the template and what they may
 * do. It takes any token for the log-in, as it cannot look into one.
 */
final class RehearsalRedis implements AutoCloseable {

    private static final String USER = "AWS::ElastiCache::User";

    private final RedisServer server;
    private final TlsProxy proxy;
    private final Path truststore;
    private final CredentialsEndpoint credentials;

    private RehearsalRedis(RedisServer server, TlsProxy proxy, Path truststore, CredentialsEndpoint credentials) {
        this.server = server;
        this.proxy = proxy;
        this.truststore = truststore;
        this.credentials = credentials;
    }

    /**
     * Starts one.
     *
     * @param folder where its keys go
     * @param cache the stack with its users
     */
    static RehearsalRedis start(Path folder, StackView cache) {
        Path keystore = TlsProxy.keystore(folder, "ip:127.0.0.1");
        Path truststore = TlsProxy.truststore(keystore);
        RedisServer server = RedisServer.start(RedisOptions.inMemory().asCluster());
        TlsProxy proxy = TlsProxy.start(keystore, server.port());
        // Whoever asks the cluster for its nodes is sent through TLS again.
        say(server, "CONFIG", "SET", "cluster-announce-port", Integer.toString(proxy.port()));
        for (Resource user : cache.resources()) {
            if (user.type().equals(USER)) {
                letIn(server, user);
            }
        }
        CredentialsEndpoint credentials = CredentialsEndpoint.start();
        credentials.gives(
                "AKID", "secret", "session", Clock.systemUTC().instant().plus(Duration.ofHours(6)));
        return new RehearsalRedis(server, proxy, truststore, credentials);
    }

    private static void letIn(RedisServer server, Resource user) {
        List<String> command = new ArrayList<>(
                List.of("ACL", "SETUSER", user.properties().path("UserName").asText(), "nopass"));
        command.addAll(List.of(user.properties().path("AccessString").asText().split(" +")));
        say(server, command.toArray(String[]::new));
    }

    private static void say(RedisServer server, String... words) {
        String answer = server.command(words);
        if (!answer.equals("+OK")) {
            throw new AssertionError(String.join(" ", words) + ": " + answer);
        }
    }

    /** What stands for the addresses in an environment, and what lets a JVM trust in the keys that were made here. */
    Map<String, String> replacements() {
        return Map.of(
                "REDIS_HOST",
                proxy.host(),
                "REDIS_PORT",
                Integer.toString(proxy.port()),
                "AWS_REGION",
                Account.REGION,
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + truststore + " -Djavax.net.ssl.trustStorePassword="
                        + TlsProxy.PASSWORD);
    }

    /** Where a container, or a function that starts from a snapshot, finds its credentials: in AWS at an address of AWS's. */
    Map<String, String> credentials() {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                credentials.address().toString(),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                "made-up");
    }

    /** The charts, by a door of their own: in the clear, and with every right. */
    RedisCharts charts() {
        return new RedisCharts(RedisConfig.node(server.host(), server.port()), Clock.systemUTC());
    }

    /** The kinds of its errors since it started; {@code NOPERM} is a command that a user may not give. */
    String errors() {
        return server.command("INFO", "errorstats");
    }

    @Override
    public void close() {
        proxy.close();
        server.close();
        credentials.close();
    }
}
