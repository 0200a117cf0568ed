package io.crowdchart.cache.redis;

import io.crowdchart.cache.iam.IamTokens;
import io.crowdchart.cache.iam.KeysUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Makes connections that are logged in. One thread at a time. */
final class NewConnections {

    /** An endpoint for credentials is on this machine; it must leave time for the connection, and for a second try. */
    private static final Duration LONGEST_WAIT_FOR_KEYS = Duration.ofMillis(500);

    private final RedisConfig config;
    private final Optional<IamTokens> tokens;

    NewConnections(RedisConfig config, Clock clock) {
        this.config = config;
        this.tokens = config.login() instanceof Login.Iam iam
                ? Optional.of(new IamTokens(iam.config(), clock))
                : Optional.empty();
    }

    /**
     * A new connection.
     *
     * @throws JedisConnectionException if there is none now, for whichever reason
     */
    Connection open(HostAndPort address, Deadline deadline) {
        if (deadline.isOver()) {
            throw new JedisConnectionException("no time left for another connection");
        }
        boolean keysOfBefore = tokens.filter(IamTokens::hasKeys).isPresent();
        try {
            return new Connection(address, clientConfig(deadline));
        } catch (JedisConnectionException e) {
            throw e;
        } catch (KeysUnavailableException e) {
            throw new JedisConnectionException(e.getMessage(), e);
        } catch (JedisException e) {
            forgetKeys();
            if (keysOfBefore) {
                // They may have been taken away before their time.
                return open(address, deadline);
            }
            // Whatever is wrong before the first command, wrong credentials too, is no matter of this call.
            throw new JedisConnectionException(e.getMessage(), e);
        }
    }

    /** Drops the AWS credentials that it keeps; the next connection asks for new ones. */
    void forgetKeys() {
        tokens.ifPresent(IamTokens::forget);
    }

    private JedisClientConfig clientConfig(Deadline deadline) {
        var builder = DefaultJedisClientConfig.builder()
                // RESP2: what every server speaks unasked, so that there is no round trip before the first command.
                .serverDefaultProtocol()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        config.login().user().ifPresent(builder::user);
        password(deadline).ifPresent(builder::password);
        if (config.tls()) {
            builder.sslOptions(
                    SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
        }
        return builder.connectionTimeoutMillis(deadline.millisLeft(config.connectTimeout()))
                .socketTimeoutMillis(deadline.millisLeft(config.commandTimeout()))
                .build();
    }

    private Optional<String> password(Deadline deadline) {
        if (config.login() instanceof Login.Password login) {
            return Optional.of(login.password());
        }
        return tokens.map(made -> made.token(Duration.ofMillis(deadline.millisLeft(LONGEST_WAIT_FOR_KEYS))));
    }
}
