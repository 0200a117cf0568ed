package io.crowdchart.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

class OutageTest {

    private final RedisConfig config = RedisConfig.node("127.0.0.1", 6379);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOADING Redis is loading the dataset in memory",
                "READONLY You can't write against a read only replica.",
                "MASTERDOWN Link with MASTER is down",
                "OOM command not allowed when used memory > 'maxmemory'.",
                "BUSY Redis is busy running a script.",
                "CLUSTERDOWN The cluster is down",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "NOAUTH Authentication required.",
                "WRONGPASS invalid username-password pair or user is disabled.",
                "NOPERM this user has no permissions",
                "MISCONF Redis is configured to save RDB snapshots",
                "NOREPLICAS Not enough good replicas to write.",
                "ERR max number of clients reached",
                "ERR Error running script (call to f_0a): @user_script:57: @user_script: 57: -OOM command not allowed",
                "ERR Error running script (call to f_0a): @user_script:57: -READONLY You can't write",
                "OOM command not allowed when used memory > 'maxmemory'. script: 0a, on @user_script:57."
            })
    void a_reply_that_says_not_now_is_an_outage(String message) {
        assertThat(Outage.isOutage(new JedisDataException(message))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WRONGTYPE Operation against a key holding the wrong kind of value",
                "ERR unknown command 'ZMSCORE'",
                "ERR the song OOM is not a number",
                "CROSSSLOT Keys in request don't hash to the same slot",
                "NOSCRIPT No matching script. Please use EVAL."
            })
    void any_other_reply_is_a_bug(String message) {
        assertThat(Outage.isOutage(new JedisDataException(message))).isFalse();
    }

    @Test
    void what_the_server_says_is_no_failure_of_the_connection() {
        var broken = new JedisConnectionException("Unexpected end of stream.");
        var timeout = new JedisConnectionException(new SocketTimeoutException("Read timed out"));

        assertThat(Outage.isConnectionFailure(Outage.unavailable(config, broken)))
                .isTrue();
        assertThat(Outage.isConnectionFailure(Outage.unavailable(config, timeout)))
                .isTrue();
        assertThat(Outage.isConnectionFailure(Outage.unavailable(config, new JedisDataException("LOADING"))))
                .isFalse();
    }
}
