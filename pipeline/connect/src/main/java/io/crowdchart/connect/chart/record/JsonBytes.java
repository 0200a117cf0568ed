package io.crowdchart.connect.chart.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads JSON strictly: whole, in UTF-8, no name twice in an object, neither deep nor long. */
final class JsonBytes {

    static final int MAX_BYTES = 65_536;
    static final int MAX_DEPTH = 16;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .readerFor(JsonNode.class);

    private JsonBytes() {}

    /** What the bytes say; nothing if they are no such JSON. */
    static Optional<JsonNode> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            // A new decoder complains about what is no UTF-8; that of Jackson would guess other encodings.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = READER.readTree(text);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
