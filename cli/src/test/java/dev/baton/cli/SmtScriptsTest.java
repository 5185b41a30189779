package dev.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.z3.BoolExpr;
import dev.baton.checker.smt.script.SmtScript;
import dev.baton.checker.smt.script.Substitution;
import dev.baton.checker.smt.solver.Incremental;
import dev.baton.checker.smt.solver.Session;
import dev.baton.checker.smt.solver.Translation;
import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.StepRelation;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code baton smt} writes is read by solvers of several makers, which agree with Z3 asked without any text. */
final class SmtScriptsTest {
    private static final Path SPECS =
            Path.of(System.getProperty("baton.root", "..")).resolve("specs");

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everySpec() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(SPECS)) {
            files = all.filter(f -> f.toString().endsWith(".baton")).sorted().toList();
        }
        for (Path file : files) {
            LoadedFile loaded = Frontend.load(file).result().orElseThrow();
            for (CheckSpec check : loaded.checks()) {
                TransitionSystem system = Lowering.lower(
                        Frontend.protocol(loaded, check.parameters()).result().orElseThrow());
                String name = system.name() + "-" + check.name();
                tests.add(DynamicTest.dynamicTest(name, () -> agree(name, system, check.name())));
            }
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    private void agree(String name, TransitionSystem source, String check) throws Exception {
        SymbolicSystem system = new SymbolicSystem(source, () -> false);
        String text = SmtScript.of(system, source.properties(), check);
        assertThat(SmtScript.of(new SymbolicSystem(source, () -> false), source.properties(), check))
                .isEqualTo(text);
        Path file = Files.writeString(folder.resolve(name + ".smt2"), text);
        List<String> expected = answers(new SymbolicSystem(source, () -> false));
        boolean some = false;
        for (List<String> command : List.of(List.of("z3"), List.of("cvc5", "--incremental"))) {
            if (installed(command.getFirst())) {
                some = true;
                assertThat(asked(command, file)).as(command.getFirst()).isEqualTo(expected);
            }
        }
        assumeTrue(some, "neither z3 nor cvc5 is installed");
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(f -> Files.isExecutable(Path.of(f).resolve(program)));
    }

    /** Every line that a program prints but for what it was told to. */
    private List<String> asked(List<String> command, Path file) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.add(file.toString());
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.waitFor();
        return Files.readAllLines(out, StandardCharsets.UTF_8).stream()
                .map(l -> l.replace("\"", ""))
                .filter(l -> !l.startsWith("Does "))
                .toList();
    }

    /** The questions of the script, in its order, asked of Z3 by its interface. */
    private static List<String> answers(SymbolicSystem system) {
        Terms terms = system.terms();
        List<Property> kept = system.system().properties().stream()
                .filter(p -> p.kind().stateInvariant() || p.kind() == Property.Kind.DEADLOCK_FREE)
                .toList();
        Substitution next =
                new Substitution(terms, system.leaves().stream().collect(Collectors.toMap(Leaf::now, Leaf::next)));
        List<String> answers = new ArrayList<>();
        Term init = terms.all(system.leaves().stream()
                .map(leaf -> terms.equal(leaf.now(), leaf.initial()))
                .toList());
        for (Property property : kept) {
            answers.add(answer(List.of(terms.both(init, system.target(property))), List.of()));
        }
        StepRelation step = StepRelation.of(system);
        List<Term> before = new ArrayList<>(step.constraints());
        before.add(system.wellFormed());
        kept.forEach(p -> before.add(terms.not(system.target(p))));
        for (Property property : kept) {
            answers.add(answer(with(before, next.of(system.target(property))), step.taken()));
        }
        Term changed = terms.any(system.leaves().stream()
                .map(leaf -> terms.not(terms.equal(leaf.next(), leaf.now())))
                .toList());
        for (Property property : system.system().properties()) {
            if (property.kind() == Property.Kind.STEP) {
                answers.add(answer(with(before, terms.both(changed, system.target(property))), step.taken()));
            }
        }
        return answers;
    }

    private static List<Term> with(List<Term> all, Term more) {
        List<Term> longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }

    private static String answer(List<Term> asserted, List<Term> atMostOne) {
        try (Session session = new Session(() -> false)) {
            Incremental solver = new Incremental(session);
            Translation translation = Translation.named(session.context(), Term::name);
            asserted.forEach(t -> solver.add(translation.truth(t)));
            List<BoolExpr> taken = atMostOne.stream().map(translation::truth).toList();
            solver.addAtMostOne(taken);
            return solver.satisfiable() ? "sat" : "unsat";
        }
    }

    /** Names that mean something to solvers, numbers below zero and wide ones, a sequence, a union, a set. */
    @Test
    void namesOfSolversAreNoTrouble() throws Exception {
        String text = """
            protocol Names
            enum bvadd { and_, xor, distinct, concat }
            memory select: bvadd = xor
            memory store: bool = false
            memory repeat: -9..9 = -3
            memory init: 0..100000 = 70000
            memory step: seq<-2..2, 3> = []
            memory ite: set<bvadd> = {}
            kernel K {
              var concat: bool = false
              action go when not concat and len(step) < 3 {
                concat = store
                repeat = if repeat * 2 in -9..9 then repeat * 2 else 0
                init = init / 3 + init % 7
                step = append(step, -1)
                ite = ite union {distinct}
              }
            }
            invariant invariant_: init != 3
            invariant well: repeat < 9
            """;
        LoadedFile loaded = Frontend.load(Path.of("names.baton"), new SourceFile("names.baton", text))
                .result()
                .orElseThrow();
        agree(
                "names",
                Lowering.lower(Frontend.protocol(loaded, Map.of()).result().orElseThrow()),
                "all");
    }
}
