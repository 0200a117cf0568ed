package io.crowdchart.interactionmodel.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The tree, copied and committed, with a home folder beside it in which somebody is logged in to Alexa's tools. */
final class ProjectCopy {

    private static final Path ROOT = Path.of("..");
    private static final Path TOOLS = Path.of("interaction-models", "conformance");
    private static final Path ASK = Path.of("node_modules", ".bin", "ask");

    private static final Set<String> LEFT_OUT =
            Set.of("target", "node_modules", "cdk.out", ".git", ".ask", ".idea", ".vscode");

    /** Placeholders, none of them a secret. */
    private static final String LOGIN = """
            {"profiles": {"default": {"token": {"access_token": "%s", "refresh_token": "placeholder",
            "token_type": "bearer", "expires_in": 3600, "expires_at": "2099-01-01T00:00:00.000Z"}, "vendor_id": "%s",
            "aws_profile": "__AWS_CREDENTIALS_IN_ENVIRONMENT_VARIABLE__"}}, "machine_id": "x", "share_usage": false}
            """.formatted(SmapiStub.TOKEN, SmapiStub.VENDOR);

    private final Path folder;
    private final Map<String, String> environment;

    private ProjectCopy(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    static ProjectCopy in(Path place, SmapiStub alexa) throws IOException, InterruptedException {
        assertThat(ROOT.resolve(TOOLS).resolve(ASK))
                .as("installed by npm ci, which scripts/test --rehearsal does")
                .exists();
        Path login = place.resolve(Path.of("home", ".ask", "cli_config"));
        Files.createDirectories(login.getParent());
        Files.writeString(login, LOGIN);
        Path tree = place.resolve("tree");
        Map<String, String> environment = new HashMap<>(alexa.environment());
        environment.put("GIT_DIR", tree.resolve(".git").toString());
        environment.put("GIT_WORK_TREE", tree.toString());
        environment.put("npm_config_offline", "true");
        environment.put("npm_config_update_notifier", "false");
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", place.resolve("home").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        ProjectCopy copy = new ProjectCopy(tree, environment);
        copy.fill();
        copy.commit();
        return copy;
    }

    private void fill() throws IOException {
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(from.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(ROOT.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(from.getFileName().toString())) {
                    // In a linked worktree .git is a file, and names a repository that must not be touched.
                    return FileVisitResult.CONTINUE;
                }
                Files.copy(from, folder.resolve(ROOT.relativize(from)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
        callTools();
    }

    /** What is installed stays where it is, and is called from here. */
    private void callTools() throws IOException {
        Path installed = ROOT.resolve(TOOLS).toRealPath();
        Path ask = folder.resolve(TOOLS).resolve(ASK);
        Files.createDirectories(ask.getParent());
        Files.writeString(ask, "#!/bin/sh\nexec '" + installed.resolve(ASK) + "' \"$@\"\n");
        Files.setPosixFilePermissions(ask, PosixFilePermissions.fromString("rwx------"));
        Path lock = Path.of("node_modules", ".package-lock.json");
        Files.copy(installed.resolve(lock), folder.resolve(TOOLS).resolve(lock), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void commit() throws IOException, InterruptedException {
        git("init", "--quiet");
        git("add", "--all");
        git("-c", "user.name=Rehearsal", "-c", "user.email=rehearsal@localhost", "commit", "--quiet", "-m", "Copy");
        assertThat(changes()).isEmpty();
    }

    /** What git sees as changed; empty if nothing is. */
    String changes() throws IOException, InterruptedException {
        return git("status", "--porcelain");
    }

    String git(String... words) throws IOException, InterruptedException {
        CommandRun.Ended ended = CommandRun.of(folder, environment, command("git", words));
        assertThat(ended.status())
                .as("git %s: %s", String.join(" ", words), ended.told())
                .isZero();
        return ended.out();
    }

    /** The real command line of Alexa's tools, called as docs/skill-package.md says. */
    CommandRun.Ended ask(String... words) throws IOException, InterruptedException {
        List<String> call = new ArrayList<>(List.of("npx", "--prefix", TOOLS.toString(), "ask"));
        call.addAll(List.of(words));
        return CommandRun.of(folder, environment, call);
    }

    CommandRun.Ended run(String script, String... words) throws IOException, InterruptedException {
        try (CommandRun run = start(script, words)) {
            return run.ended();
        }
    }

    CommandRun start(String script, String... words) throws IOException {
        return CommandRun.start(
                folder, environment, command(folder.resolve(script).toString(), words));
    }

    private static List<String> command(String first, String... words) {
        return Stream.concat(Stream.of(first), Stream.of(words)).toList();
    }

    /** Takes away what was built, and lets a build say this and fail. */
    void isNotBuilt(String error) throws IOException {
        Files.delete(folder.resolve(Path.of("local", "target", "built")));
        Files.writeString(folder.resolve(Path.of("scripts", "maven")), "#!/bin/sh\necho '" + error + "'; exit 1\n");
    }

    Path path() {
        return folder;
    }

    Path skillPackage() {
        return folder.resolve("skill-package");
    }

    /** What ask-cli remembers of its deployments. */
    Path states() {
        return folder.resolve(Path.of(".ask", "ask-states.json"));
    }

    Path login() {
        return folder.resolveSibling(Path.of("home", ".ask", "cli_config"));
    }
}
