package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.horn.Horn;
import dev.baton.checker.smt.induction.KInduction;
import dev.baton.checker.smt.pdr.Enumerated;
import dev.baton.checker.smt.pdr.Pdr;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.model.interpreter.State;
import java.util.List;
import java.util.Optional;

/** A way to prove that bad states are not reached. */
public enum Method {
    K_INDUCTION("k-induction"),
    IC3("IC3"),
    /** IC3 that also excludes the states that stand in the way of a more general clause. */
    IC3_THOROUGH("IC3, thorough"),
    /**
     * Only where somebody asks for it: Spacer (of Z3 4.14.1) was seen to follow a stray pointer, in
     * {@code spacer::hypothesis_reducer}, and then the JVM is gone. Of random protocols it decided nothing that IC3 did
     * not.
     */
    SPACER("Spacer"),
    /** Clauses that all reachable states satisfy, where there are few enough of these. */
    REACHABLE("reachable states");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    /** Those that are asked if nobody says which. */
    public static List<Method> usual() {
        return List.of(K_INDUCTION, IC3, IC3_THOROUGH, REACHABLE);
    }

    /** How reports call it. */
    public String label() {
        return label;
    }

    Outcome run(Task task, ReachableStates reachable) {
        return switch (this) {
            case K_INDUCTION -> new KInduction(task).run();
            case IC3 -> new Pdr(task, false).run();
            case IC3_THOROUGH -> new Pdr(task, true).run();
            case SPACER -> new Horn(task).run();
            case REACHABLE -> {
                Optional<List<State>> states = reachable.all(task.session()::cancelled);
                yield states.isPresent()
                        ? enumerated(task, states.get(), reachable).run()
                        : new Outcome.Undecided(reachable.missing());
            }
        };
    }

    private static Enumerated enumerated(Task task, List<State> states, ReachableStates reachable) {
        return new Enumerated(
                task,
                states.stream().map(task.system()::bits).toList(),
                number -> reachable.way(states.get(number)).stream()
                        .map(task.system()::bits)
                        .toList());
    }
}
