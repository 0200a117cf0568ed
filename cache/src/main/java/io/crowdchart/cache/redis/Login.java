package io.crowdchart.cache.redis;

import io.crowdchart.cache.iam.IamConfig;
import io.crowdchart.cache.setting.Settings;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How to log in to Redis. Its text has no secret in it. */
public sealed interface Login {

    /** Not at all: as the default user, who has no password. */
    record None() implements Login {}

    /**
     * With a password.
     *
     * @param user the ACL user; empty: the default user
     */
    record Password(Optional<String> user, String password) implements Login {

        public Password {
            if (password.isEmpty()) {
                throw new IllegalArgumentException("a password of Redis must not be empty");
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Password[" + user.orElse("default user") + "]";
        }
    }

    /** As an IAM user of ElastiCache, with a new token for each connection; over TLS only. */
    record Iam(IamConfig config) implements Login {}

    /** Not at all. */
    static Login none() {
        return new None();
    }

    /** With a password, as the default user. */
    static Login password(String password) {
        return new Password(Optional.empty(), password);
    }

    /** With a password, as an ACL user. */
    static Login password(String user, String password) {
        return new Password(Optional.of(user), password);
    }

    /** The ACL user; empty: the default user. */
    default Optional<String> user() {
        if (this instanceof Password password) {
            return password.user();
        }
        return this instanceof Iam iam ? Optional.of(iam.config().user()) : Optional.empty();
    }

    /**
     * Reads a login from the settings {@code user}, {@code password}, {@code iam.cache} and {@code iam.serverless}.
     *
     * @param names how such a setting is written there
     * @param environment has region and credentials for IAM
     * @return not at all if something is wrong; the faults are noted then
     */
    static Login read(Settings settings, UnaryOperator<String> names, Settings environment) {
        Optional<String> user = settings.text(names.apply("user"));
        Optional<String> password = settings.text(names.apply("password"));
        String ofCache = names.apply("iam.cache");
        Optional<String> cache = settings.text(ofCache).map(String::strip);
        if (cache.isEmpty()) {
            if (user.isPresent() && password.isEmpty()) {
                settings.fault(names.apply("user") + " needs a " + names.apply("password") + " or " + ofCache);
            }
            return password.<Login>map(text -> new Password(user, text)).orElseGet(None::new);
        }
        if (password.isPresent()) {
            settings.fault(ofCache + " and " + names.apply("password") + " exclude each other");
        }
        if (user.isEmpty()) {
            settings.fault(ofCache + " needs a " + names.apply("user"));
        }
        boolean serverless = settings.flag(names.apply("iam.serverless"), true);
        return IamConfig.read(user.orElse("nobody").strip(), cache.get(), serverless, environment)
                .<Login>map(Iam::new)
                .orElseGet(None::new);
    }
}
