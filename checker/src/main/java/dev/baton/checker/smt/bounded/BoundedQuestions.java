package dev.baton.checker.smt.bounded;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A system and what is asked of it, made ready to be unrolled.
 *
 * @param targets when each property that one state or one step decides is refuted, or a cover reached
 * @param ofBehaviours liveness
 */
public record BoundedQuestions(
        Interpreter interpreter,
        SymbolicSystem system,
        StepClauses step,
        Commuting commuting,
        Map<Property, Term> targets,
        List<Property> ofBehaviours) {

    public BoundedQuestions {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        ofBehaviours = List.copyOf(ofBehaviours);
    }

    /**
     * Throws {@code TooLargeException} for what is too large, {@code CancelledException} where asked to stop.
     *
     * @param reduce whether one order of moves that commute may stand for both
     * @param cancelled asked now and then
     */
    public static BoundedQuestions of(
            TransitionSystem system, List<Property> properties, boolean reduce, BooleanSupplier cancelled) {
        SymbolicSystem symbolic = new SymbolicSystem(system, cancelled);
        Map<Property, Term> targets = new LinkedHashMap<>();
        properties.stream().filter(p -> !p.kind().liveness()).forEach(p -> targets.put(p, symbolic.target(p)));
        return new BoundedQuestions(
                new Interpreter(system),
                symbolic,
                StepClauses.of(symbolic),
                reduce ? Commuting.of(symbolic) : Commuting.none(symbolic),
                targets,
                properties.stream().filter(p -> p.kind().liveness()).toList());
    }
}
