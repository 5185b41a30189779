package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Layout;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * A module around the emitted one, for TLC's distributed mode, that makes properties of steps a part of the next-state
 * relation. Workers check such properties only of steps to states that were not seen before; what is asserted in the
 * relation they evaluate at every step.
 */
final class StepModule {
    static final String NAME = "OnceAStep";

    private final TlaModule module;
    private final List<Property> steps;

    /** @param steps properties of the kind STEP */
    StepModule(TlaModule module, List<Property> steps) {
        this.module = module;
        this.steps = List.copyOf(steps);
    }

    /** The next-state relation. */
    static String next() {
        return Naming.LATCHED + "_Next";
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("---- MODULE " + NAME + " ----");
        lines.add("EXTENDS " + module.name() + ", TLC");
        for (Property property : steps) {
            Term right = LatchModule.step(module.operator(property).body());
            lines.addAll(Layout.hang(right(property) + " == ", Layout.lines(right, 100)));
        }
        lines.add(next() + " ==");
        lines.add("    /\\ " + Naming.NEXT);
        steps.forEach(property -> lines.add("    /\\ Assert(" + right(property) + ", \"a step\")"));
        lines.add("====");
        return String.join("\n", lines) + "\n";
    }

    private String right(Property property) {
        return Naming.LATCHED + "_" + module.naming().property(property);
    }
}
