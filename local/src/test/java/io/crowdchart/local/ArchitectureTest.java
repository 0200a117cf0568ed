package io.crowdchart.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may see whom. A module that needs more says so here first. */
class ArchitectureTest {

    private static final String JDK = "java..|javax..";
    private static final String EVERYWHERE = JDK + "|org.jspecify..|io.crowdchart.model..";

    private static final DescribedPredicate<JavaMethodCall> ASKS_FOR_NOW =
            new DescribedPredicate<>("java.time is asked for now without a clock") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTarget().getName().equals("now")
                            && call.getTargetOwner().getPackageName().startsWith("java.time")
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class));
                }
            };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("test-classes") && !location.contains("-tests.jar"))
            .importPackages("io.crowdchart");

    @ParameterizedTest
    @CsvSource({
        "model,",
        "cache, io.crowdchart.cache..|redis.clients.jedis..|org.slf4j..",
        "connect, io.crowdchart.connect..|io.crowdchart.cache..|org.slf4j..|com.fasterxml.jackson..|org.apache.kafka.connect..|org.apache.kafka.common..|org.apache.kafka.clients..",
        "ksql, io.crowdchart.ksql..|org.slf4j..|com.fasterxml.jackson..|org.apache.kafka.streams..|org.apache.kafka.common..|org.apache.kafka.clients..",
        "interactionmodel, io.crowdchart.interactionmodel..|com.fasterxml.jackson..|com.ibm.icu..",
        "lambda, io.crowdchart.lambda..|io.crowdchart.cache..|com.amazon.ask..|com.amazonaws.services.lambda..|org.crac..|org.slf4j..|org.apache.commons.codec.language..|org.apache.commons.text.similarity..|net.xyzsd.plurals..",
        "operations, io.crowdchart.operations..|io.crowdchart.cache..|org.apache.kafka.clients..|org.apache.kafka.common..|com.fasterxml.jackson..|picocli..|org.slf4j..|com.amazonaws..",
        "embedded, io.crowdchart.embedded..|redis.embedded..|org.slf4j..|com.fasterxml.jackson..|org.java_websocket..|org.apache.kafka..|kafka..|scala..|com.sun.."
    })
    void a_module_sees_only(String module, String more) {
        String allowed = more == null ? EVERYWHERE : EVERYWHERE + "|" + more;
        ArchRule rule = classes()
                .that()
                .resideInAPackage("io.crowdchart." + module + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.split("\\|")));
        rule.check(CLASSES);
    }

    @Test
    void nothing_depends_on_the_one_machine_runner() {
        noClasses()
                .that(have(resideInAPackage("io.crowdchart..")
                        .and(DescribedPredicate.not(resideInAPackage("io.crowdchart.local..")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.crowdchart.local..")
                .check(CLASSES);
    }

    @Test
    void only_the_cache_knows_redis() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.crowdchart.cache.redis..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("redis.clients..")
                .check(CLASSES);
    }

    @Test
    void only_one_class_knows_the_old_aws_sdk() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.crowdchart.operations.elasticache.SdkCacheDirectory")
                .should()
                .dependOnClassesThat(resideInAPackage("com.amazonaws..")
                        .and(DescribedPredicate.not(resideInAPackage("com.amazonaws.services.lambda.."))))
                .check(CLASSES);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.crowdchart.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void the_environment_is_read_in_configurations_only() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Config")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void nobody_asks_the_system_for_the_time() {
        noClasses()
                .should()
                .callMethodWhere(ASKS_FOR_NOW)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void handlers_have_no_state_of_their_own() {
        fields().that()
                .areDeclaredInClassesThat(
                        have(simpleNameEndingWith("Handler")).and(resideInAPackage("io.crowdchart.lambda..")))
                .should()
                .beFinal()
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(CLASSES);
    }

    @Test
    void all_modules_are_looked_at() {
        assertThat(CLASSES.stream()
                        .map(type -> type.getPackageName().replaceFirst("^io\\.crowdchart\\.([a-z]+).*", "$1"))
                        .distinct())
                .contains(
                        "model",
                        "cache",
                        "connect",
                        "ksql",
                        "interactionmodel",
                        "lambda",
                        "operations",
                        "embedded",
                        "local");
    }
}
