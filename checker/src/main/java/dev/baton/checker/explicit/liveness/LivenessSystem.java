package dev.baton.checker.explicit.liveness;

import dev.baton.checker.explicit.emit.SystemEmitter;
import dev.baton.checker.explicit.layout.Layout;
import dev.baton.checker.explicit.program.Instance;
import dev.baton.checker.explicit.program.Predicate;
import dev.baton.checker.explicit.program.Unroll;
import dev.baton.checker.explicit.search.CompiledSystem;
import dev.baton.model.expr.Binder;
import dev.baton.model.fairness.Obligations;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.FairUnits;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A compiled system with what liveness needs beside its steps: who is to be treated fairly, and predicates as code. */
public final class LivenessSystem {
    private final Interpreter interpreter;
    private final Layout layout;
    private final CompiledSystem compiled;
    private final List<BitSet> units;
    private final Obligations obligations;
    private final Map<Property, List<CompiledSystem>> predicates = new HashMap<>();

    /** @param instances those of the compiled system */
    public LivenessSystem(Interpreter interpreter, Layout layout, CompiledSystem compiled, List<Instance> instances) {
        this.interpreter = interpreter;
        this.layout = layout;
        this.compiled = compiled;
        FairUnits fair = interpreter.fairUnits();
        this.units =
                instances.stream().map(i -> fair.of(i.action(), i.arguments())).toList();
        this.obligations = fair.obligations();
    }

    CompiledSystem compiled() {
        return compiled;
    }

    /** By instance, the units of fairness that it is a step of. */
    List<BitSet> units() {
        return units;
    }

    Obligations obligations() {
        return obligations;
    }

    /**
     * The predicates of a property, under each binding of its binders: bit 0 of what {@link CompiledSystem#decided}
     * says is the left one, bit 1 the right one of LEADS_TO. They are compiled once.
     */
    List<CompiledSystem> predicates(Property property) {
        return predicates.computeIfAbsent(
                property,
                p -> interpreter.bindings(p.binders()).stream()
                        .map(binding -> compile(p, binding))
                        .toList());
    }

    private CompiledSystem compile(Property property, Environment binding) {
        List<Predicate.Local> locals = new ArrayList<>();
        for (Binder binder : property.binders()) {
            locals.add(new Predicate.Local(binder.name(), binder.type(), binding.get(binder.name())));
        }
        List<Predicate> both = new ArrayList<>();
        both.add(new Predicate(property.left(), false, locals));
        property.right().ifPresent(right -> both.add(new Predicate(right, false, locals)));
        return SystemEmitter.load(Unroll.predicates(interpreter.system(), layout, interpreter.initial(), both));
    }
}
