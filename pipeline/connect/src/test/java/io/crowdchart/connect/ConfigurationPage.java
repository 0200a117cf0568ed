package io.crowdchart.connect;

import io.crowdchart.connect.chart.ChartSink;
import io.crowdchart.connect.jetstream.JetstreamSource;
import io.crowdchart.connect.vote.VoteExtractor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.connect.source.SourceRecord;

/** Writes {@code docs/configuration.md}: every setting of every part of the plugin, from the code that reads it. */
final class ConfigurationPage {

    /** The command that writes the page anew. */
    static final String COMMAND = "./mvnw -q -pl pipeline/connect -am test -Dtest=ConfigurationPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwrite.docs=true";

    private static final String HEAD = """
            # Configuration of the Kafka Connect plugin

            Generated from the code; change the explanation of a setting where it is defined, then run
            `%s`.

            The files `pipeline/connect/connectors/*.json` configure the connectors on every host. What differs from host to
            host stands there as `${env:NAME}`:

            %s""";

    private record Section(String title, Class<?> type, String intro, ConfigDef settings) {}

    private static List<Section> sections() {
        return List.of(
                new Section(
                        "JetstreamSource",
                        JetstreamSource.class,
                        "The source connector: posts from Bluesky's Jetstream.",
                        new JetstreamSource().config()),
                new Section(
                        "VoteExtractor",
                        VoteExtractor.class,
                        "The transform of the source connector: posts become votes. Its settings stand under"
                                + " `transforms.votes.` in the connector's configuration.",
                        new VoteExtractor<SourceRecord>().config()),
                new Section(
                        "ChartSink",
                        ChartSink.class,
                        "The sink connector: charts into Redis.",
                        new ChartSink().config()));
    }

    private ConfigurationPage() {}

    static String written() {
        return HEAD.formatted(COMMAND, placeholders())
                + sections().stream().map(ConfigurationPage::written).collect(Collectors.joining());
    }

    private static String placeholders() {
        return "| name | settings |\n|---|---|\n"
                + Stream.of(ConnectorFile.jetstreamSource(), ConnectorFile.chartSink())
                        .flatMap(file -> file.placeholders().stream())
                        .distinct()
                        .map(name -> "| `" + name + "` | " + users(name) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String users(String placeholder) {
        return Stream.of(ConnectorFile.jetstreamSource(), ConnectorFile.chartSink())
                .flatMap(file -> file.config().entrySet().stream()
                        .filter(setting -> setting.getValue().contains("${env:" + placeholder + "}"))
                        .map(setting -> file.name() + ": `" + setting.getKey() + "`")
                        .sorted())
                .collect(Collectors.joining(", "));
    }

    private static String written(Section section) {
        return "\n## " + section.title() + "\n\n" + section.intro() + " Class `"
                + section.type().getName()
                + "`.\n\n| setting | what it says | type, values | default |\n|---|---|---|---|\n"
                + section.settings().configKeys().values().stream()
                        .sorted(Comparator.comparing((ConfigKey key) ->
                                        section.settings().groups().indexOf(key.group))
                                .thenComparing(key -> key.orderInGroup))
                        .map(ConfigurationPage::row)
                        .collect(Collectors.joining());
    }

    private static String row(ConfigKey key) {
        String values = key.validator == null ? "" : ", " + key.validator;
        return Stream.of(
                        "`" + key.name + "`",
                        key.documentation,
                        key.type.name().toLowerCase(Locale.ROOT) + values,
                        byDefault(key))
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String byDefault(ConfigKey key) {
        if (!key.hasDefault()) {
            return "none, must be set";
        }
        String value = key.type == ConfigDef.Type.PASSWORD
                ? ""
                : Objects.toString(ConfigDef.convertToString(key.defaultValue, key.type), "");
        return value.isEmpty() ? "empty" : "`" + value + "`";
    }
}
