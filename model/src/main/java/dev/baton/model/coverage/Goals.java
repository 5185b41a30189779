package dev.baton.model.coverage;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Coverable.Kind;
import dev.baton.model.system.Coverable.Sight;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.value.Domain;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** All that a run is to look out for. */
public final class Goals {
    private Goals() {}

    /**
     * The system's coverables, with their numbers; then its variables that a designer declared and that have more than
     * one value, and the antecedents in the properties that are asked.
     */
    public static List<Coverable> of(TransitionSystem system, List<Property> asked) {
        List<Coverable> goals = new ArrayList<>(system.coverables());
        system.variables().stream().filter(Goals::declared).forEach(v -> goals.add(changes(v)));
        asked.forEach(property -> Antecedents.add(property, goals));
        return List.copyOf(goals);
    }

    private static boolean declared(Variable variable) {
        boolean role = switch (variable.role()) {
            case PRIVATE, MEMORY -> true;
            case LOCAL, CONTROL, CHANNEL, PENDING, MASK, BUFFER, LIFE, OWNER, BUDGET, HISTORY, ERROR -> false;
        };
        return role && variable.span().known() && Domain.size(variable.type()).compareTo(BigInteger.ONE) > 0;
    }

    private static Coverable changes(Variable variable) {
        Expr changed = Exprs.not(Exprs.eq(Exprs.read(variable), variable.init()));
        return new Coverable(
                Kind.VARIABLE,
                List.of(variable.name()),
                variable.span(),
                OptionalInt.empty(),
                new Sight.OfState(changed));
    }
}
