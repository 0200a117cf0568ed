package io.crowdchart.cache;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

class PasswordChartsIT extends RedisChartsContract {

    private static final String PASSWORD = "correct \"horse\"";

    @Override
    RedisOptions options() {
        return RedisOptions.inMemory().withPassword(PASSWORD);
    }

    @Override
    RedisConfig config() {
        return config(Login.password(PASSWORD));
    }

    @Test
    void a_wrong_and_a_missing_password_make_the_cache_unavailable_and_are_not_told() {
        for (Login login : List.of(Login.password("wrong-secret"), Login.none())) {
            var charts = new RedisCharts(config(login), clock);
            try (var wrongReader = charts.reader();
                    var wrongWriter = charts.writer()) {
                assertThat(wrongReader.read(ChartQuery.top(ALL_TIME, 1))).isEqualTo(new ChartAnswer.Unavailable());
                assertThatThrownBy(() -> wrongWriter.look(List.of(Batches.RANKING)))
                        .isInstanceOf(CacheUnavailableException.class)
                        .hasMessageNotContaining("wrong-secret");
            }
        }
    }

    @Test
    void users_need_no_more_than_the_commands_of_their_scripts() {
        user("writer", "+evalsha", "+eval", "+hget", "+hset", "+hdel", "+hmget", "+hkeys", "+exists", "+unlink");
        user("writer", "+zmscore", "+zadd", "+zrem", "+expireat", "+hsetnx", "+scan", "+rename", "+time");
        user("reader", "+evalsha", "+eval", "+hgetall", "+hget", "+zcard", "+zrange", "+zcount", "+zscore");
        try (var limitedWriter = chartsAs("writer").writer();
                var limitedReader = chartsAs("reader").reader()) {
            limitedWriter.askForRebuild();
            var rebuild = limitedWriter.rebuild(Batches.starts()).orElseThrow();
            rebuild.add(Batches.first(Batches.RANKING, 1)
                    .votes("b", 1)
                    .title("b", "B")
                    .build());
            rebuild.finish(Batches.starts());
            limitedWriter.confirm(Batches.starts());
            assertThat(limitedWriter.look(List.of(Batches.RANKING)).places()).hasSize(1);
            limitedWriter.write(pulsed(10)
                    .votes("a", 3)
                    .votes("b", 0)
                    .title("a", "A")
                    .votes(ChartWindow.Day.at(clock.instant(), Batches.ZONE), "a", 1)
                    .build());

            assertThat(limitedReader.read(new ChartQuery(ALL_TIME, 0, 5, List.of("a"))))
                    .isInstanceOf(ChartAnswer.Fresh.class);
            assertThatThrownBy(() -> writeAs("reader")).isInstanceOf(CacheUnavailableException.class);
        }
    }

    @Test
    void an_operator_needs_these_commands_and_may_do_without_info() {
        apply(pulsed(10)
                .votes("a", 3)
                .title("a", "A")
                .votes(ChartWindow.Day.at(clock.instant(), Batches.ZONE), "a", 1));
        user("operator", "+evalsha", "+eval", "+zcard", "+pttl", "+time");
        user("operator", "+exists", "+scan", "+type", "+hgetall", "+hmget", "+zscan", "+hscan");
        try (var operator = chartsAs("operator").inspection();
                var lookingOn = chartsAs("operator").writer()) {
            for (ChartWindow window : operator.inventory().windows()) {
                assertThat(operator.chart(window)).isPresent();
                assertThat(operator.votes(window)).isNotEmpty();
            }
            assertThat(operator.inventory().windows()).hasSize(2);
            assertThat(operator.titles()).isNotEmpty();
            assertThat(operator.state().pulses()).isNotEmpty();
            assertThat(operator.memory()).isEmpty();
            assertThat(lookingOn.look(List.of(Batches.RANKING)).places()).hasSize(1);

            user("operator", "+info");
            assertThat(operator.memory()).isPresent();
            user("operator", "+hsetnx", "+hset");
            lookingOn.askForRebuild();
        }
    }

    private void writeAs(String user) {
        try (ChartWriter notAllowed = chartsAs(user).writer()) {
            notAllowed.write(
                    Batches.next(Batches.RANKING, 10, 11).votes("a", 99).build());
        }
    }

    private RedisCharts chartsAs(String user) {
        return new RedisCharts(config(Login.password(user, "of-" + user)), clock);
    }

    private void user(String name, String... rules) {
        command(Command.ACL, "SETUSER", name, "on", ">of-" + name, "~" + ChartKeys.PATTERN);
        for (String rule : rules) {
            command(Command.ACL, "SETUSER", name, rule);
        }
    }

    private RedisConfig config(Login login) {
        Duration timeout = Duration.ofSeconds(20);
        return new RedisConfig(server.host(), server.port(), false, false, login, timeout, timeout);
    }
}
