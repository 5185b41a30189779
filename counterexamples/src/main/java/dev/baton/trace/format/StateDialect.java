package dev.baton.trace.format;

import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.Optional;

/** How somebody calls a system's variables and actions, and writes its values. */
public interface StateDialect {

    /** For messages: {@code the TLA+ of Baton}. */
    String name();

    /** What a variable is called. */
    String variable(Variable variable);

    /** The action of a name. Empty if the name says nothing, so that any step will do. */
    Optional<Action> action(String name);

    /**
     * A value of a type.
     *
     * @throws ValueMismatch if it is none
     */
    Value value(Type type, Json json);
}
