package io.crowdchart.connect.vote;

import io.crowdchart.connect.post.ZoneValidator;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.model.vote.Pseudonyms;
import io.crowdchart.model.vote.VoteParser;
import java.time.ZoneId;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** The settings of {@link VoteExtractor}. */
final class VoteExtractorConfig extends AbstractConfig {

    static final String HASHTAG = "hashtag";
    static final String SECRET = "secret";
    static final String ZONE = "zone";
    static final String TOPIC = "topic";

    private static final String GROUP = "Votes";

    VoteExtractorConfig(Map<String, ?> settings) {
        super(definition(), settings, false);
    }

    static ConfigDef definition() {
        return new ConfigDef()
                .define(
                        HASHTAG,
                        ConfigDef.Type.STRING,
                        "KafkaSummit",
                        ConfigDef.LambdaValidator.with(VoteExtractorConfig::checkHashtag, () -> "a hashtag"),
                        Importance.HIGH,
                        "The hashtag that makes a post a vote, with or without #, in any case.",
                        GROUP,
                        1,
                        Width.MEDIUM,
                        "Hashtag")
                .define(
                        SECRET,
                        ConfigDef.Type.PASSWORD,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                VoteExtractorConfig::checkSecret,
                                () -> "at least " + Pseudonyms.MIN_SECRET_CHARS + " characters"),
                        Importance.HIGH,
                        "The secret under which posts and voters get their pseudonyms. It belongs to the data: with"
                                + " another one everybody is counted a second time.",
                        GROUP,
                        2,
                        Width.LONG,
                        "Secret")
                .define(
                        ZONE,
                        ConfigDef.Type.STRING,
                        "UTC",
                        new ZoneValidator(),
                        Importance.HIGH,
                        "The time zone of the chart: it decides in which day and hour a vote counts. The same as the"
                                + " source's.",
                        GROUP,
                        3,
                        Width.MEDIUM,
                        "Time zone")
                .define(
                        TOPIC,
                        ConfigDef.Type.STRING,
                        Topic.VOTES.topicName(),
                        new NonEmptyString(),
                        Importance.LOW,
                        "The topic of the votes.",
                        GROUP,
                        4,
                        Width.MEDIUM,
                        "Topic");
    }

    VoteParser parser() {
        return new VoteParser(getString(HASHTAG));
    }

    Pseudonyms pseudonyms() {
        return new Pseudonyms(getPassword(SECRET).value());
    }

    ZoneId zone() {
        return ZoneId.of(getString(ZONE));
    }

    String topic() {
        return getString(TOPIC);
    }

    private static void checkHashtag(String name, @Nullable Object value) {
        try {
            new VoteParser(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
    }

    private static void checkSecret(String name, @Nullable Object value) {
        if (value instanceof Password secret) {
            try {
                new Pseudonyms(secret.value());
            } catch (IllegalArgumentException e) {
                throw new ConfigException(name, value, e.getMessage());
            }
        }
    }
}
