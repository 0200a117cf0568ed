package io.crowdchart.cache.redis;

import io.crowdchart.cache.CacheUnavailableException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Tells what passes by itself, or by an operator's hand, from what is a bug. */
final class Outage {

    private static final Set<String> NOT_NOW = Set.of(
            "LOADING",
            "READONLY",
            "MASTERDOWN",
            "OOM",
            "BUSY",
            "CLUSTERDOWN",
            "TRYAGAIN",
            "ASK",
            "NOAUTH",
            "WRONGPASS",
            "NOPERM",
            "MISCONF",
            "NOREPLICAS");

    /** Up to version 6.2 the error of a command inside a script comes behind the place in the script. */
    private static final Pattern IN_SCRIPT = Pattern.compile("@user_script: ?\\d+: -?([A-Z]+) ");

    private static final Pattern PLAIN = Pattern.compile("^-?([A-Z]+)\\b");
    private static final String TOO_MANY_CLIENTS = "ERR max number of clients";

    private Outage() {}

    /** Whether the cache may do the same later. */
    static boolean isOutage(JedisException failure) {
        return failure instanceof JedisConnectionException
                || (failure instanceof JedisDataException && saysNotNow(String.valueOf(failure.getMessage())));
    }

    static CacheUnavailableException unavailable(RedisConfig config, JedisException cause) {
        return new CacheUnavailableException("the cache at " + config + " cannot be used now: " + cause, cause);
    }

    /** Whether it was the connection that failed, so that another one may do better; else the server has spoken. */
    static boolean isConnectionFailure(CacheUnavailableException failure) {
        return failure.getCause() instanceof JedisConnectionException;
    }

    /** Whether the user may not do what was asked, while all others may work. */
    static boolean isForbidden(CacheUnavailableException failure) {
        return failure.getCause() instanceof JedisDataException refusal
                && String.valueOf(refusal.getMessage()).startsWith("NOPERM");
    }

    /** Whether somebody put something else where a chart should be. */
    static boolean isWrongType(JedisDataException failure) {
        return String.valueOf(failure.getMessage()).contains("WRONGTYPE");
    }

    private static boolean saysNotNow(String message) {
        return message.startsWith(TOO_MANY_CLIENTS) || hasCode(PLAIN, message) || hasCode(IN_SCRIPT, message);
    }

    private static boolean hasCode(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        while (matcher.find()) {
            if (NOT_NOW.contains(matcher.group(1))) {
                return true;
            }
        }
        return false;
    }
}
