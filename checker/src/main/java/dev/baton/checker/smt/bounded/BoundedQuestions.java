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
 * @param reduce whether the search may be made smaller where that changes nothing that is found
 * @param ofBehaviours liveness
 */
public record BoundedQuestions(
        Interpreter interpreter,
        SymbolicSystem system,
        StepClauses step,
        Map<Property, Term> targets,
        boolean reduce,
        List<Property> ofBehaviours) {

    public BoundedQuestions {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        ofBehaviours = List.copyOf(ofBehaviours);
    }

    /**
     * Throws {@code TooLargeException} for what is too large, {@code CancelledException} where asked to stop.
     *
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
                targets,
                reduce,
                properties.stream().filter(p -> p.kind().liveness()).toList());
    }
}
