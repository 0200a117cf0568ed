package io.crowdchart.cache.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.setting.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySourceTest {

    @Test
    void keys_in_the_environment_come_first() {
        Map<String, String> environment = Map.of(
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "s3cret",
                "AWS_SESSION_TOKEN", "t0ken",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001/keys");

        assertThat(read(environment))
                .contains(new KeySource.Given(new Keys("id", "s3cret", Optional.of("t0ken"))))
                .hasValueSatisfying(source -> assertThat(source.toString()).doesNotContain("s3cret", "t0ken"));
    }

    @Test
    void a_container_names_a_path_of_its_agent() {
        assertThat(read(Map.of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials/1")))
                .contains(new KeySource.Endpoint(
                        URI.create("http://169.254.170.2/v2/credentials/1"), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_restored_function_names_an_endpoint_and_what_it_wants_to_hear() {
        assertThat(read(Map.of(
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001/keys",
                        "AWS_CONTAINER_AUTHORIZATION_TOKEN", "p4ssword",
                        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/a/file")))
                .contains(new KeySource.Endpoint(
                        URI.create("http://127.0.0.1:9001/keys"),
                        Optional.of("p4ssword"),
                        Optional.of(Path.of("/a/file"))))
                .hasValueSatisfying(source -> assertThat(source.toString()).doesNotContain("p4ssword"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://keys.example.org/x, true",
        "http://localhost:9001/x, true",
        "http://[::1]:9001/x, true",
        "http://[fd00:ec2::23]/x, true",
        "http://169.254.170.23/x, true",
        "http://keys.example.org/x, false",
        "http://localhost.example.org/x, false",
        "http://127.0.0.1@example.org/x, false",
        "ftp://127.0.0.1/x, false",
        "/v2/keys, false",
        "http://a b, false"
    })
    void keys_are_not_asked_for_in_the_clear_beyond_this_machine(String address, boolean good) {
        Map<String, String> environment = Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", address);

        assertThat(read(environment).isPresent()).isEqualTo(good);
    }

    @Test
    void an_environment_without_credentials_is_a_fault_and_so_is_one_without_a_region() {
        var settings = new Settings(Map.of("AWS_ACCESS_KEY_ID", "id"));

        assertThat(IamConfig.read("skill", "Charts", true, settings)).isEmpty();

        assertThat(settings.faults())
                .containsExactly(
                        "AWS_REGION is missing",
                        "there are no AWS credentials: neither AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
                                + " nor AWS_CONTAINER_CREDENTIALS_RELATIVE_URI, nor AWS_CONTAINER_CREDENTIALS_FULL_URI",
                        "the name of a cache is lower-case letters, digits and hyphens, was 'Charts'");
    }

    private static Optional<KeySource> read(Map<String, String> environment) {
        return KeySource.read(new Settings(environment));
    }
}
