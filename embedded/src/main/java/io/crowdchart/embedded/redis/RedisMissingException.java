package io.crowdchart.embedded.redis;

import org.jspecify.annotations.Nullable;

/** There is no redis-server that runs on this machine; the message says in one line what to install. */
public final class RedisMissingException extends RedisStartException {

    private static final long serialVersionUID = 1L;

    public RedisMissingException(@Nullable Throwable cause) {
        super(
                "no redis-server found that runs here: install one so that it is on the PATH"
                        + " (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis)",
                cause);
    }
}
