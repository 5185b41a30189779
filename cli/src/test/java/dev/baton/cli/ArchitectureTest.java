package dev.baton.cli;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The allowed arrows between Baton's packages, and the house rules that bytecode can show. */
final class ArchitectureTest {
    private static final String GENERATED = "dev.baton.dsl.grammar..";

    private static final JavaClasses BATON = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.baton");

    @Test
    void everyRootPackageIsLookedAt() {
        Set<String> packages = BATON.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages)
                .contains(
                        "dev.baton.cli",
                        "dev.baton.dsl",
                        "dev.baton.trace",
                        "dev.baton.checker",
                        "dev.baton.graph",
                        "dev.baton.validate",
                        "dev.baton.view",
                        "dev.baton.runtime")
                .anyMatch(name -> name.startsWith("dev.baton.model"));
    }

    @Test
    void modelKnowsNobodyButTheJdk() {
        check(classes()
                .that()
                .resideInAPackage("dev.baton.model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("dev.baton.model..", "java..", "org.jspecify..")));
    }

    @Test
    void nothingSeesCli() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.baton.cli.."));
    }

    @Test
    void onlyCliSeesDsl() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.baton.cli..", "dev.baton.dsl..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.baton.dsl.."));
    }

    @Test
    void onlyDslSeesAntlr() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.dsl..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr.."));
    }

    @Test
    void dslSeesModelAlone() {
        check(batonIn("dev.baton.dsl..", "dev.baton.dsl..", "dev.baton.model.."));
    }

    @Test
    void traceSeesModelAlone() {
        check(batonIn("dev.baton.trace..", "dev.baton.trace..", "dev.baton.model.."));
    }

    @Test
    void checkerSeesModelAndTraceAlone() {
        check(batonIn("dev.baton.checker..", "dev.baton.checker..", "dev.baton.model..", "dev.baton.trace.."));
    }

    /** What walks are is no engine: engines take their steps. Neither are processes. */
    @Test
    void enginesDoNotSeeEachOther() {
        check(slices().matching("dev.baton.checker.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(), resideInAnyPackage("dev.baton.checker.walk..", "dev.baton.checker.process..")));
    }

    @Test
    void walksSeeNoEngine() {
        check(noClasses()
                .that()
                .resideInAPackage("dev.baton.checker.walk..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.baton.checker.*..")
                        .and(not(resideInAPackage("dev.baton.checker.walk..")))));
    }

    @Test
    void processesKnowNobodyButTheJdk() {
        check(classes()
                .that()
                .resideInAPackage("dev.baton.checker.process..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.baton.checker.process..", "java..", "org.jspecify..")));
    }

    /** Generated code is built where there is no Baton. */
    @Test
    void runtimeKnowsNobodyButTheJdk() {
        check(classes()
                .that()
                .resideInAPackage("dev.baton.runtime..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("dev.baton.runtime..", "java..", "org.jspecify..")));
    }

    @Test
    void codegenSeesModelAlone() {
        check(batonIn("dev.baton.codegen..", "dev.baton.codegen..", "dev.baton.model.."));
    }

    @Test
    void graphSeesModelAndTraceAlone() {
        check(batonIn("dev.baton.graph..", "dev.baton.graph..", "dev.baton.model..", "dev.baton.trace.."));
    }

    /** It is large: no other command loads it. */
    @Test
    void onlyDrawingSeesTheLayoutKernel() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.graph.draw..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.."));
    }

    @Test
    void onlyTheGraphCommandSeesGraphs() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.graph..")
                .and()
                .haveSimpleNameNotStartingWith("Graph")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.baton.graph.."));
    }

    @Test
    void viewSeesModelAndTraceAlone() {
        check(batonIn("dev.baton.view..", "dev.baton.view..", "dev.baton.model..", "dev.baton.trace.."));
    }

    @Test
    void validateSeesModelAndTraceAlone() {
        check(batonIn("dev.baton.validate..", "dev.baton.validate..", "dev.baton.model..", "dev.baton.trace.."));
    }

    @Test
    void onlyTheViewersServerSeesTheNetworksServer() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.view.server..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.net.httpserver.."));
    }

    @Test
    void nothingCompilesAgainstTlc() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("tlc2..", "tla2sany.."));
    }

    @Test
    void onlyCertificatesSeeFurtherSolvers() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.checker.smt.certificate..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.github.cvc5..", "de.uni_freiburg.."));
    }

    @Test
    void onlyTheSmtEngineSeesZ3() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.baton.checker.smt..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.microsoft.z3.."));
    }

    /** But for what runs in a process of its own, and talks to the one that started it. */
    @Test
    void onlyCliExitsOrPrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("dev.baton.cli..", GENERATED)
                .and()
                .doNotHaveFullyQualifiedName("dev.baton.checker.process.Service")
                .and()
                .doNotHaveFullyQualifiedName("dev.baton.runtime.process.KernelMain")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void noStaticCanBeReassigned() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(not(resideInAPackage(GENERATED)))
                .and(describe(
                        "were written by hand", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal());
    }

    @Test
    void everyPackageHasACharterAndSaysHowItTreatsNull() {
        assertThat(packages())
                // Generated.
                .filteredOn(holder -> !holder.getName().startsWith("dev.baton.reference."))
                .filteredOn(holder -> !holder.isAnnotatedWith(NullMarked.class))
                .filteredOn(holder -> !holder.isAnnotatedWith(NullUnmarked.class))
                .extracting(JavaPackage::getName)
                .as("packages whose package-info.java lacks @NullMarked, or is missing")
                .isEmpty();
    }

    private static Set<JavaPackage> packages() {
        return BATON.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    }

    /** Of Baton's own classes, those in one package see only those in the others. */
    private static ArchRule batonIn(String seer, String... seen) {
        return noClasses()
                .that()
                .resideInAPackage(seer)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.baton..").and(not(resideInAnyPackage(seen))));
    }

    /** A package may be empty as yet: then its rule has nothing to say. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(BATON);
    }
}
