package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.expr.Expressions;
import dev.baton.codegen.expr.Term;
import dev.baton.model.expr.Expr;
import dev.baton.model.lowering.ControlPoints;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;

/** What the machine says of an actor when it declares it. */
public final class ActorSeats {
    private ActorSeats() {}

    /** The seat that {@code on core} names, of member {@code self}. */
    public static CodeBlock of(Protocol protocol, Actor actor, Expressions.Naming naming, MachineUses uses, Expr core) {
        MachineView view = new MachineView(protocol, naming, uses, actor.name());
        return new Registration.Seats(view).of(core, Term.of("self"));
    }

    /** Whether an actor has any place before a step. */
    public static boolean hasPoints(Protocol protocol, Actor actor) {
        return !new Points(protocol, actor, ControlPoints.of(protocol)).all().isEmpty();
    }
}
