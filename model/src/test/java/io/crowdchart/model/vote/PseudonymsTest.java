package io.crowdchart.model.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = new Pseudonyms("a secret of some length");

    @Test
    void a_post_and_a_voter_have_the_same_pseudonym_every_time() {
        Pseudonyms again = new Pseudonyms("a secret of some length");
        assertThat(again.ofPost("bluesky", "at://did:plc:a/x/1"))
                .isEqualTo(pseudonyms.ofPost("bluesky", "at://did:plc:a/x/1"));
        assertThat(again.ofVoter("bluesky", "did:plc:a")).isEqualTo(pseudonyms.ofVoter("bluesky", "did:plc:a"));
    }

    @Test
    void names_cannot_be_read_from_them() {
        assertThat(pseudonyms.ofPost("bluesky", "at://did:plc:a/x/1")).matches("bluesky:[A-Za-z0-9_-]{43}");
        assertThat(pseudonyms.ofVoter("bluesky", "did:plc:a")).matches("[A-Za-z0-9_-]{43}");
        assertThat(pseudonyms).asString().doesNotContain("length");
    }

    @Test
    void another_source_account_or_secret_has_another_one() {
        String voter = pseudonyms.ofVoter("bluesky", "did:plc:a");
        assertThat(pseudonyms.ofVoter("mastodon", "did:plc:a")).isNotEqualTo(voter);
        assertThat(pseudonyms.ofVoter("bluesky", "did:plc:b")).isNotEqualTo(voter);
        assertThat(new Pseudonyms("another secret of length").ofVoter("bluesky", "did:plc:a"))
                .isNotEqualTo(voter);
    }

    @Test
    void is_the_hash_that_every_other_implementation_computes() {
        // printf 'bluesky:did:plc:a' | openssl dgst -sha256 -hmac 'a secret of some length' -binary | base64url
        assertThat(pseudonyms.ofVoter("bluesky", "did:plc:a")).isEqualTo("p6dtaV6f_S4yWqdxG2Pc1ibLFD9qq4mbbe6SPm82TR0");
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatThrownBy(() -> new Pseudonyms("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the vote secret needs at least 16 characters, has 5");
    }
}
