package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.CacheChoice;
import io.crowdchart.infra.config.CacheEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticache.CfnServerlessCache;
import software.amazon.awscdk.services.elasticache.CfnUser;
import software.amazon.awscdk.services.elasticache.CfnUserGroup;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.constructs.Construct;

/**
 * The charts: ElastiCache without servers, which speaks TLS only. Its users have no password: they log in with tokens that
 * their role in IAM lets them sign. There are no snapshots, as the sink makes the charts anew from Kafka.
 */
public final class ChartCache extends Construct {

    /** Known in the environment of its clients as {@code REDIS_IAM_CACHE}: a part of what they sign. */
    public static final String NAME = "crowd-chart";

    /** The keys of the charts. */
    private static final String KEYS = "~{chart}:* ";
    /** What any client of a cluster asks. */
    private static final String CLUSTER =
            " +cluster|slots +cluster|shards +cluster|nodes +readonly +ping +client|setinfo";

    /** Who may log in, and what they may do; the commands are those of docs/operations.md. */
    public enum User {
        /** Writes the charts. */
        SINK("+evalsha +eval +hget +hset +hsetnx +hdel +hmget +hkeys +exists +unlink +rename +scan +time +zmscore +zadd"
                + " +zrem +expireat"),
        /** Reads them. */
        SKILL("+evalsha +eval +hgetall +hget +zcard +zrange +zcount +zscore");

        private final String commands;

        User(String commands) {
            this.commands = commands;
        }

        /** Its id, and its name: ElastiCache wants them to be the same. */
        String id() {
            return NAME + "-" + name().toLowerCase(Locale.ROOT);
        }

        String accessString() {
            return "on " + KEYS + "-@all " + commands + CLUSTER;
        }
    }

    private final CfnServerlessCache cache;

    /**
     * What the cache needs.
     *
     * @param choice what it runs, and how much it may keep at most
     * @param network where it is
     */
    public record Props(CacheChoice choice, ChartNetwork network) {}

    public ChartCache(Construct scope, String id, Props props) {
        super(scope, id);
        CacheEngine chosen = props.choice().engine();
        String engine = chosen.engine();
        List<CfnUser> users = users(chosen);
        CfnUserGroup group = CfnUserGroup.Builder.create(this, "Users")
                .engine(engine)
                .userGroupId(NAME)
                .userIds(users.stream().map(CfnUser::getRef).toList())
                .build();
        cache = CfnServerlessCache.Builder.create(this, "Charts")
                .serverlessCacheName(NAME)
                .description("The charts of Crowd Chart; made anew from Kafka when they are lost")
                .engine(engine)
                .majorEngineVersion(chosen.majorVersion())
                .cacheUsageLimits(limits(props.choice().gibibytes()))
                .userGroupId(group.getRef())
                .subnetIds(props.network()
                        .vpc()
                        .selectSubnets(props.network().data())
                        .getSubnetIds())
                .securityGroupIds(List.of(props.network().cache().getSecurityGroupId()))
                .build();
    }

    private List<CfnUser> users(CacheEngine engine) {
        List<CfnUser> users = new ArrayList<>();
        for (User user : User.values()) {
            users.add(CfnUser.Builder.create(this, user == User.SINK ? "Sink" : "Skill")
                    .engine(engine.engine())
                    .userId(user.id())
                    .userName(user.id())
                    .accessString(user.accessString())
                    .authenticationMode(Map.of("Type", "iam"))
                    .build());
        }
        if (engine == CacheEngine.REDIS) {
            users.add(switchedOff(engine));
        }
        return users;
    }

    /** A group of Redis users must have one of this name. */
    private CfnUser switchedOff(CacheEngine engine) {
        return CfnUser.Builder.create(this, "Default")
                .engine(engine.engine())
                .userId(NAME + "-default")
                .userName("default")
                .accessString("off ~* -@all")
                .authenticationMode(Map.of("Type", "no-password-required"))
                .build();
    }

    /** A cap on the cost: what is above it is refused. */
    private static CfnServerlessCache.CacheUsageLimitsProperty limits(int gibibytes) {
        return CfnServerlessCache.CacheUsageLimitsProperty.builder()
                .dataStorage(CfnServerlessCache.DataStorageProperty.builder()
                        .maximum(gibibytes)
                        .unit("GB")
                        .build())
                .ecpuPerSecond(CfnServerlessCache.ECPUPerSecondProperty.builder()
                        .maximum(5_000 * gibibytes)
                        .build())
                .build();
    }

    /** What a client has to know; no secret is among it. */
    public Map<String, String> environment(User user) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("REDIS_HOST", cache.getAttrEndpointAddress());
        environment.put("REDIS_PORT", cache.getAttrEndpointPort());
        environment.put("REDIS_CLUSTER", "true");
        environment.put("REDIS_TLS", "true");
        environment.put("REDIS_USER", user.id());
        environment.put("REDIS_IAM_CACHE", NAME);
        return environment;
    }

    /** Lets somebody log in as a user. */
    public Grant grantConnect(IGrantable grantee, User user) {
        return Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(grantee)
                .actions(List.of("elasticache:Connect"))
                .resourceArns(List.of(arn("serverlesscache", NAME), arn("user", user.id())))
                .build());
    }

    private String arn(String resource, String name) {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("elasticache")
                        .resource(resource)
                        .arnFormat(software.amazon.awscdk.ArnFormat.COLON_RESOURCE_NAME)
                        .resourceName(name)
                        .build());
    }

    /** Where it is reached, as host and port. */
    public String endpoint() {
        return cache.getAttrEndpointAddress() + ":" + cache.getAttrEndpointPort();
    }
}
