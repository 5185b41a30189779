package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.protocol.Actor;
import dev.baton.model.type.Type;
import java.util.Optional;

/** The core that something runs on (rule 6). */
sealed interface Core {

    /** The own core of a member of an actor: of a kernel that is placed nowhere, or a {@code core} declared. */
    record Own(Type.Index index, Expr member) implements Core {}

    /** Core number so-and-so. */
    record Numbered(Expr number) implements Core {}

    /** No core at all: environments. */
    record None() implements Core {}

    /** Where a task or handler ({@code placed}: its own {@code on core}) of an actor runs. */
    static Core of(Actor actor, Optional<Expr> placed, Expr self) {
        if (actor.kind() == Actor.Kind.ENVIRONMENT) {
            return new None();
        }
        Optional<Expr> where = placed.or(actor::core);
        if (where.isEmpty()) {
            return new Own(actor.index(), self);
        }
        Expr at = dev.baton.model.expr.Rewriter.substitute(where.get(), java.util.Map.of("self", self));
        return at.type() instanceof Type.Index index ? new Own(index, at) : new Numbered(Numbers.fold(at));
    }

    /** The placement of a unit of an actor: a task's name or a handler's IPI; empty for actions. */
    static Optional<Expr> placement(Actor actor, String unit) {
        return actor.tasks().stream()
                .filter(t -> t.name().equals(unit))
                .map(Actor.Task::core)
                .findFirst()
                .or(() -> actor.interrupts().stream()
                        .filter(i -> i.ipi().equals(unit))
                        .map(Actor.Interrupt::core)
                        .findFirst())
                .orElse(Optional.empty());
    }

    /** Whether two cores are the same one, as an expression. */
    static Expr same(Core a, Core b) {
        if (a instanceof Own x && b instanceof Own y && x.index().equals(y.index())) {
            return x.index().single() ? Expr.TRUE : Exprs.eq(x.member(), y.member());
        }
        if (a instanceof Numbered x && b instanceof Numbered y) {
            return Exprs.eq(x.number(), y.number());
        }
        return Expr.FALSE;
    }
}
