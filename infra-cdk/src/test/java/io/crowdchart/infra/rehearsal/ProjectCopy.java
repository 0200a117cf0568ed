package io.crowdchart.infra.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the app and its command line need of the project, in a folder of its own: whatever they leave, they leave there. */
record ProjectCopy(Path root) {

    /** Copied as they are, with all that is in them. */
    private static final List<String> PARTS = List.of(
            "infra-cdk/cdk.json",
            "infra-cdk/synth",
            "infra-cdk/package.json",
            "infra-cdk/worker",
            "infra-cdk/target/app.args",
            "infra-cdk/target/assets",
            "infra-cdk/target/classes",
            "lambda/target/crowd-chart-lambda-1.0.0-SNAPSHOT.zip",
            "pipeline/connect/connectors",
            "pipeline/connect/target/crowd-chart-connect-1.0.0-SNAPSHOT.zip",
            "pipeline/ksql/statements");

    /** The folder of the project itself; tests run in that of their module. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    /**
     * Copies it.
     *
     * @throws IllegalStateException if something is not built or not installed yet
     */
    static ProjectCopy into(Path folder) {
        for (String part : PARTS) {
            copy(PROJECT.resolve(part), folder.resolve(part));
        }
        Path commandLine = PROJECT.resolve("infra-cdk/node_modules");
        if (!Files.exists(commandLine.resolve(".bin/cdk"))) {
            throw new IllegalStateException(commandLine + " has no cdk: run npm ci in infra-cdk");
        }
        try {
            // Only read from, and too large to copy.
            Files.createSymbolicLink(folder.resolve("infra-cdk/node_modules"), commandLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ProjectCopy(folder);
    }

    /** Where the command line runs. */
    Path infra() {
        return root.resolve("infra-cdk");
    }

    /** What git calls new or changed in the project; nothing where there is no git. */
    static String changes() {
        try {
            Process git = new ProcessBuilder("git", "status", "--porcelain")
                    .directory(PROJECT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private static void copy(Path from, Path to) {
        if (!Files.exists(from)) {
            throw new IllegalStateException(from + " is missing: run scripts/maven -DskipTests package");
        }
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
