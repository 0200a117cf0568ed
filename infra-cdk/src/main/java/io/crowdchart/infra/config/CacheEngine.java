package io.crowdchart.infra.config;

/** What keeps the charts in ElastiCache. */
public enum CacheEngine {
    /** Speaks the protocol of Redis, and costs a fifteenth of it where little is kept. */
    VALKEY("valkey", "8"),
    /** Redis OSS. */
    REDIS("redis", "7");

    private final String engine;
    private final String majorVersion;

    CacheEngine(String engine, String majorVersion) {
        this.engine = engine;
        this.majorVersion = majorVersion;
    }

    /** Its name in ElastiCache. */
    public String engine() {
        return engine;
    }

    public String majorVersion() {
        return majorVersion;
    }
}
