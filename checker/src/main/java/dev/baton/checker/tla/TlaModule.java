package dev.baton.checker.tla;

import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.List;
import java.util.Map;

/** A TLA+ module, and what its names mean in Baton. */
public final class TlaModule {
    private final TransitionSystem system;
    private final Encoding encoding;
    private final Naming naming;
    private final Map<Property, Operator> operators;
    private final String text;
    private final List<String> constantLines;
    private final boolean symmetry;

    TlaModule(
            TransitionSystem system,
            Encoding encoding,
            Naming naming,
            Map<Property, Operator> operators,
            String text,
            List<String> constantLines,
            boolean symmetry) {
        this.system = system;
        this.encoding = encoding;
        this.naming = naming;
        this.operators = Map.copyOf(operators);
        this.text = text;
        this.constantLines = List.copyOf(constantLines);
        this.symmetry = symmetry;
    }

    /** The module's name; TLC wants its file to be called so. */
    public String name() {
        return naming.module();
    }

    public String text() {
        return text;
    }

    /**
     * A configuration file for people, to check everything but what must be reachable.
     *
     * @param symmetry whether TLC may use symmetry; then it checks no liveness
     */
    public String configuration(boolean symmetry) {
        List<Property> asked = system.properties().stream()
                .filter(p -> p.kind() != Property.Kind.COVER
                        && !(symmetry && p.kind().liveness()))
                .toList();
        return TlaConfig.of(this, asked).withTypes().withSymmetry(symmetry).text();
    }

    TransitionSystem system() {
        return system;
    }

    Encoding encoding() {
        return encoding;
    }

    Naming naming() {
        return naming;
    }

    /** What the module says of a property. */
    Operator operator(Property property) {
        Operator operator = operators.get(property);
        if (operator == null) {
            throw new IllegalArgumentException("the module has no operator for " + property.name());
        }
        return operator;
    }

    /** The constants and their values, as lines of a configuration file. */
    List<String> constantLines() {
        return constantLines;
    }

    /** Whether the module defines {@code Symmetry}. */
    boolean symmetry() {
        return symmetry;
    }
}
