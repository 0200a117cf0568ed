package io.crowdchart.embedded.redis;

import org.jspecify.annotations.Nullable;

/** redis-server did not start; the message is one line for people. */
public class RedisStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RedisStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
