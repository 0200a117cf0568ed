package io.crowdchart.model.vote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces the names of posts and accounts by keyed hashes (HMAC-SHA256, base64url without padding), so that no handle,
 * account id or post id reaches Kafka or Redis.
 *
 * <p>The secret belongs to the data: with another one, everybody would be counted a second time. Safe for use by many
 * threads.
 */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    /** Below this a secret can be guessed by trying. */
    public static final int MIN_SECRET_CHARS = 16;

    private final SecretKeySpec key;

    /**
     * Pseudonyms under one secret.
     *
     * @throws IllegalArgumentException if the secret is shorter than {@value #MIN_SECRET_CHARS} characters
     */
    public Pseudonyms(String secret) {
        if (secret.length() < MIN_SECRET_CHARS) {
            throw new IllegalArgumentException(
                    "the vote secret needs at least " + MIN_SECRET_CHARS + " characters, has " + secret.length());
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The key of a post in the {@code votes} topic, {@code <source>:<hash>}. */
    public String ofPost(String source, String postId) {
        return source + ":" + hash(postId);
    }

    /** The voter behind an account of a source. */
    public String ofVoter(String source, String account) {
        return hash(source + ":" + account);
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "Pseudonyms[secret]";
    }
}
