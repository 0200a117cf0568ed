package io.crowdchart.cache.iam;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes tokens, each from now. It keeps credentials until shortly before their end. One thread at a time. */
public final class IamTokens {

    private final IamConfig config;
    private final Clock clock;
    private @Nullable LastingKeys known;

    public IamTokens(IamConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * A new token: the password of one connection.
     *
     * @param within how long to wait for an endpoint that has the credentials, for its connection and again for its answer
     * @throws KeysUnavailableException if there are no credentials
     */
    public String token(Duration within) {
        Instant now = clock.instant();
        return TokenSigner.token(config, keys(within, now), now);
    }

    /** Whether the next token may be signed with credentials of an earlier one. */
    public boolean hasKeys() {
        return known != null;
    }

    /** Drops the credentials: the next token asks for new ones. */
    public void forget() {
        known = null;
    }

    private Keys keys(Duration within, Instant now) {
        if (config.keys() instanceof KeySource.Endpoint endpoint) {
            return kept(new KeyEndpoint(endpoint), within, now);
        }
        return ((KeySource.Given) config.keys()).keys();
    }

    private Keys kept(KeyEndpoint endpoint, Duration within, Instant now) {
        LastingKeys before = known;
        if (before != null && before.isGoodForLong(now)) {
            return before.keys();
        }
        try {
            LastingKeys fresh = endpoint.fetch(within, now);
            known = fresh;
            return fresh.keys();
        } catch (KeysUnavailableException e) {
            if (before != null && before.isGood(now)) {
                return before.keys();
            }
            throw e;
        }
    }
}
