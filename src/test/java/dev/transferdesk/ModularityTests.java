package dev.transferdesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.transferdesk");

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void onlyTheGatewayKnowsTwiliosLibrary() {
        noClasses().that()
                .resideOutsideOfPackage("dev.transferdesk.twilio..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.twilio..", "org.apache.hc..")
                .check(CLASSES);
    }

    @Test
    void nobodyReliesOnTheSandbox() {
        noClasses().that()
                .resideOutsideOfPackage("dev.transferdesk.sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.transferdesk.sandbox..")
                .check(CLASSES);
    }

    @Test
    void workflowRulesNeedNeitherSpringNorHttp() {
        noClasses().that()
                .resideInAPackage("dev.transferdesk.workflow..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.net..", "jakarta..")
                .check(CLASSES);
    }
}
