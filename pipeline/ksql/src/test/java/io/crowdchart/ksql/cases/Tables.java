package io.crowdchart.ksql.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the output topics say: the newest value of every key, JSON null where the newest record has none. */
public final class Tables {

    /** The topics that the counting writes. */
    public static final List<Topic> OUTPUTS = List.of(
            Topic.BALLOTS,
            Topic.SONG_RANKING,
            Topic.DAILY_BALLOTS,
            Topic.DAILY_RANKING,
            Topic.HOURLY_BALLOTS,
            Topic.HOURLY_RANKING,
            Topic.SONG_TITLES,
            Topic.PULSE);

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Map<JsonNode, JsonNode>> rows = new LinkedHashMap<>();

    /** Takes the next record of a topic in. */
    public void accept(String topic, byte[] key, byte @Nullable [] value) {
        rows.computeIfAbsent(topic, name -> new LinkedHashMap<>())
                .put(json(key), value == null ? NullNode.getInstance() : json(value));
    }

    @Nullable JsonNode row(String topic, JsonNode key) {
        return rows.getOrDefault(topic, Map.of()).get(key);
    }

    public void forEachRow(RowVisitor visitor) {
        rows.forEach((topic, table) -> table.forEach((key, value) -> visitor.visit(topic, key, value)));
    }

    /** Is shown every row. */
    public interface RowVisitor {
        void visit(String topic, JsonNode key, JsonNode value);
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an output is no JSON", e);
        }
    }
}
