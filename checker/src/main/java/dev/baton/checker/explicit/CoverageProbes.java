package dev.baton.checker.explicit;

import dev.baton.checker.explicit.emit.ProbeEmitter;
import dev.baton.checker.explicit.emit.SystemEmitter;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Predicate;
import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.program.Unroll;
import dev.baton.checker.explicit.search.Probes;
import dev.baton.checker.explicit.search.SearchResult;
import dev.baton.checker.explicit.search.Sightings;
import dev.baton.model.coverage.Coverage;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Coverable.Sight;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was written, as questions for the compiled search. That a kind of step uses something whenever it is taken needs
 * no question: how often it is taken is counted anyway.
 *
 * @param ofStates by probe of a state, the goal that it is about
 * @param ofSteps the same for steps
 * @param digest names the probes and what each is about: two of one name ask the same
 */
record CoverageProbes(
        List<Coverable> goals,
        List<Instance> instances,
        List<Integer> ofStates,
        List<Integer> ofSteps,
        Probes probes,
        String digest) {

    /** Empty if the questions are too much for the JVM. */
    static Optional<CoverageProbes> of(
            TransitionSystem system, List<Coverable> goals, Layout layout, Program program, State first) {
        try {
            return Optional.of(compile(system, goals, layout, program, first));
        } catch (TooLargeException e) {
            return Optional.empty();
        }
    }

    private static CoverageProbes compile(
            TransitionSystem system, List<Coverable> goals, Layout layout, Program program, State first) {
        List<Integer> ofStates = new ArrayList<>();
        List<Integer> ofSteps = new ArrayList<>();
        List<Predicate> states = new ArrayList<>();
        List<Predicate> steps = new ArrayList<>();
        for (int i = 0; i < goals.size(); i++) {
            switch (goals.get(i).sight()) {
                case Sight.Marked _ -> {}
                case Sight.OfState sight -> {
                    ofStates.add(i);
                    states.add(new Predicate(sight.predicate(), false));
                }
                case Sight.OfStep sight -> {
                    ofSteps.add(i);
                    steps.add(new Predicate(sight.predicate(), false));
                }
            }
        }
        Program asked = Unroll.predicates(system, layout, first, states, steps);
        List<List<List<Node>>> alternatives = new ArrayList<>();
        asked.state().forEach(predicate -> alternatives.add(List.of(List.of(predicate))));
        marked(program).forEach((goal, marked) -> {
            ofStates.add(goal);
            alternatives.add(marked);
        });
        byte[] bytes = ProbeEmitter.bytes(program.words(), alternatives, asked.step());
        return new CoverageProbes(
                goals,
                program.instances(),
                ofStates,
                ofSteps,
                ProbeEmitter.load(bytes),
                SystemEmitter.digest(bytes, ofStates + " " + ofSteps));
    }

    /** By goal, in which states some step can be taken that uses it there and not everywhere. */
    private static SortedMap<Integer, List<List<Node>>> marked(Program program) {
        SortedMap<Integer, List<List<Node>>> found = new TreeMap<>();
        for (Instance instance : program.instances()) {
            for (Instance.Mark mark : instance.marks()) {
                if (!mark.condition().isTrue() && !mark.condition().isFalse()) {
                    List<Node> all = new ArrayList<>(instance.guard());
                    all.add(mark.condition());
                    found.computeIfAbsent(mark.coverable(), _ -> new ArrayList<>())
                            .add(all);
                }
            }
        }
        return found;
    }

    /** What a search that visited everything has seen. */
    Coverage coverage(SearchResult found, Sightings sightings) {
        Set<Integer> seen = new TreeSet<>();
        for (int i = 0; i < ofStates.size(); i++) {
            if (sightings.state(i)) {
                seen.add(ofStates.get(i));
            }
        }
        for (int i = 0; i < ofSteps.size(); i++) {
            if (sightings.step(i)) {
                seen.add(ofSteps.get(i));
            }
        }
        for (Instance instance : instances) {
            if (found.taken().get(instance.number()) > 0) {
                instance.marks().stream()
                        .filter(mark -> mark.condition().isTrue())
                        .forEach(mark -> seen.add(mark.coverable()));
            }
        }
        return new Coverage(goals, seen);
    }
}
