package io.crowdchart.cache.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.DefaultRequest;
import com.amazonaws.auth.AWS4Signer;
import com.amazonaws.auth.AWSCredentials;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.auth.BasicSessionCredentials;
import com.amazonaws.auth.SdkClock;
import com.amazonaws.http.HttpMethodName;
import com.amazonaws.util.SdkHttpUtils;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against AWS's own signer. */
class TokenSignerTest {

    private static final Instant AT = Instant.parse("2026-11-23T06:07:08Z");

    @BeforeAll
    static void keepTheSdkQuiet() {
        System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
    }

    @Test
    void a_token_is_a_request_without_its_scheme() {
        var config =
                new IamConfig("chart-skill", "charts", true, "eu-west-1", new KeySource.Given(keys(new Random(1))));

        String token = TokenSigner.token(config, new Keys("AKID", "secret", Optional.empty()), AT);

        assertThat(token)
                .matches("charts/\\?Action=connect&ResourceType=ServerlessCache&User=chart-skill"
                        + "&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKID%2F20261123%2Feu-west-1%2Felasticache%2Faws4_request"
                        + "&X-Amz-Date=20261123T060708Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=[0-9a-f]{64}");
    }

    @Test
    void every_token_is_signed_as_the_sdk_signs_it() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("-Dseed=" + seed);
        var random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Keys keys = keys(random);
            var config = new IamConfig(
                    text(random, "abcdefghijklmnopqrstuvwxyz0123456789-ABC._~ +/*&=é", 1 + random.nextInt(40)),
                    "c" + text(random, "abcdefghijklmnopqrstuvwxyz0123456789-", random.nextInt(38)) + "9",
                    random.nextBoolean(),
                    List.of("us-east-1", "eu-west-1", "ap-northeast-3", "us-gov-west-1")
                            .get(random.nextInt(4)),
                    new KeySource.Given(keys));
            Instant at = Instant.ofEpochSecond(random.nextLong(4_000_000_000L));

            String token = TokenSigner.token(config, keys, at);

            String start = config.cache() + "/?";
            assertThat(token).startsWith(start);
            assertThat(token.substring(start.length()).split("&", -1))
                    .as("case %d", i)
                    .containsExactlyInAnyOrderElementsOf(signedBySdk(config, keys, at));
        }
    }

    private static Set<String> signedBySdk(IamConfig config, Keys keys, Instant at) {
        var request = new DefaultRequest<Void>("elasticache");
        request.setHttpMethod(HttpMethodName.GET);
        request.setEndpoint(URI.create("http://" + config.cache()));
        request.setResourcePath("/");
        request.addParameter("Action", "connect");
        request.addParameter("User", config.user());
        if (config.serverless()) {
            request.addParameter("ResourceType", "ServerlessCache");
        }
        var signer = new AWS4Signer(new SdkClock.MockClock(at.toEpochMilli()));
        signer.setServiceName("elasticache");
        signer.setRegionName(config.region());
        signer.setOverrideDate(Date.from(at));
        signer.presignRequest(request, credentials(keys), Date.from(at.plus(Duration.ofMinutes(15))));
        return request.getParameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + SdkHttpUtils.urlEncode(parameter.getValue().get(0), false))
                .collect(Collectors.toSet());
    }

    private static AWSCredentials credentials(Keys keys) {
        return keys.sessionToken()
                .<AWSCredentials>map(
                        token -> new BasicSessionCredentials(keys.accessKeyId(), keys.secretAccessKey(), token))
                .orElseGet(() -> new BasicAWSCredentials(keys.accessKeyId(), keys.secretAccessKey()));
    }

    private static Keys keys(Random random) {
        String base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
        return new Keys(
                text(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 20),
                text(random, base64, 40),
                random.nextBoolean() ? Optional.of(text(random, base64, 1 + random.nextInt(900))) : Optional.empty());
    }

    private static String text(Random random, String letters, int length) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            chosen.add(String.valueOf(letters.charAt(random.nextInt(letters.length()))));
        }
        // A name that is blank is none.
        return String.join("", chosen).isBlank() ? "x".repeat(length) : String.join("", chosen);
    }
}
