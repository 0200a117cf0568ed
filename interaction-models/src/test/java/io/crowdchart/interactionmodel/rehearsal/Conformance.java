package io.crowdchart.interactionmodel.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What Amazon's own schema says, asked by {@code conformance/check.mjs}. */
final class Conformance {

    private static final Path FOLDER = Path.of("conformance");

    private Conformance() {}

    /** The faults of a skill package, a line each; empty if there is none. */
    static String faultsOfPackage(Path skillPackage) throws IOException, InterruptedException {
        return faults("package", skillPackage);
    }

    /** The faults of requests and answers of {@link SmapiStub}. */
    static String faultsOfExchanges(List<String> exchanges) throws IOException, InterruptedException {
        Path file = Files.createTempFile("exchanges", ".jsonl");
        try {
            Files.write(file, exchanges);
            return faults("exchanges", file);
        } finally {
            Files.delete(file);
        }
    }

    private static String faults(String kind, Path place) throws IOException, InterruptedException {
        CommandRun.Ended ended = CommandRun.of(
                FOLDER,
                Map.of("PATH", System.getenv("PATH")),
                List.of("node", "check.mjs", kind, place.toAbsolutePath().toString()));
        assertThat(ended.status()).as("it could look: %s", ended.err()).isLessThan(2);
        assertThat(ended.out().isEmpty()).isEqualTo(ended.status() == 0);
        return ended.out();
    }
}
