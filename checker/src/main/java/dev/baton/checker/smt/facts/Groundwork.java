package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** Finds facts of a system, first those about states and steps, then those about behaviours. */
public final class Groundwork {
    /** Reachable states that are looked at for ideas. */
    private static final int MOST_STATES = 150_000;

    private final CompletableFuture<Facts> quick = new CompletableFuture<>();
    private final CompletableFuture<Facts> safety = new CompletableFuture<>();
    private final CompletableFuture<Facts> liveness = new CompletableFuture<>();
    private Optional<Exploration> exploration = Optional.empty();
    private boolean explored;

    /** What takes little to prove of properties that states and steps decide. */
    public CompletableFuture<Facts> quick() {
        return quick;
    }

    /** What is known of properties that states and steps decide. */
    public CompletableFuture<Facts> safety() {
        return safety;
    }

    /** What is known of liveness. */
    public CompletableFuture<Facts> liveness() {
        return liveness;
    }

    /**
     * Looks for facts; those who wait for them are told also where it fails. Not to be called twice.
     *
     * @param depths how far away what is far has to be to be of interest
     * @param cancelled whether to stop; called from other threads too
     */
    public void run(TransitionSystem system, List<Property> properties, Depths depths, BooleanSupplier cancelled) {
        try {
            SymbolicSystem symbolic = new SymbolicSystem(system, cancelled);
            SafetyFacts states = new SafetyFacts(symbolic, () -> explored(symbolic, cancelled), cancelled);
            quick.complete(states.quick(
                    properties.stream().filter(p -> !p.kind().liveness()).toList()));
            safety.complete(states.all(depths));
            List<Property> behaviours =
                    properties.stream().filter(p -> p.kind().liveness()).toList();
            liveness.complete(
                    behaviours.isEmpty()
                            ? Facts.none()
                            : explored(symbolic, cancelled)
                                    .map(all -> new LivenessFacts(
                                                    symbolic,
                                                    new Interpreter(system),
                                                    all,
                                                    states.known(),
                                                    depths,
                                                    cancelled)
                                            .of(behaviours))
                                    .orElseGet(Facts::none));
        } catch (RuntimeException | Error e) {
            quick.completeExceptionally(e);
            safety.completeExceptionally(e);
            liveness.completeExceptionally(e);
        }
    }

    private Optional<Exploration> explored(SymbolicSystem system, BooleanSupplier cancelled) {
        if (!explored) {
            explored = true;
            exploration = Exploration.of(system, MOST_STATES, cancelled);
        }
        return exploration;
    }
}
