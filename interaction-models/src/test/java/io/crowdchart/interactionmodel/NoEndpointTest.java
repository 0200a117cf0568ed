package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A fork that deploys commits its own endpoint, and deletes this class. */
class NoEndpointTest {

    @Test
    void the_manifest_carries_nobodys_endpoint() throws IOException {
        JsonNode manifest = new JsonMapper()
                .readTree(SkillPackage.FOLDER.resolve("skill.json").toFile());

        assertThat(manifest.findValuesAsText("uri"))
                .as("an endpoint belongs into the fork of the one who deploys; see docs/skill-package.md")
                .isEmpty();
        assertThat(manifest.findValue("endpoint")).isNull();
        assertThat(manifest.findValue("regions")).isNull();
        assertThat(manifest.toString()).doesNotContain("arn:", "amzn1.ask.skill");
    }
}
