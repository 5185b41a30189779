package dev.baton.checker.smt.prove;

import dev.baton.checker.smt.horn.Horn;
import dev.baton.checker.smt.induction.KInduction;
import dev.baton.checker.smt.pdr.Enumerated;
import dev.baton.checker.smt.pdr.Pdr;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.proof.Task;
import dev.baton.model.interpreter.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A way to prove that bad states are not reached. */
public enum Method {
    K_INDUCTION("k-induction"),
    IC3("IC3"),
    /** IC3 that also excludes the states that stand in the way of a more general clause. */
    IC3_THOROUGH("IC3, thorough"),
    /** In a process of its own, which it may take down. */
    SPACER("Spacer"),
    /** Clauses that all reachable states satisfy, where there are few enough of these. */
    REACHABLE("reachable states");

    private final String label;

    Method(String label) {
        this.label = label;
    }

    /** Those that are asked if nobody says which. */
    public static List<Method> usual() {
        return List.of(values());
    }

    /** How long the others are left alone first: what is proved quickly is not to wait for a process to start. */
    Duration headStart() {
        return switch (this) {
            case K_INDUCTION, IC3, IC3_THOROUGH, REACHABLE -> Duration.ZERO;
            case SPACER -> Duration.ofSeconds(2);
        };
    }

    /**
     * Where the memory of this process is short, the one with the greatest number goes first: k-induction copies the
     * system for every step, and of the methods that are left IC3 is the last. 0 for what takes none of it.
     */
    int appetite() {
        return switch (this) {
            case K_INDUCTION -> 4;
            case IC3_THOROUGH -> 3;
            case REACHABLE -> 2;
            case IC3 -> 1;
            case SPACER -> 0;
        };
    }

    /** How reports call it. */
    public String label() {
        return label;
    }

    Outcome run(Task task, Means means) {
        return switch (this) {
            case K_INDUCTION -> new KInduction(task).run();
            case IC3 -> new Pdr(task, false).run();
            case IC3_THOROUGH -> new Pdr(task, true).run();
            case SPACER -> new Horn(task, means.spacer()).run();
            case REACHABLE -> {
                Optional<List<State>> states = means.reachable().all(task.session()::cancelled);
                yield states.isPresent()
                        ? enumerated(task, states.get(), means.reachable()).run()
                        : new Outcome.Undecided(means.reachable().missing());
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
