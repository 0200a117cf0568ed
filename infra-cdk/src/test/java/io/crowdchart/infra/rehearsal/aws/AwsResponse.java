package io.crowdchart.infra.rehearsal.aws;

import java.util.Map;

/** What a service sends back. */
record AwsResponse(int status, Map<String, String> headers, Bytes body) {

    static AwsResponse xml(int status, String body) {
        return new AwsResponse(status, Map.of("Content-Type", "text/xml"), Bytes.of(body));
    }

    static AwsResponse json(int status, String body) {
        return new AwsResponse(status, Map.of("Content-Type", "application/x-amz-json-1.1"), Bytes.of(body));
    }

    static AwsResponse empty(Map<String, String> headers) {
        return new AwsResponse(200, headers, Bytes.of(""));
    }
}
