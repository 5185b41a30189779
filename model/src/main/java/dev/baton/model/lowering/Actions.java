package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the actions and units of fairness of a system, and gives them names. */
final class Actions {
    private final List<Action> actions = new ArrayList<>();
    private final List<Fairness> units = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> unitNames = new HashSet<>();
    private final Set<String> shared = new HashSet<>();

    Actions(Protocol protocol) {
        Set<String> once = new HashSet<>();
        for (Actor a : protocol.actors()) {
            List<String> mine = new ArrayList<>();
            a.tasks().forEach(t -> mine.add(t.name()));
            a.interrupts().forEach(i -> mine.add(i.ipi()));
            a.actions().forEach(x -> mine.add(x.name()));
            a.handlers().forEach(h -> mine.add(h.name()));
            mine.forEach(n -> {
                if (!once.add(n)) {
                    shared.add(n);
                }
            });
        }
    }

    /** A name for a step of an actor: with the actor's name in front if another actor has a unit of that name. */
    String name(Actor actor, String wish) {
        boolean clash = shared.stream().anyMatch(s -> wish.equals(s) || wish.startsWith(Wording.identifier(s) + "_"));
        return clash ? actor.name() + "_" + wish : wish;
    }

    String unitName(Actor actor, String wish) {
        return fresh(shared.contains(wish) ? actor.name() + "_" + wish : wish, unitNames);
    }

    private static String fresh(String wish, Set<String> taken) {
        String candidate = wish;
        for (int n = 2; !taken.add(candidate); n++) {
            candidate = wish + "_" + n;
        }
        return candidate;
    }

    /** Adds the step that a path describes, unless it can never be taken; its name. */
    Optional<String> add(String wish, List<Binder> binders, Path path, Origin origin) {
        Expr guard = path.guard();
        if (Exprs.isFalse(guard)) {
            return Optional.empty();
        }
        String name = fresh(wish, names);
        List<Binder> parameters = new ArrayList<>(binders);
        parameters.addAll(path.parameters);
        actions.add(new Action(
                name,
                parameters,
                path.lets,
                guard,
                path.checks(),
                path.updatesThatChange(),
                origin,
                path.arrows,
                path.marks(),
                path.ways));
        return Optional.of(name);
    }

    void unit(String name, Actor actor, Fairness.Strength strength, List<String> actions) {
        Optional<Binder> self = actor.index().single()
                ? Optional.empty()
                : Optional.of(new Binder("self", actor.index(), new Expr.Domain(actor.index(), Span.NONE)));
        unit(name, strength, self, actions);
    }

    void unit(String name, Fairness.Strength strength, Optional<Binder> actor, List<String> actions) {
        if (!actions.isEmpty()) {
            units.add(new Fairness(name, strength, actor, actions));
        }
    }

    List<Action> actions() {
        return actions;
    }

    List<Fairness> units() {
        return units;
    }
}
