package io.crowdchart.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What the build packs. */
class PluginZipIT {

    private static final String TOP = "crowd-chart-connect-" + PluginVersion.current();
    private static final Path TARGET = Path.of("target");

    @Test
    void the_zip_has_what_a_worker_needs_in_one_folder_and_nothing_that_a_worker_brings() throws IOException {
        try (ZipFile zip = zip()) {
            List<String> names = entries(zip).stream().map(ZipEntry::getName).toList();

            assertThat(names)
                    .allMatch(name -> name.startsWith(TOP + "/"))
                    .contains(
                            TOP + "/manifest.json",
                            TOP + "/README.md",
                            TOP + "/LICENSE",
                            TOP + "/etc/chart-sink.json",
                            TOP + "/etc/jetstream-source.json",
                            TOP + "/lib/" + TOP + ".jar")
                    .anyMatch(name -> name.contains("/lib/crowd-chart-model-"))
                    .anyMatch(name -> name.contains("/lib/crowd-chart-cache-"))
                    .anyMatch(name -> name.contains("/lib/jedis-"))
                    .anyMatch(name -> name.contains("/lib/jackson-databind-"))
                    .noneMatch(name -> name.contains("slf4j"))
                    .noneMatch(name -> name.matches(".*/lib/(kafka|connect)-.*"));
        }
    }

    @Test
    void the_manifest_and_the_readme_name_the_version() throws IOException {
        try (ZipFile zip = zip()) {
            JsonNode manifest = new ObjectMapper().readTree(text(zip, "manifest.json"));

            assertThat(manifest.path("name").asText()).isEqualTo("crowd-chart-connect");
            assertThat(manifest.path("version").asText()).isEqualTo(PluginVersion.current());
            assertThat(text(zip, "README.md"))
                    .startsWith("# Crowd Chart " + PluginVersion.current())
                    .contains("${env:NAME}");
        }
    }

    @Test
    void the_connector_files_are_packed_as_they_are() throws IOException {
        try (ZipFile zip = zip()) {
            assertThat(text(zip, "etc/chart-sink.json")).isEqualTo(ConnectorFile.text("chart-sink.json"));
            assertThat(text(zip, "etc/jetstream-source.json")).isEqualTo(ConnectorFile.text("jetstream-source.json"));
        }
    }

    @Test
    void every_entry_has_the_time_of_the_release_so_that_two_builds_are_equal() throws IOException {
        try (ZipFile zip = zip()) {
            assertThat(entries(zip))
                    .extracting(ZipEntry::getTimeLocal)
                    .containsOnly(entries(zip).get(0).getTimeLocal());
        }
    }

    @Test
    void the_unpacked_plugin_is_the_same_as_the_zip() throws IOException {
        try (ZipFile zip = zip();
                Stream<Path> unpacked = Files.walk(TARGET.resolve("plugin"))) {
            List<String> files = unpacked.filter(Files::isRegularFile)
                    .map(file -> TARGET.resolve("plugin").relativize(file).toString())
                    .toList();

            assertThat(files)
                    .containsExactlyInAnyOrderElementsOf(entries(zip).stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(ZipEntry::getName)
                            .toList());
        }
    }

    private static ZipFile zip() throws IOException {
        return new ZipFile(TARGET.resolve(TOP + ".zip").toFile());
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        return Collections.list(zip.entries());
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (var in = zip.getInputStream(zip.getEntry(TOP + "/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
