package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.KafkaChoice;
import java.util.Map;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** A Kafka that is there already, with topics that {@code scripts/chart topics} made. */
public final class ExternalKafka extends Construct implements KafkaAccess {

    /** The key in the JSON of the secret. */
    private static final String LOGIN = "sasl.jaas.config";

    private final KafkaChoice.External choice;
    private final ISecret login;

    public ExternalKafka(Construct scope, String id, KafkaChoice.External choice) {
        super(scope, id);
        this.choice = choice;
        this.login = software.amazon.awscdk.services.secretsmanager.Secret.fromSecretNameV2(
                this, "Login", choice.secretName());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                choice.bootstrapServers(),
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                choice.saslMechanism(),
                // Kafka's own, which it would take anyway.
                "KAFKA_SASL_CALLBACK_HANDLER",
                "org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler",
                "KAFKA_REPLICATION",
                Integer.toString(replication()));
    }

    @Override
    public Map<String, Secret> secrets() {
        return Map.of("KAFKA_SASL_JAAS_CONFIG", Secret.fromSecretsManager(login, LOGIN));
    }

    /** What hosted Kafkas want. */
    @Override
    public int replication() {
        return 3;
    }

    @Override
    public boolean usesIam() {
        return false;
    }

    @Override
    public void grant(IRole role, Needs needs) {
        // Its own access lists decide.
    }
}
