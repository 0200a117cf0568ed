package io.crowdchart.infra.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.infra.rehearsal.aws.Account;
import io.crowdchart.infra.rehearsal.aws.AwsStub;
import io.crowdchart.infra.rehearsal.aws.Call;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.infra.rehearsal.aws.StackOperation;
import io.crowdchart.infra.rehearsal.aws.StackView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A deployment from the first command to the last, made once for all tests of this JVM.
 *
 * @param synth how {@code cdk synth} ended, before anything was asked of AWS
 * @param bootstrap how {@code cdk bootstrap} ended
 * @param deploy how the first {@code cdk deploy} ended
 * @param diff how {@code cdk diff} ended after it
 * @param again how the second {@code cdk deploy} ended
 * @param destroy how {@code cdk destroy} ended
 * @param assembly the folder with what was synthesised
 * @param outputs what {@code --outputs-file} got
 * @param stacks the stacks of the app as they stood before they were destroyed, in the order of their creation
 * @param objects all that was uploaded, by {@code bucket/key}
 * @param operations what was done with stacks, in its order
 * @param calls all calls to AWS
 * @param refused what was asked of AWS and is not known here
 * @param left the names of the stacks that stood at the end
 * @param retained the resources that were left behind
 * @param changesBefore what git said of the project before the first command
 * @param changesAfter what it said after the last
 * @param folder what goes with this JVM
 */
record Rehearsal(
        CdkCommand.Result synth,
        CdkCommand.Result bootstrap,
        CdkCommand.Result deploy,
        CdkCommand.Result diff,
        CdkCommand.Result again,
        CdkCommand.Result destroy,
        Path assembly,
        JsonNode outputs,
        Map<String, StackView> stacks,
        Map<String, byte[]> objects,
        List<StackOperation> operations,
        List<Call> calls,
        List<String> refused,
        List<String> left,
        List<Resource> retained,
        String changesBefore,
        String changesAfter,
        Path folder) {

    /** The skill that is deployed. */
    static final String SKILL_ID = "amzn1.ask.skill.0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    /** The stack of the bootstrapping, which stays. */
    static final String TOOLKIT = "CDKToolkit";

    private static final FutureTask<Rehearsal> ONCE = new FutureTask<>(Rehearsal::made);

    /** Makes it, or gives the one that was made before; if that failed, it has failed for all. */
    static Rehearsal once() {
        // Nothing happens when it has run already.
        ONCE.run();
        try {
            return ONCE.get();
        } catch (ExecutionException e) {
            throw new AssertionError("the rehearsal failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rehearsal was on", e);
        }
    }

    /** The stack with this name, without what all of their names begin with. */
    StackView stack(String name) {
        return Optional.ofNullable(stacks.get("CrowdChart" + name)).orElseThrow();
    }

    /** The bytes of an object, as {@code bucket/key}. */
    byte[] object(String name) {
        return Optional.ofNullable(objects.get(name))
                .orElseThrow(() -> new AssertionError(name + " was not uploaded; there are " + objects.keySet()));
    }

    private static Rehearsal made() {
        // Removes the folder with this JVM: other tests still run what was uploaded from there.
        Watchdog watchdog = Watchdog.start();
        Path folder = watchdog.newFolder("crowd-chart-rehearsal-");
        ProjectCopy copy = ProjectCopy.into(folder.resolve("project"));
        try (AwsStub aws = AwsStub.start()) {
            Path home = Files.createDirectories(folder.resolve("home"));
            CdkCommand cdk = new CdkCommand(copy.infra(), home, aws.endpoint(), watchdog);
            return played(cdk, aws, copy.infra(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rehearsal played(CdkCommand cdk, AwsStub aws, Path infra, Path folder) throws IOException {
        String before = ProjectCopy.changes();
        var synth = told(cdk.withoutCredentials().run("synth", "--quiet"));
        if (!aws.calls().isEmpty() || !aws.refused().isEmpty()) {
            throw new AssertionError("cdk synth needs nothing of AWS, but asked " + aws.calls() + aws.refused());
        }
        var bootstrap = told(cdk.run("bootstrap", "aws://" + Account.ID + "/" + Account.REGION));
        String[] context = {"-c", "skillId=" + SKILL_ID, "-c", "alarmEmail=ops@example.org", "-c", "budget=300"};
        var deploy = told(cdk.run(
                with(context, "deploy", "--all", "--require-approval", "never", "--outputs-file", "outputs.json")));
        // It synthesises once more: what the app says must not change from run to run.
        var diff = told(cdk.run(with(context, "diff", "--fail")));
        var again = told(cdk.run("deploy", "--all", "--require-approval", "never", "--app", "cdk.out"));
        Map<String, StackView> stacks = new LinkedHashMap<>();
        aws.stacks().stream().filter(name -> !name.equals(TOOLKIT)).forEach(name -> stacks.put(name, aws.stack(name)));
        Map<String, byte[]> objects = aws.account().objects();
        var destroy = told(cdk.run("destroy", "--all", "--force", "--app", "cdk.out"));
        return new Rehearsal(
                synth,
                bootstrap,
                deploy,
                diff,
                again,
                destroy,
                infra.resolve("cdk.out"),
                new ObjectMapper().readTree(infra.resolve("outputs.json").toFile()),
                stacks,
                objects,
                aws.operations(),
                aws.calls(),
                aws.refused(),
                aws.stacks(),
                aws.retained(),
                before,
                ProjectCopy.changes(),
                folder);
    }

    private static CdkCommand.Result told(CdkCommand.Result result) {
        System.out.printf(
                "cdk %s: %.1f s%n", result.command().get(0), result.took().toMillis() / 1000.0);
        return result.orFail();
    }

    private static String[] with(String[] context, String... words) {
        String[] all = Arrays.copyOf(words, words.length + context.length);
        System.arraycopy(context, 0, all, words.length, context.length);
        return all;
    }
}
