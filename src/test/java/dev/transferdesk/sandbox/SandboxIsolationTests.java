package dev.transferdesk.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

class SandboxIsolationTests {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.transferdesk");

    @Test
    void nobodyKnowsTheSandbox() {
        noClasses().that()
                .resideOutsideOfPackage("..sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..sandbox..")
                .check(PRODUCTION);
    }

    @Test
    void sandboxKnowsNothingOfTheDeskButTheWorkflowLanguage() {
        noClasses().that()
                .resideInAPackage("..sandbox..")
                .should()
                .dependOnClassesThat(deskOtherThanWorkflow())
                .check(PRODUCTION);
    }

    @Test
    void sandboxDoesNotUseTwiliosClient() {
        noClasses().that()
                .resideInAPackage("..sandbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.twilio..")
                .check(PRODUCTION);
    }

    private static DescribedPredicate<JavaClass> deskOtherThanWorkflow() {
        return DescribedPredicate.describe("are the desk's",
                type -> type.getPackageName().startsWith("dev.transferdesk")
                        && !type.getPackageName().startsWith("dev.transferdesk.sandbox")
                        && !type.getPackageName().startsWith("dev.transferdesk.workflow"));
    }
}
