package io.crowdchart.infra.rehearsal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket.
 *
 * @param encryption how it encrypts by default: the algorithm, or nothing
 * @param objects its objects by key
 */
record Bucket(String encryption, Map<String, byte[]> objects) {

    static Bucket of(Resource resource) {
        JsonNode rule = resource.properties()
                .at("/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm");
        return new Bucket(rule.asText(""), new LinkedHashMap<>());
    }
}
