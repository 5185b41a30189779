package dev.baton.checker.smt.facts;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * Finds facts of a system: those about states and steps, and those about behaviours, in two threads, the second with
 * formulas of its own, so that neither waits for what the other alone is for.
 */
public final class Groundwork {
    /** Reachable states that are looked at for ideas. */
    private static final int MOST_STATES = 150_000;

    private final TransitionSystem system;
    private final List<Property> states;
    private final List<Property> behaviours;
    private final Depths depths;
    private final BooleanSupplier cancelled;
    private final CompletableFuture<Facts> quick = new CompletableFuture<>();
    private final CompletableFuture<Facts> safety = new CompletableFuture<>();
    private final CompletableFuture<Facts> liveness = new CompletableFuture<>();
    private final CompletableFuture<Basis> basis = new CompletableFuture<>();

    /**
     * What facts about behaviours build on.
     *
     * @param all empty if there are too many
     * @param known holds in all reachable states; all of it together is inductive; terms of the first thread
     */
    private record Basis(Optional<Exploration> all, List<Term> known) {}

    /**
     * Of a system.
     *
     * @param depths how far away what is far has to be to be of interest
     * @param cancelled whether to stop; called from other threads too
     */
    public Groundwork(TransitionSystem system, List<Property> properties, Depths depths, BooleanSupplier cancelled) {
        this.system = system;
        this.states = properties.stream().filter(p -> !p.kind().liveness()).toList();
        this.behaviours = properties.stream().filter(p -> p.kind().liveness()).toList();
        this.depths = depths;
        this.cancelled = cancelled;
    }

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
     * Looks for facts about states and steps; those who wait for any are told also where it fails. To be called once.
     */
    public void ofStates() {
        try {
            SymbolicSystem symbolic = new SymbolicSystem(system, cancelled);
            SafetyFacts facts = new SafetyFacts(symbolic, cancelled);
            quick.complete(facts.quick(states));
            Optional<Exploration> all = facts.isOpen() || !behaviours.isEmpty()
                    ? Exploration.of(symbolic, MOST_STATES, cancelled)
                    : Optional.empty();
            all.ifPresent(facts::holding);
            basis.complete(new Basis(all, facts.known()));
            safety.complete(all.map(there -> facts.far(there, depths)).orElseGet(facts::all));
        } catch (RuntimeException | Error e) {
            quick.completeExceptionally(e);
            basis.completeExceptionally(e);
            safety.completeExceptionally(e);
        }
    }

    /**
     * Looks for facts about behaviours, once it is known what all states have in common. To be called once, elsewhere.
     */
    public void ofBehaviours() {
        try {
            Basis known = basis.join();
            liveness.complete(
                    behaviours.isEmpty()
                            ? Facts.none()
                            : known.all.map(all -> of(all, known.known)).orElseGet(Facts::none));
        } catch (CompletionException e) {
            liveness.completeExceptionally(Optional.ofNullable(e.getCause()).orElse(e));
        } catch (RuntimeException | Error e) {
            liveness.completeExceptionally(e);
        }
    }

    private Facts of(Exploration all, List<Term> known) {
        SymbolicSystem symbolic = new SymbolicSystem(system, cancelled);
        List<Term> own = known.stream().map(symbolic.terms()::imported).toList();
        return new LivenessFacts(symbolic, new Interpreter(system), all, own, depths, cancelled).of(behaviours);
    }
}
