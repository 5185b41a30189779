package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What a protocol's statements do at all, so that only the variables that are needed come to be.
 *
 * @param masked IPIs that some statement masks
 * @param mortal actors that are started, halt, crash, hang
 * @param stores places in memory that somebody writes by a plain store, with the actor and statement's core
 */
record Usage(Set<String> masked, Set<String> mortal, List<Store> stores) {

    /** A plain store to a place, by a task or handler of an actor ({@code unit}). */
    record Store(Actor actor, String unit, Place place) {}

    static Usage of(Protocol protocol) {
        Set<String> masked = new HashSet<>();
        Set<String> mortal = new HashSet<>();
        List<Store> stores = new ArrayList<>();
        for (Protocol.Fault f : protocol.faults()) {
            switch (f.kind()) {
                case CRASH, RESTART, HANG -> mortal.add(f.target());
                case LOSE, DUPLICATE, REORDER -> {}
            }
        }
        for (Actor a : protocol.actors()) {
            BiConsumer<String, Stmt> see = (unit, s) -> {
                if (s instanceof Stmt.Mask m) {
                    masked.add(m.ipi());
                } else if (s instanceof Stmt.Unmask m) {
                    masked.add(m.ipi());
                } else if (s instanceof Stmt.Halt) {
                    mortal.add(a.name());
                } else if (s instanceof Stmt.Start start) {
                    mortal.add(((dev.baton.model.type.Type.Index) start.actor().type()).name());
                } else if (s instanceof Stmt.Assign store && store.place().root() instanceof Place.VariableRoot) {
                    stores.add(new Store(a, unit, store.place()));
                }
            };
            a.tasks().forEach(t -> Statements.visit(t.body(), s -> see.accept(t.name(), s)));
            a.interrupts().forEach(i -> Statements.visit(i.body(), s -> see.accept(i.ipi(), s)));
            a.actions().forEach(x -> Statements.visit(x.body(), s -> see.accept("", s)));
            a.handlers().forEach(h -> Statements.visit(h.body(), s -> see.accept("", s)));
        }
        return new Usage(Set.copyOf(masked), Set.copyOf(mortal), List.copyOf(stores));
    }

    /** The names of locals that some expression of a body reads. */
    static Set<String> localsRead(List<Stmt> body) {
        Set<String> names = new LinkedHashSet<>();
        Statements.visit(
                body,
                s -> Statements.expressions(s)
                        .forEach(e -> dev.baton.model.expr.Shape.visit(e, x -> {
                            if (x instanceof Expr.Local l) {
                                names.add(l.name());
                            }
                        })));
        return names;
    }

    /** Whether a source works on memory as a locked operation. */
    static boolean locked(Source source) {
        return !(source instanceof Source.Pure);
    }
}
