package io.crowdchart.ksql;

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
 * A JSON object, read as ksqlDB reads {@code VALUE_FORMAT='JSON'}: column names in any case (the upper-case one wins, then
 * the last), a number, a truth value, a list or an object in a text column becomes its text, unknown names are ignored,
 * so is what follows the object. Deep nesting and endless numbers are refused by the limits of the parser.
 */
final class KsqlObject {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Map<String, JsonNode> exactNames = new HashMap<>();
    private final Map<String, JsonNode> otherNames = new HashMap<>();

    private KsqlObject(JsonNode object) {
        object.properties().forEach(field -> {
            String column = field.getKey().toUpperCase(Locale.ROOT);
            (column.equals(field.getKey()) ? exactNames : otherNames).put(column, field.getValue());
        });
    }

    /**
     * Reads a value.
     *
     * @throws UnreadableRecordException if it is no JSON object
     */
    static KsqlObject parse(byte[] json) {
        JsonNode node = tree(json);
        if (!node.isObject()) {
            throw new UnreadableRecordException("a value must be a JSON object, was " + node.getNodeType());
        }
        return new KsqlObject(node);
    }

    /** Reads any JSON. */
    static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableRecordException(
                    "a value must be JSON, found " + e.getClass().getSimpleName() + where(e));
        } catch (IOException e) {
            // A broken character: the parser has no exception of its own for it.
            throw new UnreadableRecordException(
                    "a value must be JSON in UTF-8, found " + e.getClass().getSimpleName());
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
    }

    /** A VARCHAR column; nothing if it is missing or null. */
    Optional<String> text(String column) {
        return node(column).map(KsqlObject::text);
    }

    /**
     * A BIGINT column; nothing if it is missing or null.
     *
     * @throws UnreadableRecordException if it is no number
     */
    Optional<Long> bigint(String column) {
        return node(column).map(node -> bigint(column, node));
    }

    private Optional<JsonNode> node(String column) {
        JsonNode node = exactNames.containsKey(column) ? exactNames.get(column) : otherNames.get(column);
        return Optional.ofNullable(node).filter(found -> !found.isNull());
    }

    private static String text(JsonNode node) {
        if (node.isObject()) {
            return compact(node);
        }
        if (node.isArray()) {
            StringJoiner list = new StringJoiner(", ", "[", "]");
            node.forEach(element -> list.add(text(element)));
            return list.toString();
        }
        return node.asText();
    }

    private static String compact(JsonNode object) {
        try {
            // By way of a map: the order of names is only given to maps, not to trees.
            return MAPPER.writeValueAsString(MAPPER.treeToValue(object, Map.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bigint(String column, JsonNode node) {
        if (node.isNumber()) {
            return node.longValue();
        }
        try {
            return Long.parseLong(node.textValue());
        } catch (NumberFormatException e) {
            throw new UnreadableRecordException(
                    "column " + column + " must be a whole number, was " + node.getNodeType());
        }
    }
}
