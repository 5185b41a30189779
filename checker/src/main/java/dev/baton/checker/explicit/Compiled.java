package dev.baton.checker.explicit;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.Reduction;
import dev.baton.checker.explicit.emit.SystemEmitter;
import dev.baton.checker.explicit.ir.TooLargeException;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.layout.Packer;
import dev.baton.checker.explicit.liveness.LivenessSystem;
import dev.baton.checker.explicit.program.Program;
import dev.baton.checker.explicit.program.Unroll;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.checker.explicit.search.Probes;
import dev.baton.checker.explicit.search.Representatives;
import dev.baton.checker.explicit.search.Sightings;
import dev.baton.model.coverage.Goals;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A system made ready to be searched for some of its properties.
 *
 * @param refused reductions that were not made
 */
record Compiled(
        Interpreter interpreter,
        Questions questions,
        Layout layout,
        Packer packer,
        Program program,
        CompiledSystem system,
        List<Reduction> refused,
        Optional<CoverageProbes> coverage) {

    /** Throws {@code TooLargeException} for what is beyond this engine. */
    static Compiled of(CheckRequest request) {
        Questions questions = Questions.of(request.properties());
        ReductionPlan plan = ReductionPlan.of(request, questions);
        return of(request, questions, plan);
    }

    private static Compiled of(CheckRequest request, Questions questions, ReductionPlan plan) {
        if (plan.reducing().exchangeable().isEmpty()) {
            return compile(request, questions, plan);
        }
        try {
            return compile(request, questions, plan);
        } catch (TooLargeException e) {
            return compile(request, questions, plan.withoutSymmetry(e.because()));
        }
    }

    private static Compiled compile(CheckRequest request, Questions questions, ReductionPlan plan) {
        TransitionSystem system = request.system();
        Interpreter interpreter = new Interpreter(system);
        State first = interpreter.initial();
        Layout layout = Layout.of(system);
        Program program = unroll(system, layout, first, questions, plan);
        if (program.instances().stream().allMatch(i -> i.checks().isEmpty())) {
            // no check is left that could fail: worth the bits of the error variable if that saves a word
            Layout smaller = Layout.of(system, false);
            if (smaller.words() < layout.words()) {
                layout = smaller;
                program = unroll(system, layout, first, questions, plan);
            }
        }
        if (ReductionPlan.tooMany(related(program))) {
            throw new TooLargeException("members that are related to each other can be ordered in more than "
                    + Representatives.MOST_ORDERS + " ways");
        }
        CompiledSystem compiled = SystemEmitter.load(program);
        if (!symmetric(compiled)) {
            throw new TooLargeException("the first state tells members apart");
        }
        List<Reduction> refused = new ArrayList<>(plan.refused());
        if (plan.reducing().partialOrder() && program.persistent().isEmpty()) {
            refused.add(Reduction.refused(
                    Reduction.Kind.PARTIAL_ORDER, "every step may disturb others, or is seen by a property"));
        }
        if (plan.reducing().deadVariables() && program.reset().isEmpty()) {
            refused.add(Reduction.refused(
                    Reduction.Kind.DEAD_VARIABLES, "no step writes what would else be read, or a property reads it"));
        }
        return new Compiled(
                interpreter,
                questions,
                layout,
                new Packer(system, layout, first),
                program,
                compiled,
                refused,
                CoverageProbes.of(system, Goals.of(system, request.properties()), layout, program, first));
    }

    /** What a search is to look out for. */
    Sightings sightings() {
        return new Sightings(coverage.map(CoverageProbes::probes).orElse(Probes.NONE), layout.words());
    }

    /** What liveness needs beside. */
    LivenessSystem liveness() {
        return new LivenessSystem(interpreter, layout, system, program.instances());
    }

    /** Names what is searched for what, and how it is packed. */
    String digest() {
        return SystemEmitter.digest(program)
                + coverage.map(c -> " " + c.digest()).orElse("");
    }

    private static Program unroll(
            TransitionSystem system, Layout layout, State first, Questions questions, ReductionPlan plan) {
        return Unroll.unroll(
                system, layout, first, questions.statePredicates(), questions.stepPredicates(), plan.reducing());
    }

    /** How many members those types have of which looks do not tell everything. */
    private static List<Integer> related(Program program) {
        return program.symmetries().stream()
                .filter(s -> !s.complete())
                .map(s -> s.type().size())
                .toList();
    }

    /** Whether no exchange changes the first state. */
    private static boolean symmetric(CompiledSystem system) {
        long[] first = new long[system.words()];
        system.initial(first, 0);
        for (CompiledSystem.Interchange type : system.interchanges()) {
            for (int i = 0; i + 1 < type.members(); i++) {
                long[] exchanged = first.clone();
                system.exchange(type.first() + i, exchanged, 0);
                if (!Arrays.equals(first, exchanged)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether some states stand for others. */
    boolean reduced() {
        return !program.symmetries().isEmpty() || resets();
    }

    /** Whether a search may miss what no exchange of members shows. */
    boolean hides() {
        return !program.persistent().isEmpty() || resets();
    }

    /** Whether steps reset dead variables. */
    boolean resets() {
        return !program.reset().isEmpty();
    }

    /**
     * What to search without partial order to miss nothing; it may ask for no property. Its kinds of step have the same
     * numbers. Throws {@code TooLargeException} for what does not fit in methods of the JVM.
     */
    CompiledSystem hidingNothing() {
        return resets() ? SystemEmitter.load(program.symmetryAlone()) : system;
    }

    /** The words of the state that a search visits in a state's place. */
    long[] representative(State state) {
        return representative(packer.pack(state));
    }

    /** The same of a state's words. */
    long[] representative(long[] state) {
        long[] words = state.clone();
        program.resets().apply(words, 0);
        new Representatives(system).represent(words, 0);
        return words;
    }
}
