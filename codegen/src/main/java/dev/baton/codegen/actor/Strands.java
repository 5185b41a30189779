package dev.baton.codegen.actor;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Shape;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import java.util.Optional;
import java.util.stream.Stream;

/** What one member of an actor does at the same time. What is on one core takes turns (rule 6). */
final class Strands {
    private Strands() {}

    /**
     * Whether what runs at the same time shares what only a lock keeps apart: private variables, an end of a channel,
     * or a life that one of them may end.
     */
    static boolean race(Actor a) {
        return severalAtOnce(a) && (!a.variables().isEmpty() || !a.handlers().isEmpty() || anyTalksOrHalts(a));
    }

    private static boolean severalAtOnce(Actor a) {
        if (a.kind() == Actor.Kind.ENVIRONMENT) {
            return a.tasks().size() + (isDriven(a) ? 1 : 0) > 1;
        }
        return cores(a).map(core -> core.map(Shape::bare)).distinct().count() > 1;
    }

    /** Where what an actor does is placed; none where that is a core of its own. */
    static Stream<Optional<Expr>> cores(Actor a) {
        Stream<Optional<Expr>> placed = Stream.concat(
                a.tasks().stream().map(Actor.Task::core),
                a.interrupts().stream().map(Actor.Interrupt::core));
        Stream<Optional<Expr>> cores = placed.map(core -> core.or(a::core));
        return isDriven(a) ? Stream.concat(cores, Stream.of(a.core())) : cores;
    }

    private static boolean isDriven(Actor a) {
        return !a.actions().isEmpty() || !a.handlers().isEmpty();
    }

    private static boolean anyTalksOrHalts(Actor a) {
        boolean[] found = {false};
        Touches.bodies(a)
                .forEach(body -> Statements.visit(
                        body,
                        s -> found[0] |=
                                s instanceof Stmt.Send || s instanceof Stmt.Receive || s instanceof Stmt.Halt));
        return found[0];
    }
}
