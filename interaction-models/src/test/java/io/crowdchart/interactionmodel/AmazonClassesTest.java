package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazon.ask.smapi.model.v1.skill.Manifest.SkillManifestEnvelope;
import com.amazon.ask.smapi.model.v1.skill.interactionModel.InteractionModelData;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Amazon's own Java classes read what is uploaded, know every word of it, and give it back whole. They do not know lengths
 * and values; the rehearsal checks those by Amazon's schema.
 */
class AmazonClassesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addHandler(new InterfaceTypes())
            .build();

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(SkillPackage.MODELS)) {
            return files.sorted().toList();
        }
    }

    @Test
    void they_know_the_manifest() throws IOException {
        JsonNode written =
                MAPPER.readTree(SkillPackage.FOLDER.resolve("skill.json").toFile());

        assertThat(withoutEmpties(readAndWritten(written, SkillManifestEnvelope.class)))
                .isEqualTo(withoutEmpties(written));
    }

    @ParameterizedTest
    @MethodSource("models")
    void they_know_the_models(Path file) throws IOException {
        JsonNode written = MAPPER.readTree(file.toFile());

        assertThat(withoutEmpties(readAndWritten(written, InteractionModelData.class)))
                .isEqualTo(withoutEmpties(written));
    }

    @Test
    void they_would_name_a_word_that_is_misspelt() throws IOException {
        String manifest = Files.readString(SkillPackage.FOLDER.resolve("skill.json"));
        JsonNode misspelt = MAPPER.readTree(manifest.replace("\"examplePhrases\"", "\"examplePhrase\""));

        assertThatThrownBy(() -> readAndWritten(misspelt, SkillManifestEnvelope.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("examplePhrase");
    }

    private static JsonNode readAndWritten(JsonNode tree, Class<?> type) throws IOException {
        return MAPPER.valueToTree(MAPPER.treeToValue(tree, type));
    }

    private static JsonNode withoutEmpties(JsonNode node) {
        JsonNode copy = node.deepCopy();
        prune(copy);
        return copy;
    }

    private static void prune(JsonNode node) {
        node.forEach(AmazonClassesTest::prune);
        if (node instanceof ObjectNode object) {
            object.removeIf(child -> child.isContainerNode() && child.isEmpty());
        } else if (node instanceof ArrayNode array) {
            array.removeIf(child -> child.isContainerNode() && child.isEmpty());
        }
    }

    /** The type of an interface tells its class and is unknown to the class itself. */
    private static final class InterfaceTypes extends DeserializationProblemHandler {

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object builder,
                String property)
                throws IOException {
            boolean known =
                    property.equals("type") && builder.getClass().getName().endsWith("Interface$Builder");
            if (known) {
                parser.skipChildren();
            }
            return known;
        }
    }
}
