package io.crowdchart.infra.rehearsal.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed request.
 *
 * @param service the service in the scope of its signature, such as {@code s3}
 * @param region the region in that scope
 * @param accessKey who signed it
 * @param method the HTTP method
 * @param path the decoded path
 * @param query the decoded query, a name without a value as an empty one
 * @param headers its headers, names in lower case
 * @param body its body
 */
record AwsRequest(
        String service,
        String region,
        String accessKey,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        Bytes body) {

    private static final Pattern CREDENTIAL =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request,.*");

    /**
     * Reads one.
     *
     * @throws UnknownCallException if it is not signed the way AWS wants it
     */
    static AwsRequest read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Matcher signed = CREDENTIAL.matcher(headers.getOrDefault("authorization", ""));
        if (!signed.matches()) {
            throw new UnknownCallException(line + " without a signature");
        }
        return new AwsRequest(
                signed.group(3),
                signed.group(2),
                signed.group(1),
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                decoded(Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                        .orElse("")),
                headers,
                Bytes.of(body));
    }

    /** The parameters in the body of a query protocol. */
    Map<String, String> form() {
        return decoded(text());
    }

    String text() {
        return body.text();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    private static Map<String, String> decoded(String pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs.split("&", -1)) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                String name = at < 0 ? pair : pair.substring(0, at);
                values.put(decode(name), at < 0 ? "" : decode(pair.substring(at + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
