package io.crowdchart.local.run;

import io.crowdchart.embedded.redis.RedisStartException;
import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.Languages;
import io.crowdchart.lambda.speech.Captions;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.lambda.title.Catalogue;
import io.crowdchart.lambda.title.ProfanityMode;
import io.crowdchart.lambda.title.TitleRules;
import io.crowdchart.local.feed.FeedException;
import io.crowdchart.local.pipeline.Plugin;
import io.crowdchart.local.pipeline.StartException;
import io.crowdchart.model.vote.VoteParser;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scripts/run}: reads the options; a wrong one ends with one line and status 2. */
@Command(
        name = "scripts/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs the whole way of a vote on this machine, from the post to the spoken answer.")
public final class RunCommand implements Callable<Integer> {

    private static final int WRONG_USE = 2;
    private static final String USUAL_LOCALE = "en-US";

    @Option(
            names = "--feed",
            paramLabel = "FILE",
            description = "Play this feed: JSON lines in the Jetstream v1 envelope (default: the built-in feed).")
    private @Nullable Path feed;

    @Option(names = "--live", description = "Listen to the public Jetstream hosts instead of playing a feed.")
    private boolean live;

    @Option(
            names = "--hashtag",
            paramLabel = "TAG",
            defaultValue = "KafkaSummit",
            description = "Count votes under this hashtag (default: ${DEFAULT-VALUE}).")
    private String hashtag = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone of the chart's days and hours, like Europe/Berlin (default: the machine's).")
    private @Nullable String zone;

    @Option(
            names = "--locale",
            paramLabel = "LOCALE",
            defaultValue = USUAL_LOCALE,
            description = "Talk with the skill as people do there, like de-DE (default: ${DEFAULT-VALUE}).")
    private String locale = USUAL_LOCALE;

    @Option(
            names = "--ask",
            paramLabel = "TEXT",
            description = "Ask this once the feed has arrived in Redis; may be given several times.")
    private List<String> questions = List.of();

    @Option(names = "--chart", paramLabel = "FILE", description = "Write the all-time chart, as read from Redis, here.")
    private @Nullable Path chart;

    @Option(
            names = "--profanity",
            paramLabel = "MODE",
            defaultValue = "hide",
            description =
                    "What becomes of titles with profanity: hide, bleep, catalogue or off (default: ${DEFAULT-VALUE}).")
    private String profanity = "";

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            description = "With --profanity catalogue: the only titles that are said, one a line.")
    private @Nullable Path catalogue;

    @Option(names = "--once", description = "End when all that is done.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port on which the skill takes raw Alexa requests (default: a free one).")
    private int port;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Keep everything in this folder, and go on from it next time (default: a temporary one).")
    private @Nullable Path keep;

    @Option(names = "--plugins", hidden = true, required = true)
    private Path plugins = Path.of("");

    @Option(names = "--running", hidden = true)
    private @Nullable Path running;

    @Option(names = "--terminal", hidden = true)
    private boolean terminal;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the command and ends the JVM with its status. */
    public static void main(String... args) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var line = new CommandLine(new RunCommand())
                .setParameterExceptionHandler((e, given) -> fail(err, e.getMessage()))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof StartException || e instanceof FeedException || e instanceof RedisStartException) {
                        return fail(err, e.getMessage());
                    }
                    throw e;
                });
        System.exit(line.execute(args));
    }

    private static int fail(PrintStream err, @Nullable String message) {
        String text = String.valueOf(message);
        err.println("scripts/run: " + text.lines().findFirst().orElse(text));
        return WRONG_USE;
    }

    @Override
    public Integer call() throws Exception {
        return new Run(settings(), Screen.onStandardStreams(terminal)).call();
    }

    private RunSettings settings() {
        check(!live || feed == null, "--live and --feed exclude each other");
        check(port >= 0 && port <= 65_535, "--port expects a number from 0 to 65535, was " + port);
        check(isWritable(chart), "--chart " + chart + ": expected a file that can be written");
        try {
            var unused = new VoteParser(hashtag);
        } catch (IllegalArgumentException e) {
            check(false, "--hashtag: " + e.getMessage());
        }
        boolean attended = terminal && !once;
        InteractionModel model = model();
        return new RunSettings(
                Optional.ofNullable(feed),
                live,
                hashtag,
                zone(),
                model,
                questions.isEmpty() && !attended && !once ? usualQuestions(model) : questions,
                Optional.ofNullable(chart),
                !attended,
                port,
                Optional.ofNullable(keep),
                Plugin.in(plugins),
                Optional.ofNullable(running),
                terminal,
                titles());
    }

    private TitleRules titles() {
        Optional<ProfanityMode> mode = ProfanityMode.named(profanity);
        check(mode.isPresent(), "--profanity: expected hide, bleep, catalogue or off, was '" + profanity + "'");
        boolean listed = mode.filter(ProfanityMode.CATALOGUE::equals).isPresent();
        check(listed == (catalogue != null), "--profanity catalogue and --catalogue FILE belong together");
        try {
            return catalogue == null
                    ? TitleRules.of(mode.orElse(ProfanityMode.HIDE))
                    : TitleRules.only(Catalogue.in(catalogue));
        } catch (IllegalArgumentException e) {
            check(false, "--catalogue: " + e.getMessage());
            return TitleRules.DEFAULT;
        }
    }

    private InteractionModel model() {
        try {
            return Languages.modelOf(locale);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--locale: " + e.getMessage(), e);
        }
    }

    /** The first two that the skill itself proposes, and how fresh the answers are. */
    private static List<String> usualQuestions(InteractionModel model) {
        Locale spoken = Locale.forLanguageTag(model.locales().get(0).locale());
        Stream<String> proposed = Captions.of(Messages.in(spoken)).examples().stream();
        Stream<String> fresh = model.intent("HowFreshIntent").stream().flatMap(intent -> intent.samples().stream());
        return Stream.concat(proposed.limit(2), fresh.limit(1)).toList();
    }

    /** The chart's zone has an IANA name, as Kafka Connect checks it too; a machine may have one without. */
    private ZoneId zone() {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (zone == null) {
            ZoneId machines = ZoneId.systemDefault();
            return known.contains(machines.getId()) ? machines : ZoneId.of("UTC");
        }
        check(known.contains(zone), "--zone: expected a name like Europe/Berlin, was '" + zone + "'");
        return ZoneId.of(zone);
    }

    private static boolean isWritable(@Nullable Path file) {
        if (file == null) {
            return true;
        }
        Path folder = file.toAbsolutePath().getParent();
        return folder != null
                && (Files.exists(file)
                        ? Files.isRegularFile(file) && Files.isWritable(file)
                        : Files.isWritable(folder));
    }

    private void check(boolean holds, String message) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
