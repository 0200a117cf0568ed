package io.crowdchart.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.infra.rule.Invariant;
import io.crowdchart.infra.rule.Templates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant passes the strict validation, the rules of AWS Solutions and our own invariants. */
class TemplatesTest {

    static Stream<Arguments> variantsAndInvariants() {
        return Variant.all().stream()
                .flatMap(variant -> Arrays.stream(Invariant.values()).map(rule -> Arguments.of(variant, rule)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("variantsAndInvariants")
    void every_variant_keeps_every_invariant(Variant variant, Invariant invariant) {
        assertThat(invariant.faults(SynthesisedApp.of(variant))).isEmpty();
    }

    @Test
    void without_a_skill_id_nobody_may_call_the_function() {
        Map<String, String> context = new HashMap<>(Variant.USUAL.context());
        context.remove("skillId");
        context.remove("budget");

        Templates templates = SynthesisedApp.synthesise("no-skill", context, app -> {});

        assertThat(Invariant.ONLY_THE_SKILL_MAY_CALL.faults(templates)).isEmpty();
        assertThat(Invariant.SETTINGS_ARE_PROVIDED.faults(templates)).isEmpty();
        assertThat(templates.all("AWS::Lambda::Permission")).hasSize(1);
        assertThat(templates.all("AWS::Budgets::Budget")).isEmpty();
    }

    @Test
    void zones_and_the_size_of_the_cache_may_be_chosen() {
        Map<String, String> context = new HashMap<>(Variant.USUAL.context());
        context.put("availabilityZones", "us-east-1d,us-east-1a");
        context.put("cacheGibibytes", "2");

        Templates templates = SynthesisedApp.synthesise("chosen", context, app -> {});

        for (Invariant invariant : Invariant.values()) {
            assertThat(invariant.faults(templates)).as(invariant.toString()).isEmpty();
        }
        assertThat(templates.all("AWS::EC2::Subnet"))
                .extracting(
                        subnet -> subnet.properties().path("AvailabilityZone").asText())
                .containsExactlyInAnyOrder("us-east-1d", "us-east-1a", "us-east-1d", "us-east-1a");
        assertThat(templates
                        .one("AWS::ElastiCache::ServerlessCache", "Cache")
                        .properties()
                        .path("CacheUsageLimits")
                        .toString())
                .isEqualTo("{\"DataStorage\":{\"Maximum\":2,\"Unit\":\"GB\"},\"ECPUPerSecond\":{\"Maximum\":10000}}");
        assertThat(templates
                        .one("AWS::CloudWatch::Alarm", "AlarmsFullCache")
                        .properties()
                        .path("Threshold")
                        .asLong())
                .isEqualTo(1_600_000_000);
    }

    @Test
    void a_budget_tells_its_address() {
        Templates.Resource budget = SynthesisedApp.of(Variant.USUAL).one("AWS::Budgets::Budget", "Budget");

        assertThat(budget.properties().toString())
                .contains("\"Amount\":300")
                .contains("somebody@example.com")
                .contains("FORECASTED");
    }

    @Test
    void nothing_of_the_brokers_is_made_where_kafka_is_elsewhere() {
        Templates templates = SynthesisedApp.of(new Variant("small", "valkey", "external"));

        assertThat(templates.resources()).noneMatch(resource -> resource.type().startsWith("AWS::MSK::"));
        assertThat(templates.stacks()).hasSize(6);
    }
}
