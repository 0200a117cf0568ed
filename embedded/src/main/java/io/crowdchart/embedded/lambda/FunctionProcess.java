package io.crowdchart.embedded.lambda;

import io.crowdchart.embedded.process.Watchdog;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A function in a JVM of its own, run by AWS's runtime interface client as the managed Java runtime runs it: the client
 * alone on the class path, the unpacked package as the working directory, nothing in the environment but what Lambda puts
 * there and what is given here. It ends with this JVM. One thread at a time.
 */
public final class FunctionProcess implements AutoCloseable {

    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.";
    private static final String CLIENT_JAR = "aws-lambda-java-runtime-interface-client";
    private static final Pattern RUNTIME_JARS = Pattern.compile(
            "(" + CLIENT_JAR + "|aws-lambda-java-core|aws-lambda-java-serialization|utils-lite)-.*\\.jar");

    private final Watchdog watchdog;
    private final Process process;
    private final Path output;

    private FunctionProcess(Watchdog watchdog, Process process, Path output) {
        this.watchdog = watchdog;
        this.process = process;
        this.output = output;
    }

    /** Whether the client has its native part for this machine. */
    public static boolean isSupportedHere() {
        return System.getProperty("os.name").equals("Linux") && !nativeLibrary().isEmpty();
    }

    /**
     * Starts a function; the client and what it needs are looked for on the class path of this JVM.
     *
     * @param unpacked the folder with the contents of the package
     * @param handler the name of the handler's class
     * @param environment the function's own variables; they may also say what Lambda's would be
     * @param api whom it asks for work
     */
    public static FunctionProcess start(
            Path unpacked, String handler, Map<String, String> environment, RuntimeApiStub api) {
        Watchdog watchdog = Watchdog.start();
        try {
            Path folder = watchdog.newFolder("crowd-chart-function-");
            Path output = folder.resolve("output.txt");
            var builder = new ProcessBuilder(command(folder, handler))
                    .directory(unpacked.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().clear();
            builder.environment().putAll(ofLambda(unpacked, handler, api));
            builder.environment().putAll(environment);
            Process process = builder.start();
            watchdog.guardProcess(process.pid());
            return new FunctionProcess(watchdog, process, output);
        } catch (IOException e) {
            watchdog.close();
            throw new UncheckedIOException("the function cannot be run: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            watchdog.close();
            throw e;
        }
    }

    /** All that it has written to its standard output and error. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as Lambda does. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            watchdog.forgetProcess(process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchdog.close();
        }
    }

    private static List<String> command(Path folder, String handler) throws IOException {
        List<Path> jars = runtimeJars();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                // Left to itself the client unpacks it to one place for all, which two processes would fight for.
                "-D" + CLIENT + "runtimeapi.NativeClient.JNI=" + unpackedLibrary(folder, jars),
                "-cp",
                String.join(
                        File.pathSeparator, jars.stream().map(Path::toString).toList()),
                CLIENT + "AWSLambda",
                handler);
    }

    private static List<Path> runtimeJars() {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
            Path path = Path.of(entry);
            if (path.getFileName() != null
                    && RUNTIME_JARS.matcher(path.getFileName().toString()).matches()) {
                jars.add(path);
            }
        }
        if (jars.stream().noneMatch(FunctionProcess::isClient)) {
            throw new IllegalStateException("com.amazonaws:" + CLIENT_JAR + " is missing on the class path");
        }
        return jars;
    }

    private static boolean isClient(Path jar) {
        return jar.getFileName().toString().startsWith(CLIENT_JAR);
    }

    private static Path unpackedLibrary(Path folder, List<Path> jars) throws IOException {
        Path client =
                jars.stream().filter(FunctionProcess::isClient).findFirst().orElseThrow();
        try (JarFile jar = new JarFile(client.toFile())) {
            ZipEntry library = jar.getEntry("jni/" + nativeLibrary());
            if (library == null) {
                throw new IOException("the runtime interface client has no native part for this machine");
            }
            Path unpacked = folder.resolve("client.so");
            try (InputStream content = jar.getInputStream(library)) {
                Files.copy(content, unpacked);
            }
            return unpacked;
        }
    }

    private static String nativeLibrary() {
        String libc = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "libaws-lambda-jni." + libc + "-x86_64.so";
            case "aarch64" -> "libaws-lambda-jni." + libc + "-aarch_64.so";
            default -> "";
        };
    }

    private static Map<String, String> ofLambda(Path unpacked, String handler, RuntimeApiStub api) {
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_LAMBDA_RUNTIME_API", api.endpoint());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", "crowd-chart");
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/crowd-chart");
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/11/23/[1]0123456789abcdef");
        variables.put("AWS_REGION", "us-east-1");
        variables.put("AWS_DEFAULT_REGION", "us-east-1");
        variables.put("LAMBDA_TASK_ROOT", unpacked.toString());
        variables.put("_HANDLER", handler);
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("PATH", "/usr/local/bin:/usr/bin/:/bin");
        return variables;
    }
}
