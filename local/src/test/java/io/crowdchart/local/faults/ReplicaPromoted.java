package io.crowdchart.local.faults;

import static org.awaitility.Awaitility.await;

import io.crowdchart.embedded.proxy.FaultProxy.Mode;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Redis fails over to a replica that has not seen the last writes: it fell behind, the primary went on and acknowledged them,
 * then it died. Afterwards the machine's own Redis comes back as a replica and takes over again, in order.
 */
final class ReplicaPromoted implements Fault {

    private static final String WRITTEN_AT = "HGET {chart}:state written-at";

    private final Stage stage;
    private @Nullable RedisServer replica;

    ReplicaPromoted(Stage stage) {
        this.stage = stage;
    }

    @Override
    public String name() {
        return "redis-promotion";
    }

    @Override
    public void strike() throws InterruptedException {
        RedisServer started = RedisServer.start(RedisOptions.inMemory());
        replica = started;
        stage.machine().redis("CONFIG SET repl-diskless-sync-delay 0");
        started.command(
                "REPLICAOF", "127.0.0.1", Integer.toString(stage.machine().redisPort()));
        await("the replica has the data")
                .atMost(Stage.LIMIT)
                .until(() -> started.command("INFO", "replication").contains("master_link_status:up"));
        started.command("REPLICAOF", "NO", "ONE");
        String copied = started.command(WRITTEN_AT.split(" "));
        stage.post("#KafkaSummit [Lost on the way]");
        await("the primary goes on")
                .atMost(Stage.LIMIT)
                .until(() -> !stage.machine().redis(WRITTEN_AT).equals(copied));
        stage.machine().order("redis-kill");
        stage.line().leadTo(started.port());
        stage.line().cut();
    }

    @Override
    public void heal() {
        RedisServer promoted = Objects.requireNonNull(replica);
        stage.machine().order("redis-start");
        promoted.command("CONFIG", "SET", "repl-diskless-sync-delay", "0");
        stage.machine().redis("REPLICAOF 127.0.0.1 " + promoted.port());
        await("the machine's own Redis has the data")
                .atMost(Stage.LIMIT)
                .until(() -> stage.machine().redis("INFO replication").contains("master_link_status:up"));
        stage.line().mode(Mode.REFUSE);
        stage.line().cut();
        await("nothing is under way")
                .atMost(Stage.LIMIT)
                .until(() -> offset(promoted.command("INFO", "replication"), "master_repl_offset")
                        .equals(offset(stage.machine().redis("INFO replication"), "slave_repl_offset")));
        stage.machine().redis("REPLICAOF NO ONE");
        stage.line().leadTo(stage.machine().redisPort());
        stage.line().mode(Mode.PASS);
        promoted.close();
        replica = null;
    }

    private static String offset(String info, String field) {
        return Arrays.stream(info.split("[|\\s]+"))
                .filter(line -> line.startsWith(field + ":"))
                .findFirst()
                .orElse("no " + field)
                .replace(field, "");
    }
}
