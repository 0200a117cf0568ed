package io.crowdchart.infra;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may see whom in the app; the other modules have theirs in {@code local}. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("infra-cdk"))
            .importPackages("io.crowdchart");

    @Test
    void the_app_sees_the_cdk_and_no_class_that_it_deploys() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.crowdchart.infra..",
                        "software.amazon.awscdk..",
                        "software.constructs..",
                        "io.github.cdklabs.cdknag.."))
                .check(CLASSES);
    }

    @Test
    void templates_are_the_same_everywhere() {
        noClasses()
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
        noClasses().should().callMethodWhere(target(name("now"))).check(CLASSES);
    }

    @Test
    void stacks_know_constructs_and_constructs_know_no_stack() {
        noClasses()
                .that()
                .resideInAPackage("..infra.construct..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..infra.stack..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..infra.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..infra.stack..", "..infra.construct..")
                .check(CLASSES);
        slices().matching("io.crowdchart.infra.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothing_is_kept_in_static_fields_that_change() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void the_app_is_looked_at() {
        assertThat(CLASSES.contain(InfraApp.class)).isTrue();
        assertThat(CLASSES.size()).isGreaterThan(30);
    }
}
