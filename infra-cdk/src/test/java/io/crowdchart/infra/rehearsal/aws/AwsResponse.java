package io.crowdchart.infra.rehearsal.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a service sends back. */
record AwsResponse(int status, Map<String, String> headers, byte[] body) {

    static AwsResponse xml(int status, String body) {
        return new AwsResponse(status, Map.of("Content-Type", "text/xml"), utf8(body));
    }

    static AwsResponse json(int status, String body) {
        return new AwsResponse(status, Map.of("Content-Type", "application/x-amz-json-1.1"), utf8(body));
    }

    static AwsResponse empty(Map<String, String> headers) {
        return new AwsResponse(200, headers, new byte[0]);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
