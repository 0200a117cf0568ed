package io.crowdchart.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.infra.rule.Invariant;
import io.crowdchart.infra.rule.Templates;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The check of the checks: every deliberate fault is caught by the rule that stands beside it. */
class FaultsTest {

    @ParameterizedTest
    @EnumSource
    void a_fault_in_the_templates_is_caught_by_its_invariant(TemplateFault fault) {
        Templates good = SynthesisedApp.of(Variant.USUAL);

        Templates bad = fault.put(good);

        assertThat(bad).as("the fault changes something").isNotEqualTo(good);
        assertThat(fault.caughtBy().faults(good)).isEmpty();
        assertThat(fault.caughtBy().faults(bad)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_in_the_app_is_refused_by_the_synthesis(AppFault fault) {
        String name = "fault-" + fault.name().toLowerCase(Locale.ROOT);

        assertThatThrownBy(() -> SynthesisedApp.synthesise(name, Variant.USUAL.context(), fault.change()))
                .hasMessageContaining(fault.inReport());
    }

    @Test
    void every_invariant_has_caught_a_fault() {
        assertThat(Arrays.stream(TemplateFault.values())
                        .map(TemplateFault::caughtBy)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Invariant.values());
    }
}
