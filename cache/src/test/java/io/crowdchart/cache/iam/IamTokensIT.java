package io.crowdchart.cache.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.MovableClock;
import io.crowdchart.embedded.lambda.CredentialsEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IamTokensIT {

    private static final Keys FIRST = new Keys("FIRST", "a/b+c=", Optional.of("of/the+first=="));
    private static final Keys SECOND = new Keys("SECOND", "another", Optional.of("of the second"));
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MovableClock clock = new MovableClock();
    private final CredentialsEndpoint server;
    private final IamConfig config;
    private final IamTokens tokens;

    IamTokensIT() {
        server = CredentialsEndpoint.start();
        config = new IamConfig(
                "skill",
                "charts",
                true,
                "eu-west-1",
                new KeySource.Endpoint(server.address(), Optional.of("open sesame"), Optional.empty()));
        tokens = new IamTokens(config, clock);
        gives(FIRST, clock.instant().plus(Duration.ofHours(6)));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_token_is_of_now_and_keys_are_kept() {
        String one = tokens.token(PATIENCE);
        assertThat(one).isEqualTo(signed(FIRST));
        clock.advance(Duration.ofMinutes(20));
        String another = tokens.token(PATIENCE);

        assertThat(another).isEqualTo(signed(FIRST)).isNotEqualTo(one);
        assertThat(server.heard()).containsExactly("open sesame");
    }

    @Test
    void keys_are_renewed_shortly_before_their_end() {
        var unused = tokens.token(PATIENCE);
        gives(SECOND, clock.instant().plus(Duration.ofHours(12)));

        clock.advance(Duration.ofHours(6).minusMinutes(5).minusSeconds(1));
        assertThat(tokens.token(PATIENCE)).isEqualTo(signed(FIRST));
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.token(PATIENCE)).isEqualTo(signed(SECOND));
    }

    @Test
    void keys_that_still_hold_are_better_than_none() {
        var unused = tokens.token(PATIENCE);
        server.answers(500, "");

        clock.advance(Duration.ofHours(6).minusSeconds(1));
        assertThat(tokens.token(PATIENCE)).isEqualTo(signed(FIRST));
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tokens.token(PATIENCE))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageEndingWith("answered with status 500");
    }

    @Test
    void forgotten_keys_are_asked_for_again() {
        var unused = tokens.token(PATIENCE);
        gives(SECOND, clock.instant().plus(Duration.ofHours(6)));

        tokens.forget();

        assertThat(tokens.token(PATIENCE)).isEqualTo(signed(SECOND));
    }

    @Test
    void an_endpoint_that_hangs_or_talks_nonsense_is_told_from_one_that_has_keys() {
        for (String nonsense : new String[] {
            "",
            "{}",
            "{\"AccessKeyId\":\"x\"}",
            "<html>",
            "{\"AccessKeyId\":\"x\"," + "\"SecretAccessKey\":\"s3cret\",\"Token\":\"t\",\"Expiration\":\"soon\"}"
        }) {
            server.answers(200, nonsense);
            assertThatThrownBy(() -> tokens.token(PATIENCE))
                    .as(nonsense)
                    .isInstanceOf(KeysUnavailableException.class)
                    .hasMessageNotContaining("s3cret");
        }
        server.fallsSilent();
        assertThatThrownBy(() -> tokens.token(Duration.ofMillis(50)))
                .isInstanceOf(KeysUnavailableException.class)
                .hasMessageContaining("cannot be asked");
    }

    @Test
    void what_the_endpoint_wants_to_hear_is_read_from_its_file_each_time(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("token");
        var source = new KeySource.Endpoint(server.address(), Optional.of("old"), Optional.of(file));
        var ofFile = new IamTokens(new IamConfig("skill", "charts", true, "eu-west-1", source), clock);
        assertThatThrownBy(() -> ofFile.token(PATIENCE)).isInstanceOf(KeysUnavailableException.class);
        for (String word : new String[] {"one", "two"}) {
            Files.writeString(file, word + "\n");
            var unused = ofFile.token(PATIENCE);
            ofFile.forget();
        }

        assertThat(server.heard()).containsExactly("one", "two");
    }

    private String signed(Keys keys) {
        return TokenSigner.token(config, keys, clock.instant());
    }

    private void gives(Keys given, Instant end) {
        server.gives(
                given.accessKeyId(),
                given.secretAccessKey(),
                given.sessionToken().orElseThrow(),
                end);
    }
}
