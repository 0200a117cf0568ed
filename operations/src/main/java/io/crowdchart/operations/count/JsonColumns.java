package io.crowdchart.operations.count;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The columns of a JSON value as ksqlDB sees them: names in any case, where the upper-case one wins, then the last; anything
 * but null in a text column is a text.
 */
public final class JsonColumns {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JsonNode object;
    private final Map<String, JsonNode> otherNames = new HashMap<>();

    private JsonColumns(JsonNode object) {
        this.object = object;
        object.properties().forEach(field -> {
            String column = field.getKey().toUpperCase(Locale.ROOT);
            if (!column.equals(field.getKey())) {
                otherNames.put(column, field.getValue());
            }
        });
    }

    /** The columns of a value; nothing if it is no JSON object. */
    public static Optional<JsonColumns> read(byte[] json) {
        return tree(json).filter(JsonNode::isObject).map(JsonColumns::new);
    }

    /** The text of a value that is a JSON string; nothing if it is none. */
    public static Optional<String> readText(byte[] json) {
        return tree(json).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Optional<JsonNode> tree(byte[] json) {
        try {
            return Optional.of(MAPPER.readTree(json));
        } catch (IOException e) {
            // No JSON, or no UTF-8.
            return Optional.empty();
        }
    }

    /** A text column; nothing if it is missing, null, or longer than this many characters. */
    public Optional<String> text(String column, int maxLength) {
        return node(column).map(JsonColumns::textOf).filter(text -> text.length() <= maxLength);
    }

    /** A column with a whole number; nothing if it holds anything else. */
    public Optional<Long> number(String column) {
        return node(column)
                .filter(node -> node.isIntegralNumber() && node.canConvertToLong())
                .map(JsonNode::longValue);
    }

    private Optional<JsonNode> node(String column) {
        JsonNode exact = object.get(column);
        return Optional.ofNullable(exact == null ? otherNames.get(column) : exact)
                .filter(found -> !found.isNull());
    }

    private static String textOf(JsonNode node) {
        if (node.isObject()) {
            try {
                // A map is written in the order of its names, a tree is not.
                return MAPPER.writeValueAsString(MAPPER.treeToValue(node, Map.class));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (node.isArray()) {
            StringJoiner list = new StringJoiner(", ", "[", "]");
            node.forEach(element -> list.add(textOf(element)));
            return list.toString();
        }
        return node.asText();
    }
}
