package io.crowdchart.infra.rule;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The users of the cache. */
final class CacheRules {

    /** What the client of a cluster asks for itself, whatever it is used for. */
    private static final Set<String> OF_A_CLIENT =
            Set.of("+cluster|slots", "+cluster|shards", "+cluster|nodes", "+readonly", "+ping", "+client|setinfo");

    /** Commands that change something: the skill must not have them. */
    private static final Set<String> WRITING = Set.of(
            "+hset",
            "+hsetnx",
            "+hdel",
            "+unlink",
            "+del",
            "+rename",
            "+zadd",
            "+zrem",
            "+expireat",
            "+flushall",
            "+set");

    private CacheRules() {}

    /** As docs/operations.md says, which the tests of the sink and of the skill keep right, and on no other keys. */
    static List<String> usersMayDoWhatTheyNeed(Templates templates) {
        var faults = new Faults();
        String page = SourceTree.text("docs/operations.md");
        for (String user : List.of("sink", "skill")) {
            Set<String> needed =
                    new TreeSet<>(List.of(SourceTree.found("ACL SETUSER " + user + " on >secret (~[^\\n]+)", page)
                            .iterator()
                            .next()
                            .split(" ", -1)));
            Set<String> given =
                    new TreeSet<>(List.of(accessString(templates, user).split(" ", -1)));
            faults.unless(given.removeAll(Set.of("on")), user + " is off");
            faults.unless(given.remove("-@all"), user + " does not begin with nothing");
            given.removeAll(OF_A_CLIENT);
            faults.unlessEqual(needed, given, "what " + user + " may do");
        }
        return faults.found();
    }

    static List<String> theSkillOnlyReads(Templates templates) {
        var faults = new Faults();
        Set<String> given = Set.of(accessString(templates, "skill").split(" ", -1));
        given.forEach(right -> faults.unless(
                !WRITING.contains(right) && !right.startsWith("+@") && !right.equals("~*"), "the skill may " + right));
        return faults.found();
    }

    private static String accessString(Templates templates, String user) {
        return templates.all("AWS::ElastiCache::User").stream()
                .filter(resource ->
                        resource.properties().path("UserId").asText().equals("crowd-chart-" + user))
                .map(resource -> resource.properties().path("AccessString").asText())
                .findFirst()
                .orElse("off");
    }

    /** By the ElastiCache User Guide: who logs in with IAM has the name of their id; Redis wants a user named default. */
    static List<String> usersCanBeMade(Templates templates) {
        var faults = new Faults();
        String engine = templates
                .one("AWS::ElastiCache::ServerlessCache", "Cache")
                .properties()
                .path("Engine")
                .asText();
        faults.unless(Set.of("valkey", "redis").contains(engine), "there is no engine " + engine);
        int members = templates
                .one("AWS::ElastiCache::UserGroup", "Cache")
                .properties()
                .path("UserIds")
                .size();
        faults.unlessEqual(engine.equals("redis") ? 3 : 2, members, "the number of users of " + engine);
        for (Templates.Resource user : templates.all("AWS::ElastiCache::User")) {
            String name = user.properties().path("UserName").asText();
            String id = user.properties().path("UserId").asText();
            boolean isDefault = name.equals("default") && engine.equals("redis");
            faults.unless(id.matches("[a-z][a-z0-9-]{0,39}"), "no user may have the id " + id);
            faults.unless(isDefault || name.equals(id), name + " has another id: " + id);
            faults.unlessEqual(engine, user.properties().path("Engine").asText(), "the engine of " + name);
        }
        return faults.found();
    }

    /** The keys of the charts, as the cache names them. */
    static List<String> keysAreTheCaches(Templates templates) {
        var faults = new Faults();
        String keySpace = SourceTree.text("cache/src/main/java/io/crowdchart/cache/redis/KeySpace.java");
        String tag =
                SourceTree.found("HASH_TAG = \"([^\"]+)\"", keySpace).iterator().next();
        for (String user : List.of("sink", "skill")) {
            Set<String> keys = SourceTree.found("(~\\S+)", accessString(templates, user));
            faults.unlessEqual(Set.of("~" + tag + ":*"), keys, "the keys of " + user);
        }
        return faults.found();
    }
}
