package io.crowdchart.embedded.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class GivenValuesTest {

    private final GivenValues values = new GivenValues();

    @Test
    void only_the_values_asked_for_are_given() {
        values.configure(Map.of("HOST", "127.0.0.1", "PORT", 6379));

        assertThat(values.get("", Set.of("PORT")).data()).isEqualTo(Map.of("PORT", "6379"));
    }

    @Test
    void a_missing_value_is_an_error_that_names_it() {
        values.configure(Map.of("HOST", "127.0.0.1"));

        assertThatThrownBy(() -> values.get("", Set.of("HOST", "USER", "PORT")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("the worker was given no value for PORT, USER");
    }

    @Test
    void settings_hide_the_values() {
        WorkerSettings settings =
                WorkerSettings.of("127.0.0.1:1", java.nio.file.Path.of("p"), Map.of("SECRET", "s3cr3t"));

        assertThat(settings.toString()).contains("SECRET").doesNotContain("s3cr3t");
    }
}
