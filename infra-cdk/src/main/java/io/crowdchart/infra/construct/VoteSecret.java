package io.crowdchart.infra.construct;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** The secret under which posts and voters get their pseudonyms. Nobody has to know it. */
public final class VoteSecret extends Construct {

    private final Secret secret;

    public VoteSecret(Construct scope, String id) {
        super(scope, id);
        secret = Secret.Builder.create(this, "Secret")
                .description("Crowd Chart: the pseudonyms of posts and voters; belongs to the votes in Kafka")
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Reasons.acknowledge(
                secret, "SMG4", "It belongs to the votes: with another one everybody would be counted twice.");
    }

    public ISecret secret() {
        return secret;
    }
}
