package io.crowdchart.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.infra.config.CacheChoice;
import io.crowdchart.infra.config.CacheEngine;
import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.config.KafkaChoice;
import io.crowdchart.infra.config.Profile;
import io.crowdchart.infra.config.TitleWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfraConfigTest {

    @TempDir
    private Path folder;

    private final Map<String, String> context = new HashMap<>();

    @BeforeEach
    void files() throws IOException {
        for (String key : new String[] {"lambdaZip", "pluginZip", "mskIamJar"}) {
            context.put(key, Files.writeString(folder.resolve(key), key).toString());
        }
    }

    private InfraConfig read() {
        return InfraConfig.from(key -> Optional.ofNullable(context.get(key)));
    }

    @Test
    void nothing_has_to_be_chosen() {
        InfraConfig config = read();

        assertThat(config.profile()).isEqualTo(Profile.SMALL);
        assertThat(config.zones()).isEmpty();
        assertThat(config.cache()).isEqualTo(new CacheChoice(CacheEngine.VALKEY, 1));
        assertThat(config.kafka()).isEqualTo(new KafkaChoice.Msk());
        assertThat(config.skillId()).isEmpty();
        assertThat(config.votes()).isEqualTo(new InfraConfig.Votes("KafkaSummit", "UTC", "now"));
        assertThat(config.titles()).isEqualTo(new TitleWish(TitleWish.Profanity.HIDE, Optional.empty()));
        assertThat(config.alerts().email()).isEmpty();
        assertThat(config.alerts().monthlyBudget()).isEmpty();
        assertThat(config.assets().connectorFiles()).hasSize(2);
    }

    @Test
    void everything_may_be_chosen() {
        context.putAll(Map.of(
                "profile", "medium",
                "cacheEngine", "redis",
                "kafka", "external",
                "kafkaBootstrapServers", "a.example.com:9092,b.example.com:9092,c.example.com:443",
                "kafkaSecret", "chart/kafka",
                "kafkaSaslMechanism", "SCRAM-SHA-512",
                "skillId", "amzn1.ask.skill.0f6a1c6e-7a3e-4c0e-9b0e-1d2c3b4a5f60",
                "hashtag", "Devoxx",
                "zone", "Europe/Brussels",
                "jetstreamStart", "2026-11-23T06:00:00Z"));
        context.putAll(Map.of("availabilityZones", "eu-west-1b, eu-west-1c", "cacheGibibytes", "12"));
        context.putAll(Map.of("alarmEmail", "me@example.com", "budget", "250"));
        context.putAll(Map.of("profanity", "catalogue", "catalogue", "src/test/catalogue.txt"));

        InfraConfig config = read();

        assertThat(config.profile()).isEqualTo(Profile.MEDIUM);
        assertThat(config.zones()).containsExactly("eu-west-1b", "eu-west-1c");
        assertThat(config.cache()).isEqualTo(new CacheChoice(CacheEngine.REDIS, 12));
        assertThat(config.kafka())
                .isEqualTo(new KafkaChoice.External(
                        "a.example.com:9092,b.example.com:9092,c.example.com:443", "chart/kafka", "SCRAM-SHA-512"));
        assertThat(config.kafka().ports()).containsExactly(9092, 443);
        assertThat(config.skillId()).contains("amzn1.ask.skill.0f6a1c6e-7a3e-4c0e-9b0e-1d2c3b4a5f60");
        assertThat(config.votes())
                .isEqualTo(new InfraConfig.Votes("Devoxx", "Europe/Brussels", "2026-11-23T06:00:00Z"));
        assertThat(config.titles())
                .isEqualTo(
                        new TitleWish(TitleWish.Profanity.CATALOGUE, Optional.of(Path.of("src/test/catalogue.txt"))));
        assertThat(config.alerts().email()).contains("me@example.com");
        assertThat(config.alerts().monthlyBudget()).contains(250);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "profile               | large         | profile is small or medium, was 'large'",
                "cacheEngine           | memcached     | cacheEngine is valkey or redis, was 'memcached'",
                "cacheGibibytes        | 0             | cacheGibibytes is a whole number of GiB from 1 to 99, was '0'",
                "cacheGibibytes        | 1.5           | cacheGibibytes is a whole number of GiB from 1 to 99, was '1.5'",
                "cacheGibibytes        | 100           | cacheGibibytes is a whole number of GiB from 1 to 99, was '100'",
                "kafka                 | serverless    | kafka is msk or external, was 'serverless'",
                "kafka                 | external      | kafka=external needs kafkaBootstrapServers and kafkaSecret",
                "skillId               | my-skill      | skillId is an id like amzn1.ask.skill.… with a UUID, was 'my-skill'",
                "zone                  | Berlin        | zone is an IANA time zone like Europe/Berlin, was 'Berlin'",
                "hashtag               | #Devoxx       | hashtag is a hashtag without #, was '#Devoxx'",
                "jetstreamStart        | yesterday     | jetstreamStart is now, earliest or a time, was 'yesterday'",
                "alarmEmail            | me            | alarmEmail is an e-mail address, was 'me'",
                "budget                | 1.5           | budget is whole US dollars a month, was '1.5'",
                "budget                | 100           | budget needs an alarmEmail",
                "profanity             | loud          | profanity is hide or bleep or catalogue or off, was 'loud'",
                "profanity             | catalogue     | profanity=catalogue and catalogue=FILE belong together",
                "catalogue             | pom.xml       | profanity=catalogue and catalogue=FILE belong together",
                "lambdaZip             | no/such.zip   | no/such.zip is missing: build it with scripts/maven -DskipTests package",
            })
    void a_wrong_choice_is_told(String key, String value, String message) {
        context.put(key, value);

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us-east-1a",
                "us-east-1a,us-east-1a",
                "us-east-1a,us-east-2b",
                "us-east-1a,us-east-1b,us-east-1c",
                "use1-az1,use1-az2",
                "us-east-1-bos-1a,us-east-1a",
                "Europe/Berlin",
            })
    void zones_are_two_of_one_region(String zones) {
        context.put("availabilityZones", zones);

        assertThatThrownBy(this::read)
                .hasMessage(
                        "availabilityZones is two availability zones of one region, like us-east-1a,us-east-1b, was '"
                                + zones + "'");
    }

    @Test
    void a_cache_is_as_large_as_its_profile_says_or_as_one_wishes() {
        context.put("profile", "medium");
        assertThat(read().cache().gibibytes()).isEqualTo(2);

        context.put("cacheGibibytes", "1");
        assertThat(read().cache().gibibytes()).isEqualTo(1);
    }

    @Test
    void a_catalogue_that_is_not_there_is_told() {
        context.putAll(Map.of("profanity", "catalogue", "catalogue", "no/such.txt"));

        assertThatThrownBy(this::read).hasMessage("catalogue is a text file with a title a line, was 'no/such.txt'");
    }

    @Test
    void all_faults_are_told_at_once() {
        context.put("profile", "large");
        context.put("kafka", "external");
        context.put("kafkaBootstrapServers", "no-port");
        context.put("kafkaSaslMechanism", "GSSAPI");

        assertThatThrownBy(this::read)
                .hasMessageContaining("profile is small or medium")
                .hasMessageContaining("kafkaBootstrapServers is host:port, separated by commas, was 'no-port'")
                .hasMessageContaining("kafkaSaslMechanism is one of PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, was 'GSSAPI'")
                .hasMessageContaining("kafka=external needs kafkaBootstrapServers and kafkaSecret");
    }

    @Test
    void a_blank_choice_is_none() {
        context.put("skillId", " ");

        assertThat(read().skillId()).isEmpty();
    }

    @Test
    void the_page_tells_every_choice() throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/crowdchart/infra/config/ContextReading.java"));
        String page = Files.readString(Path.of("../docs/deploying.md"));

        List<String> keys = Pattern.compile("(?:text|matching|choice|path)\\(\\s*\"([A-Za-z]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(keys).hasSizeGreaterThan(15).allMatch(key -> page.contains("`" + key + "`"));
    }
}
