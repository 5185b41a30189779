package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import java.util.ArrayList;
import java.util.List;

/** All that is done in a protocol. */
final class Bodies {
    private Bodies() {}

    /** The statement lists of an actor's tasks, handlers and actions. */
    static List<List<Stmt>> of(Actor actor) {
        List<List<Stmt>> all = new ArrayList<>();
        actor.tasks().forEach(t -> all.add(t.body()));
        actor.interrupts().forEach(i -> all.add(i.body()));
        actor.actions().forEach(a -> all.add(a.body()));
        actor.handlers().forEach(h -> all.add(h.body()));
        return all;
    }

    /** All statements, those within others too. */
    static List<Stmt> statements(Protocol protocol) {
        List<Stmt> all = new ArrayList<>();
        protocol.actors().forEach(a -> of(a).forEach(body -> Statements.visit(body, all::add)));
        return all;
    }

    /** What actions and handlers ask before they happen: guards, and the domains of parameters. */
    static List<Expr> guards(Protocol protocol) {
        List<Expr> all = new ArrayList<>();
        for (Actor actor : protocol.actors()) {
            actor.actions().forEach(a -> {
                a.parameters().forEach(p -> all.add(p.domain()));
                all.add(a.guard());
            });
            actor.handlers().forEach(h -> all.add(h.guard()));
        }
        return all;
    }

    /** What properties and {@code terminal}s ask. */
    static List<Expr> asked(Protocol protocol) {
        List<Expr> all = new ArrayList<>();
        protocol.properties().forEach(p -> {
            all.add(p.left());
            p.right().ifPresent(all::add);
        });
        protocol.untils().forEach(u -> {
            all.add(u.hold());
            all.add(u.goal());
        });
        all.addAll(protocol.terminals());
        return all;
    }
}
