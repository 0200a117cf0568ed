package io.crowdchart.lambda;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaZipIT {

    private static final Path ZIP = UnpackedZip.ZIP;

    private static List<String> names() throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void the_zip_has_classes_at_the_top_and_jars_in_lib() throws IOException {
        List<String> names = names();
        System.out.printf(
                "%s: %,d bytes, %d jars%n",
                ZIP.getFileName(), Files.size(ZIP), jars(names).size());

        assertThat(names)
                .contains(
                        "io/crowdchart/lambda/ChartSkillHandler.class",
                        "io/crowdchart/lambda/FreshnessProbe.class",
                        "io/crowdchart/lambda/speech/messages_en.properties");
        assertThat(jars(names))
                .anyMatch(name -> name.startsWith("lib/crowd-chart-cache-"))
                .anyMatch(name -> name.startsWith("lib/ask-sdk-core-"))
                .anyMatch(name -> name.startsWith("lib/commons-codec-"))
                .anyMatch(name -> name.startsWith("lib/commons-text-"))
                .allMatch(name -> name.startsWith("lib/"));
        assertThat(Files.size(ZIP)).isLessThan(12_000_000);
    }

    @Test
    void nothing_is_in_the_zip_that_slows_down_or_ages_the_skill() throws IOException {
        assertThat(jars(names()))
                .noneMatch(name -> name.matches(
                        "lib/(aws-java-sdk|aws-lambda-java-(runtime|serialization)|utils-lite|log4j|logback|slf4j-simple|kafka|connect-|httpclient|commons-lang3|icu4j|freemarker|ion-java"
                                + "|javax\\.servlet|ask-sdk-(dynamodb|servlet|apache|freemarker)|ask-smapi|junit|picocli"
                                + "|crowd-chart-(interaction|embedded|connect|ksql|local)).*"))
                .filteredOn(name -> name.startsWith("lib/slf4j-"))
                .hasSize(2)
                .anyMatch(name -> name.startsWith("lib/slf4j-api-1.7."))
                .anyMatch(name -> name.startsWith("lib/slf4j-nop-1.7."));
    }

    @Test
    void the_zip_alone_answers_a_request(@TempDir Path folder) throws Exception {
        Path function = UnpackedZip.in(folder.resolve("function"));
        copyCaller(folder.resolve("caller"));
        String classpath = String.join(
                File.pathSeparator,
                function.toString(),
                function.resolve("lib") + File.separator + "*",
                folder.resolve("caller").toString());
        Path request = folder.resolve("request.json");
        Files.writeString(request, Envelope.aLaunch().json());
        Path response = folder.resolve("response.json");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classpath,
                        ZipCaller.class.getName(),
                        "io.crowdchart.lambda.ChartSkillHandler")
                .redirectInput(request.toFile())
                .redirectOutput(response.toFile())
                .redirectError(errors.toFile());
        builder.environment()
                .putAll(Map.of(
                        "SKILL_ID",
                        Envelope.SKILL_ID,
                        "REDIS_HOST",
                        "127.0.0.1",
                        "REDIS_PORT",
                        String.valueOf(portOfNobody())));

        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(errors).hasContent("");
        assertThat(Alexa.Answer.of(new JsonMapper().readTree(response.toFile())).said())
                .isEqualTo(
                        "Welcome to Crowd Chart. I can't reach the chart right now. Please try again in a few minutes.");
    }

    private static List<String> jars(List<String> names) {
        return names.stream().filter(name -> name.endsWith(".jar")).toList();
    }

    private static void copyCaller(Path folder) throws IOException {
        String name = ZipCaller.class.getName().replace('.', '/') + ".class";
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream content = LambdaZipIT.class.getClassLoader().getResourceAsStream(name)) {
            Files.copy(content, file);
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
