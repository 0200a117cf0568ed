package io.crowdchart.interactionmodel.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A command in the place of cdk: it keeps how it was called, and writes the outputs of what AWS would have made. */
final class CdkStandIn {

    static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:CrowdChart-Skill:live";

    private static final String COMMAND = """
            #!/usr/bin/env bash
            here=$(dirname "${BASH_SOURCE[0]}")
            echo "$*" >>"$here/calls"
            [ ! -f "$here/fails" ] || { echo "the stack is rolled back" >&2; exit 1; }
            while [ $# -gt 0 ]; do
              [ "$1" != --outputs-file ] || cp "$here/outputs" "$2"
              shift
            done
            """;

    private final Path folder;

    private CdkStandIn(Path folder) {
        this.folder = folder;
    }

    /** Takes the place of cdk in a copy of the tree, in which all else that it would need counts as built. */
    static CdkStandIn in(ProjectCopy project) throws IOException {
        Path modules = project.path().resolve(Path.of("infra-cdk", "node_modules"));
        CdkStandIn cdk = new CdkStandIn(Files.createDirectories(modules.resolve(".bin")));
        Path command = Files.writeString(cdk.folder.resolve("cdk"), COMMAND);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        cdk.makes("{\"CrowdChart-Network\": {}, \"CrowdChart-Skill\": {\"SkillEndpoint\": \"" + FUNCTION + "\"}}");
        Files.createFile(modules.resolve(".package-lock.json"));
        Files.createDirectories(project.path().resolve(Path.of("pipeline", "connect", "target", "plugin")));
        Files.createDirectories(project.path().resolve(Path.of("local", "target", "app", "lib")));
        Files.createFile(project.path().resolve(Path.of("local", "target", "built")));
        return cdk;
    }

    void fails(boolean always) throws IOException {
        Path mark = folder.resolve("fails");
        if (always) {
            Files.createFile(mark);
        } else {
            Files.delete(mark);
        }
    }

    void makesNoFunction() throws IOException {
        makes("{\"CrowdChart-Network\": {}}");
    }

    private void makes(String outputs) throws IOException {
        Files.writeString(folder.resolve("outputs"), outputs);
    }

    /** The words of each call, in one line. */
    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Whether the function lets Alexa in for a skill: it was made for that very one. */
    boolean letsIn(String skill, String function) {
        try {
            return function.equals(FUNCTION)
                    && calls().stream().anyMatch(call -> call.contains("-c skillId=" + skill + " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
