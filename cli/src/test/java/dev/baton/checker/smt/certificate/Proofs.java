package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.interpreter.Exploration;
import dev.baton.model.interpreter.Exploration.Outcome;
import dev.baton.model.interpreter.Explorer;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Systems with invariants that need nobody to find them. */
final class Proofs {
    /** Light goes round from lamp to lamp; that one stays dark is inductive only with all the others. */
    static final String LAMPS = """
        protocol Lamps

        param N: 1..9 = 3

        kernel K {
          var first: bool = false
          var second: bool = false
          var third: bool = false
          var hour: 0..9 = 0

          action pass {
            third = second
            second = first
            first = third
            hour = if hour < N then hour + 1 else 0
          }
        }

        invariant Dark: not K.third
        invariant Early: K.hour <= N
        step Onward: K.hour' > K.hour or K.hour' == 0
        """;

    private Proofs() {}

    static TransitionSystem system(String text, Map<String, Integer> parameters) {
        LoadedFile file = Frontend.load(Path.of("lamps.baton"), new SourceFile("lamps.baton", text))
                .result()
                .orElseThrow();
        return Lowering.lower(Frontend.protocol(file, parameters).result().orElseThrow());
    }

    static SymbolicSystem lamps() {
        return new SymbolicSystem(system(LAMPS, Map.of()), () -> false);
    }

    /** The truth value of a leaf. */
    static Term leaf(SymbolicSystem system, String name) {
        return system.leaves().stream()
                .filter(leaf -> leaf.name().equals(name))
                .findFirst()
                .orElseThrow()
                .now();
    }

    /** What makes it a proof that the lamps stay dark. */
    static List<Term> dark(SymbolicSystem system) {
        Terms terms = system.terms();
        Term hour = leaf(system, "K.hour");
        return List.of(
                terms.not(leaf(system, "K.first")),
                terms.not(leaf(system, "K.second")),
                terms.not(leaf(system, "K.third")),
                terms.below(hour, terms.number(4, hour.width())));
    }

    static List<Property> named(SymbolicSystem system, String... names) {
        return system.system().properties().stream()
                .filter(p -> List.of(names).contains(p.name()))
                .toList();
    }

    static Set<State> reachable(TransitionSystem system, int most) {
        Interpreter interpreter = new Interpreter(system);
        Set<State> seen = new LinkedHashSet<>(Set.of(interpreter.initial()));
        Deque<State> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() < most) {
            for (Step step : interpreter.successors(open.remove())) {
                if (seen.add(step.after())) {
                    open.add(step.after());
                }
            }
        }
        return seen;
    }

    /** That the state is one of these. */
    static Term among(SymbolicSystem system, Collection<State> states) {
        Terms terms = system.terms();
        List<Term> cubes = new ArrayList<>();
        for (State state : states) {
            long[] bits = system.bits(state);
            List<Term> literals = new ArrayList<>();
            for (Leaf leaf : system.leaves()) {
                long value = bits[leaf.number()];
                literals.add(
                        leaf.now().sort() instanceof Sort.Bits sort
                                ? terms.equal(leaf.now(), terms.number(value, sort.width()))
                                : value == 1 ? leaf.now() : terms.not(leaf.now()));
            }
            cubes.add(terms.all(literals));
        }
        return terms.any(cubes);
    }

    /** Those of the properties that an invariant can prove and that hold. */
    static List<Property> provable(TransitionSystem system) {
        List<Property> safety = system.properties().stream()
                .filter(p -> p.kind().stateInvariant()
                        || p.kind() == Property.Kind.STEP
                        || p.kind() == Property.Kind.DEADLOCK_FREE)
                .toList();
        Exploration found = Explorer.explore(system, safety, _ -> Optional.empty());
        return found.findings().stream()
                .filter(f -> f.outcome() instanceof Outcome.Holds)
                .map(Exploration.Finding::property)
                .toList();
    }
}
