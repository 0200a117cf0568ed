package io.crowdchart.interactionmodel.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amazon's own schema has no fault in what is committed, and would name one. */
@Tag("rehearsal")
class ConformanceIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void copy_the_package() throws Exception {
        SkillZip.packed(Path.of("..", "skill-package")).unpackedTo(folder);
    }

    @Test
    void what_is_committed_has_no_fault() throws Exception {
        assertThat(Conformance.faultsOfPackage(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            skill.json                | "summary"                  | "sumary"          | additional properties: sumary
            skill.json                | "custom": {                | "custom": {"endpoint": {"uri": ""}, | /endpoint/uri must match pattern
            skill.json                | "type": "ALEXA_PRESENTATION_APL" | "type": "TV"      | /interfaces/0 must match exactly one schema
            skill.json                | "distributionMode": "PUBLIC" | "distributionMode": "ALL" | /distributionMode must be equal to one of
            interactionModels/custom/en-AU.json | "invocationName" | "invocation"      | must have required property 'invocationName'
            interactionModels/custom/en-AU.json | "type": "AMAZON.NUMBER" | "kind": "X"  | must NOT have additional properties: kind
            """)
    void a_fault_in_the_package_is_named(String file, String good, String bad, String fault) throws Exception {
        Path changed = folder.resolve(file);
        String content = Files.readString(changed);
        assertThat(content).contains(good);
        Files.writeString(changed, content.replace(good, bad));

        assertThat(Conformance.faultsOfPackage(folder)).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"method": "GET", "path": "/v1/skill/x", "status": 200} | the interface has no such operation
            {"method": "DELETE", "path": "/v1/skills/uploads", "status": 200} | the interface has no such operation
            {"method": "POST", "path": "/v1/skills/uploads", "status": 200} | the interface does not answer 200
            {"method": "POST", "path": "/v1/skills/uploads", "status": 201} | answer: has no body
            {"method": "POST", "path": "/v1/skills/imports", "status": 202, "request": {"vendorId": "M"}} | must have required property 'location'
            {"method": "GET", "path": "/v1/skills/imports/x", "status": 200, "answer": {"status": "DONE"}} | /status must be equal to one of
            """)
    void a_fault_in_an_exchange_is_named(String exchange, String fault) throws Exception {
        assertThat(Conformance.faultsOfExchanges(List.of(exchange))).contains(fault);
    }
}
