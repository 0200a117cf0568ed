package io.crowdchart.connect.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class VoteExtractorConfigTest {

    private static List<String> errors(Map<String, String> settings) {
        return VoteExtractorConfig.definition().validate(settings).stream()
                .map(ConfigValue::errorMessages)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void has_defaults_for_all_but_the_secret() {
        var config = new VoteExtractorConfig(Map.of("secret", "0123456789abcdef"));

        assertThat(config.getString("hashtag")).isEqualTo("KafkaSummit");
        assertThat(config.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(config.topic()).isEqualTo("votes");
        assertThat(errors(Map.of()))
                .singleElement()
                .asString()
                .contains("\"secret\"")
                .contains("no default");
    }

    @Test
    void takes_every_setting() {
        var config = new VoteExtractorConfig(
                Map.of("hashtag", "#Summer", "secret", "0123456789abcdef", "zone", "Asia/Tokyo", "topic", "ballots"));

        assertThat(config.getString("hashtag")).isEqualTo("#Summer");
        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(config.topic()).isEqualTo("ballots");
    }

    @Test
    void reports_all_problems_at_once_and_never_the_secret() {
        assertThat(errors(Map.of("hashtag", "two words", "secret", "too short", "zone", "+02:00", "topic", "")))
                .hasSize(4)
                .anySatisfy(error -> assertThat(error).contains("hashtag", "letters, digits and underscores"))
                .anySatisfy(error -> assertThat(error).contains("secret", "at least 16 characters, has 9"))
                .anySatisfy(error -> assertThat(error).contains("zone", "IANA time zone like Europe/Berlin"))
                .anySatisfy(error -> assertThat(error).contains("topic"))
                .noneSatisfy(error -> assertThat(error).contains("too short"));
    }

    @Test
    void documents_every_setting() {
        assertThat(VoteExtractorConfig.definition().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation).isNotBlank());
    }
}
