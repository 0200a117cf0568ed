package io.crowdchart.cache.iam;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the request "connect" with Signature Version 4, in its query. Without a scheme in front it is the token. */
final class TokenSigner {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "elasticache";
    private static final String GOOD_FOR_SECONDS = "900";
    private static final String NO_BODY = hex(sha256(""));
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private TokenSigner() {}

    static String token(IamConfig config, Keys keys, Instant at) {
        String time = TIME.format(at);
        String day = time.substring(0, 8);
        String scope = day + "/" + config.region() + "/" + SERVICE + "/aws4_request";
        String query = query(config, keys, time, scope);
        String request = "GET\n/\n" + query + "\nhost:" + config.cache() + "\n\nhost\n" + NO_BODY;
        String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n" + hex(sha256(request));
        String signature = hex(hmac(signingKey(config, keys, day), toSign));
        return config.cache() + "/?" + query + "&X-Amz-Signature=" + signature;
    }

    private static String query(IamConfig config, Keys keys, String time, String scope) {
        SortedMap<String, String> parameters = new TreeMap<>(Map.of(
                "Action",
                "connect",
                "User",
                config.user(),
                "X-Amz-Algorithm",
                ALGORITHM,
                "X-Amz-Credential",
                keys.accessKeyId() + "/" + scope,
                "X-Amz-Date",
                time,
                "X-Amz-Expires",
                GOOD_FOR_SECONDS,
                "X-Amz-SignedHeaders",
                "host"));
        if (config.serverless()) {
            parameters.put("ResourceType", "ServerlessCache");
        }
        keys.sessionToken().ifPresent(token -> parameters.put("X-Amz-Security-Token", token));
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static byte[] signingKey(IamConfig config, Keys keys, String day) {
        byte[] ofDay = hmac(("AWS4" + keys.secretAccessKey()).getBytes(StandardCharsets.UTF_8), day);
        return hmac(hmac(hmac(ofDay, config.region()), SERVICE), "aws4_request");
    }

    /** As RFC 3986 has it: everything but letters, digits and {@code -._~}. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
