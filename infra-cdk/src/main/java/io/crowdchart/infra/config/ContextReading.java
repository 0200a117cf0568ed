package io.crowdchart.infra.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a configuration and collects its faults meanwhile, so that all of them are told at once. */
final class ContextReading {

    private static final Pattern SERVERS =
            Pattern.compile("[A-Za-z0-9.-]+:[1-9][0-9]{0,4}(,[A-Za-z0-9.-]+:[1-9][0-9]{0,4})*");
    /** The first one, its region, and the letters of both. */
    private static final Pattern ZONES = Pattern.compile("(([a-z]{2}(?:-[a-z]+)+-[0-9])([a-z]))\\s*,\\s*\\2([a-z])");

    private static final Pattern SKILL_ID = Pattern.compile("amzn1\\.ask\\.skill\\.[0-9a-f-]{36}");
    private static final Pattern HASHTAG = Pattern.compile("[\\p{L}\\p{N}_]{1,100}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9/_+=.@-]{1,512}");
    private static final Pattern START = Pattern.compile("now|earliest|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|[0-9]{16}");

    private static final List<String> MECHANISMS = List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");

    private final Function<String, Optional<String>> context;
    private final List<String> faults = new ArrayList<>();

    ContextReading(Function<String, Optional<String>> context) {
        this.context = context;
    }

    InfraConfig config() {
        Profile profile = choice("profile", Profile.SMALL);
        InfraConfig config = new InfraConfig(
                profile,
                zones(),
                cache(profile),
                kafka(),
                matching("skillId", SKILL_ID, "an id like amzn1.ask.skill.… with a UUID"),
                votes(),
                titles(),
                alerts(),
                assets());
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return config;
    }

    private List<String> zones() {
        Optional<String> text = text("availabilityZones");
        if (text.isEmpty()) {
            return List.of();
        }
        Matcher zones = ZONES.matcher(text.get());
        if (!zones.matches() || zones.group(3).equals(zones.group(4))) {
            faults.add("availabilityZones is two availability zones of one region, like us-east-1a,us-east-1b, was '"
                    + text.get() + "'");
            return List.of();
        }
        return List.of(zones.group(1), zones.group(2) + zones.group(4));
    }

    private CacheChoice cache(Profile profile) {
        return new CacheChoice(
                choice("cacheEngine", CacheEngine.VALKEY),
                matching("cacheGibibytes", Pattern.compile("[1-9][0-9]?"), "a whole number of GiB from 1 to 99")
                        .map(Integer::valueOf)
                        .orElse(profile.cacheGibibytes()));
    }

    private KafkaChoice kafka() {
        String kind = text("kafka").orElse("msk");
        if (kind.equals("msk")) {
            return new KafkaChoice.Msk();
        }
        if (!kind.equals("external")) {
            faults.add("kafka is msk or external, was '" + kind + "'");
            return new KafkaChoice.Msk();
        }
        Optional<String> servers = matching("kafkaBootstrapServers", SERVERS, "host:port, separated by commas");
        Optional<String> secret = matching("kafkaSecret", SECRET, "the name of a secret");
        String mechanism = text("kafkaSaslMechanism").orElse("PLAIN");
        if (!MECHANISMS.contains(mechanism)) {
            faults.add("kafkaSaslMechanism is one of " + String.join(", ", MECHANISMS) + ", was '" + mechanism + "'");
        }
        if (servers.isEmpty() || secret.isEmpty()) {
            faults.add("kafka=external needs kafkaBootstrapServers and kafkaSecret");
            return new KafkaChoice.Msk();
        }
        return new KafkaChoice.External(servers.get(), secret.get(), mechanism);
    }

    private InfraConfig.Votes votes() {
        String zone = text("zone").orElse("UTC");
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            faults.add("zone is an IANA time zone like Europe/Berlin, was '" + zone + "'");
        }
        return new InfraConfig.Votes(
                matching("hashtag", HASHTAG, "a hashtag without #").orElse("KafkaSummit"),
                zone,
                matching("jetstreamStart", START, "now, earliest or a time").orElse("now"));
    }

    private TitleWish titles() {
        TitleWish.Profanity profanity = choice("profanity", TitleWish.Profanity.HIDE);
        Optional<Path> catalogue = text("catalogue").map(Path::of);
        if ((profanity == TitleWish.Profanity.CATALOGUE) != catalogue.isPresent()) {
            faults.add("profanity=catalogue and catalogue=FILE belong together");
        }
        catalogue
                .filter(file -> !Files.isRegularFile(file))
                .ifPresent(file -> faults.add("catalogue is a text file with a title a line, was '" + file + "'"));
        return new TitleWish(profanity, catalogue);
    }

    private Alerts alerts() {
        Optional<String> email = matching("alarmEmail", EMAIL, "an e-mail address");
        Optional<Integer> budget = matching("budget", Pattern.compile("[1-9][0-9]{0,5}"), "whole US dollars a month")
                .map(Integer::valueOf);
        if (budget.isPresent() && email.isEmpty()) {
            faults.add("budget needs an alarmEmail");
        }
        return new Alerts(email, budget);
    }

    private ChartAssets assets() {
        ChartAssets assets = new ChartAssets(
                path("lambdaZip", "../lambda/target/crowd-chart-lambda-1.0.0-SNAPSHOT.zip"),
                path("pluginZip", "../pipeline/connect/target/crowd-chart-connect-1.0.0-SNAPSHOT.zip"),
                path("mskIamJar", "target/assets/aws-msk-iam-auth.jar"),
                path("statements", "../pipeline/ksql/statements/chart.sql"),
                path("connectors", "../pipeline/connect/connectors"),
                path("worker", "worker"));
        assets.missing()
                .forEach(path -> faults.add(path + " is missing: build it with scripts/maven -DskipTests package"));
        return assets;
    }

    private Path path(String key, String preset) {
        return Path.of(text(key).orElse(preset));
    }

    private <E extends Enum<E>> E choice(String key, E preset) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return preset;
        }
        List<E> choices = List.of(preset.getDeclaringClass().getEnumConstants());
        for (E choice : choices) {
            if (name(choice).equals(text.get())) {
                return choice;
            }
        }
        faults.add(key + " is " + choices.stream().map(ContextReading::name).collect(Collectors.joining(" or "))
                + ", was '" + text.get() + "'");
        return preset;
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private Optional<String> matching(String key, Pattern pattern, String expected) {
        Optional<String> text = text(key);
        if (text.isPresent() && !pattern.matcher(text.get()).matches()) {
            faults.add(key + " is " + expected + ", was '" + text.get() + "'");
            return Optional.empty();
        }
        return text;
    }

    private Optional<String> text(String key) {
        return context.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }
}
