package io.crowdchart.ksql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key of a post. A key of any size is a post like any other, but it must not travel on: copied beside a value
 * into the votes' changelog it could be more than a producer sends, and stop the counting for good. A digest names the
 * post as well, because the key is in no result.
 */
final class PostKeyDeserializer implements Deserializer<String> {

    static final int MAX_BYTES = 1_000;

    @Override
    public @Nullable String deserialize(String topic, byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        return key.length <= MAX_BYTES ? new String(key, StandardCharsets.UTF_8) : "sha-256:" + digest(key);
    }

    private static String digest(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
