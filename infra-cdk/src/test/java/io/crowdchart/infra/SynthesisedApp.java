package io.crowdchart.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.rule.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * The app, synthesised with the flags of cdk.json, the validation of CloudFormation at its strictest and the rules of AWS
 * Solutions: what comes out has passed them. Each variant is made once in a JVM, as the first takes seconds.
 */
final class SynthesisedApp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Variant, Templates> MADE = new ConcurrentHashMap<>();

    private SynthesisedApp() {}

    /** The templates of a variant; not to be changed. */
    static Templates of(Variant variant) {
        return MADE.computeIfAbsent(variant, missing -> synthesise(missing.toString(), missing.context(), app -> {}));
    }

    /**
     * Synthesises anew.
     *
     * @param name of the folder below target/synth
     * @param context as options {@code -c} of the command line
     * @param fault what to change in the app before
     * @throws RuntimeException if a rule is broken; the message names it
     */
    static Templates synthesise(String name, Map<String, String> context, Consumer<App> fault) {
        Path folder = Path.of("target", "synth", name).toAbsolutePath();
        Map<String, String> given = new HashMap<>(placeholders());
        given.putAll(context);
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .analyticsReporting(false)
                .context(flags())
                .build());
        InfraApp.build(app, InfraConfig.from(key -> Optional.ofNullable(given.get(key))));
        fault.accept(app);
        try {
            app.synth();
        } catch (RuntimeException e) {
            throw new IllegalStateException(e.getMessage() + report(folder), e);
        }
        return Templates.in(folder);
    }

    private static Map<String, Object> flags() {
        try {
            JsonNode context = JSON.readTree(Path.of("cdk.json").toFile()).path("context");
            return JSON.convertValue(context, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String report(Path folder) {
        Path report = folder.resolve("validation-report.json");
        try {
            return Files.exists(report) ? "\n" + Files.readString(report) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stand in for what the build makes: its content does not matter here. */
    private static Map<String, String> placeholders() {
        return Map.of(
                "lambdaZip", placeholder("lambda.zip"),
                "pluginZip", placeholder("plugin.zip"),
                "mskIamJar", placeholder("msk-iam.jar"));
    }

    private static String placeholder(String name) {
        Path file = Path.of("target", "placeholders", name).toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
