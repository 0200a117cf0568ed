package io.crowdchart.connect.jetstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.connect.vote.VoteExtractor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;

class JetstreamSourceTest {

    private final JetstreamSource connector = new JetstreamSource();

    private boolean alter(Map<String, ?> partition, Map<String, ?> offset) {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(partition, offset);
        return connector.alterOffsets(Map.of(), offsets);
    }

    @Test
    void is_one_task_however_many_there_may_be() {
        connector.start(Map.of("jetstream.zone", "UTC"));

        assertThat(connector.taskConfigs(8)).containsExactly(Map.of("jetstream.zone", "UTC"));
        assertThat(connector.taskClass()).isEqualTo(JetstreamSourceTask.class);
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void any_place_in_the_stream_may_be_stored_or_removed() {
        assertThat(alter(Map.of("source", "bluesky"), Map.of("time_us", 1_779_719_009_157_119L)))
                .isTrue();
        assertThat(alter(Map.of("source", "bluesky"), null)).isTrue();
        assertThat(alter(Map.of("filename", "wrong"), null)).isTrue();
        assertThat(connector.alterOffsets(Map.of("jetstream.source", "other"), Map.of()))
                .isTrue();
    }

    @Test
    void a_wrong_place_in_the_stream_is_one_clear_error() {
        assertThatThrownBy(() -> alter(Map.of("source", "mastodon"), Map.of("time_us", 1_779_719_009_157_119L)))
                .isInstanceOf(ConnectException.class)
                .hasMessage("the only partition of this source is {\"source\":\"bluesky\"}, was {source=mastodon}");
        List<Map<String, ?>> wrongOffsets = List.of(
                Map.of("time_us", 12L), Map.of("time_us", "now"), Map.of("time", 1_779_719_009_157_119L), Map.of());
        for (Map<String, ?> wrong : wrongOffsets) {
            assertThatThrownBy(() -> alter(Map.of("source", "bluesky"), wrong))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageStartingWith(
                            "an offset of a Jetstream source looks like {\"time_us\":1779719009157119}");
        }
    }

    @Test
    void workers_find_the_plugins() {
        assertThat(ServiceLoader.load(SourceConnector.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(JetstreamSource.class));
        assertThat(ServiceLoader.load(Transformation.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(VoteExtractor.class));
    }
}
