package dev.baton.codegen.actor;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Shape;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        boolean driver = !a.actions().isEmpty() || !a.handlers().isEmpty();
        if (a.kind() == Actor.Kind.ENVIRONMENT) {
            return a.tasks().size() + (driver ? 1 : 0) > 1;
        }
        Stream<Optional<Expr>> placed = Stream.concat(
                a.tasks().stream().map(Actor.Task::core),
                a.interrupts().stream().map(Actor.Interrupt::core));
        Set<Optional<Expr>> cores = new HashSet<>();
        placed.forEach(core -> cores.add(core.or(a::core).map(Shape::bare)));
        if (driver) {
            cores.add(a.core().map(Shape::bare));
        }
        return cores.size() > 1;
    }

    private static boolean anyTalksOrHalts(Actor a) {
        boolean[] found = {false};
        Stream<List<Stmt>> bodies = Stream.of(
                        a.tasks().stream().map(Actor.Task::body),
                        a.interrupts().stream().map(Actor.Interrupt::body),
                        a.actions().stream().map(Actor.ActionDecl::body),
                        a.handlers().stream().map(Actor.Handler::body))
                .flatMap(s -> s);
        bodies.forEach(body -> Statements.visit(
                body, s -> found[0] |= s instanceof Stmt.Send || s instanceof Stmt.Receive || s instanceof Stmt.Halt));
        return found[0];
    }
}
