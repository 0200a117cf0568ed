package io.crowdchart.ksql.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CasesTest {

    @TempDir
    Path stateDir;

    static List<Case> cases() {
        return CaseFiles.all();
    }

    @Test
    void no_case_shares_a_post_a_row_or_a_source_with_another() {
        Map<String, String> owners = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (Case example : cases()) {
            for (String owned : example.owned()) {
                String owner = owners.putIfAbsent(owned, example.file());
                if (owner != null) {
                    shared.add(owned + " in " + owner + " and " + example.file());
                }
            }
        }

        assertThat(shared).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_twin_gives_the_tables_of_the_case(Case example) {
        Tables tables = new TwinWithoutBroker(stateDir).play(example.steps(), any -> true);

        assertThat(example.differences(tables)).isEmpty();
        assertThat(example.missingRemovals(tables)).isEmpty();
        assertThat(Case.unexpected(List.of(example), tables)).isEmpty();
    }
}
