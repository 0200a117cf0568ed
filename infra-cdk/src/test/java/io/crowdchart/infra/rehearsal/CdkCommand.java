package io.crowdchart.infra.rehearsal;

import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.infra.rehearsal.aws.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command line of the CDK that the project pins, with its every call on the way to one endpoint. */
final class CdkCommand {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Path folder;
    private final Path home;
    private final URI endpoint;
    private final Watchdog watchdog;
    private final Map<String, String> credentials;

    /**
     * A command line.
     *
     * @param folder a folder with a {@code cdk.json} and {@code node_modules}
     * @param home where it keeps what it keeps for its user
     * @param endpoint where AWS is
     * @param watchdog ends it with this JVM
     */
    CdkCommand(Path folder, Path home, URI endpoint, Watchdog watchdog) {
        this(
                folder,
                home,
                endpoint,
                watchdog,
                Map.of("AWS_ACCESS_KEY_ID", Account.ACCESS_KEY, "AWS_SECRET_ACCESS_KEY", "made-up"));
    }

    private CdkCommand(Path folder, Path home, URI endpoint, Watchdog watchdog, Map<String, String> credentials) {
        this.folder = folder;
        this.home = home;
        this.endpoint = endpoint;
        this.watchdog = watchdog;
        this.credentials = credentials;
    }

    /**
     * How a command ended.
     *
     * @param command its words
     * @param status its exit status
     * @param output what it said, both streams in their order
     * @param took how long it took
     */
    record Result(List<String> command, int status, String output, Duration took) {

        /** The same, if it ended well. */
        Result orFail() {
            if (status != 0) {
                throw new AssertionError("cdk " + String.join(" ", command) + " ended with " + status + ":\n" + output);
            }
            return this;
        }
    }

    /** The same for somebody who has no account. */
    CdkCommand withoutCredentials() {
        return new CdkCommand(folder, home, endpoint, watchdog, Map.of());
    }

    /** Runs a command and waits for its end, but not for ever. */
    Result run(String... words) {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("node_modules/.bin/cdk").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--no-notices", "--no-color"));
        long start = System.nanoTime();
        try {
            Path output = Files.createTempFile(home, "cdk-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(CdkCommand::mayLeadAstray);
            builder.environment().putAll(environment());
            builder.environment().putAll(credentials);
            int status = finished(builder.start());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Result(List.of(words), status, Files.readString(output), took);
        } catch (IOException e) {
            throw new UncheckedIOException("the command line of the CDK cannot be run", e);
        }
    }

    private int finished(Process process) {
        watchdog.guardProcess(process.pid());
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return -1;
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            watchdog.forgetProcess(process.pid());
        }
    }

    /** A real account, or a real proxy, has no place in a rehearsal. */
    private static boolean mayLeadAstray(String variable) {
        return variable.startsWith("AWS_")
                || variable.startsWith("CDK_")
                || variable.toLowerCase(Locale.ROOT).endsWith("_proxy");
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL", endpoint.toString()),
                // What CloudFormation is told of a template must be where CloudFormation itself would find it.
                Map.entry("AWS_ENDPOINT_URL_S3_FOR_CLOUDFORMATION", "https://s3." + Account.REGION + ".amazonaws.com"),
                Map.entry("AWS_REGION", Account.REGION),
                Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                Map.entry("AWS_CONFIG_FILE", "/dev/null"),
                Map.entry("AWS_SHARED_CREDENTIALS_FILE", "/dev/null"),
                Map.entry("CDK_DISABLE_CLI_TELEMETRY", "true"),
                Map.entry("CDK_HOME", home.toString()),
                Map.entry("NO_PROXY", "127.0.0.1"),
                Map.entry("CI", "true"),
                Map.entry(
                        "JAVA_HOME",
                        Optional.ofNullable(System.getProperty("java.home")).orElseThrow()));
    }
}
