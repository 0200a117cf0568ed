package io.crowdchart.cache.iam;

import java.util.Optional;

/**
 * AWS credentials. Their text has no secret in it.
 *
 * @param accessKeyId says whose they are
 * @param secretAccessKey signs
 * @param sessionToken belongs to keys that are good for some time only
 */
public record Keys(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {

    public Keys {
        if (accessKeyId.isBlank() || secretAccessKey.isBlank()) {
            throw new IllegalArgumentException("AWS credentials have an id and a secret, was one without");
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Keys[" + accessKeyId + "]";
    }
}
