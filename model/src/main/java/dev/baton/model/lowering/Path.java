package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Action;
import dev.baton.model.system.Arrow;
import dev.baton.model.system.Choice;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One way through a step, as far as it has been followed: what variables and locals hold by now, what was assumed and
 * checked on the way, all in terms of the state before the step, the step's parameters and its lets.
 */
final class Path {
    final Map<Variable, Expr> updates = new LinkedHashMap<>();
    final Map<String, Expr> locals = new LinkedHashMap<>();
    /** As declared, of locals that were set in this step. */
    final Map<String, Type> types = new LinkedHashMap<>();

    final List<Event> events = new ArrayList<>();
    final List<Binder> parameters = new ArrayList<>();
    final List<Action.Binding> lets = new ArrayList<>();
    final List<Arrow> arrows = new ArrayList<>();
    final Set<String> names = new HashSet<>();
    /** What was chosen so far, see {@link Action#ways}. */
    final List<List<Choice>> ways = new ArrayList<>(List.of(List.of()));
    /** Whether it waits for a timeout. */
    boolean unfair;
    /** Whether the actor stops here, so that no statement follows. */
    boolean ended;

    /** What must hold for the step to go on ({@code assume}), or for it to go on without an error. */
    sealed interface Event {
        record Assume(Expr condition) implements Event {}

        record Check(Expr condition, int site) implements Event {}

        /** No condition of the step: where {@code condition} holds, it uses something that was written. */
        record Mark(Expr condition, int coverable) implements Event {}
    }

    Path copy() {
        Path p = new Path();
        p.updates.putAll(updates);
        p.locals.putAll(locals);
        p.types.putAll(types);
        p.events.addAll(events);
        p.parameters.addAll(parameters);
        p.lets.addAll(lets);
        p.arrows.addAll(arrows);
        p.names.addAll(names);
        p.choseBefore(ways);
        p.unfair = unfair;
        p.ended = ended;
        return p;
    }

    Expr now(Variable variable) {
        return updates.getOrDefault(variable, Exprs.read(variable));
    }

    void assume(Expr condition) {
        if (!Exprs.isTrue(condition)) {
            events.add(new Event.Assume(condition));
        }
    }

    void check(Expr condition, int site) {
        if (!Exprs.isTrue(condition)) {
            events.add(new Event.Check(condition, site));
        }
    }

    /** The branches that lead to the step, in each of the ways there. */
    void choseBefore(List<List<Choice>> before) {
        ways.clear();
        ways.addAll(before);
    }

    void chose(Choice choice) {
        ways.replaceAll(way -> {
            List<Choice> longer = new ArrayList<>(way);
            longer.add(choice);
            return List.copyOf(longer);
        });
    }

    /** The first that were chosen are arguments, and not chosen on the way. */
    void areArguments(int first) {
        ways.replaceAll(way -> way.subList(Math.min(first, way.size()), way.size()));
    }

    /** Says that whoever gets here uses something. */
    void mark(int coverable) {
        events.add(new Event.Mark(Expr.TRUE, coverable));
    }

    void mark(OptionalInt coverable) {
        coverable.ifPresent(this::mark);
    }

    /** A name that this path has not used yet. */
    String fresh(String wish) {
        String candidate = wish;
        for (int n = 2; !names.add(candidate); n++) {
            candidate = wish + "_" + n;
        }
        return candidate;
    }

    /** When the step can be taken: all that is assumed before the first check that fails. */
    Expr guard() {
        Expr guard = Expr.TRUE;
        for (Event event : events.reversed()) {
            guard = switch (event) {
                case Event.Assume a -> Exprs.and(a.condition(), guard);
                case Event.Check c -> Exprs.implies(c.condition(), guard);
                case Event.Mark _ -> guard;
            };
        }
        return guard;
    }

    List<Action.Check> checks() {
        List<Action.Check> checks = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.Check c) {
                checks.add(new Action.Check(c.condition(), c.site()));
            }
        }
        return checks;
    }

    /** What a step uses that can be taken. What is assumed before the first check holds then. */
    List<Action.Mark> marks() {
        List<Action.Mark> marks = new ArrayList<>();
        Expr reached = Expr.TRUE;
        boolean checked = false;
        for (Event event : events) {
            switch (event) {
                case Event.Assume a -> reached = checked ? Exprs.and(reached, a.condition()) : reached;
                case Event.Check c -> {
                    checked = true;
                    reached = Exprs.and(reached, c.condition());
                }
                case Event.Mark m -> marks.add(new Action.Mark(m.coverable(), Exprs.and(reached, m.condition())));
            }
        }
        return marks;
    }

    List<Action.Update> updatesThatChange() {
        List<Action.Update> list = new ArrayList<>();
        updates.forEach((v, e) -> {
            boolean same = e instanceof Expr.Read r && r.variable().equals(v);
            if (!same) {
                list.add(new Action.Update(v, e));
            }
        });
        return list;
    }

    /**
     * Two ways joined again: {@code yes} where {@code test} holds, else {@code no}; both started as copies of
     * {@code from}. Empty if they can't be one step: a choice was made on either.
     */
    static Optional<Path> join(Expr test, Path from, Path yes, Path no) {
        if (!yes.ways.equals(from.ways)
                || !no.ways.equals(from.ways)
                || yes.unfair != no.unfair
                || yes.ended != no.ended) {
            return Optional.empty();
        }
        Path joined = from.copy();
        joined.types.putAll(yes.types);
        joined.types.putAll(no.types);
        joined.names.addAll(yes.names);
        joined.names.addAll(no.names);
        joined.unfair = yes.unfair;
        joined.ended = yes.ended;
        Expr not = Exprs.not(test);
        joined.add(from, yes, test);
        joined.add(from, no, not);
        Set<Variable> touched = new java.util.LinkedHashSet<>(yes.updates.keySet());
        touched.addAll(no.updates.keySet());
        for (Variable v : touched) {
            joined.updates.put(v, Exprs.choose(v.type(), test, yes.now(v), no.now(v)));
        }
        for (String name : from.locals.keySet()) {
            Expr a = yes.locals.getOrDefault(name, Expr.FALSE);
            Expr b = no.locals.getOrDefault(name, Expr.FALSE);
            joined.locals.put(name, Exprs.choose(joined.types.getOrDefault(name, a.type()), test, a, b));
        }
        return Optional.of(joined);
    }

    private void add(Path from, Path branch, Expr test) {
        for (Event event : branch.events.subList(from.events.size(), branch.events.size())) {
            switch (event) {
                case Event.Assume a -> assume(Exprs.implies(test, a.condition()));
                case Event.Check c -> check(Exprs.implies(test, c.condition()), c.site());
                case Event.Mark m -> events.add(new Event.Mark(Exprs.and(test, m.condition()), m.coverable()));
            }
        }
        lets.addAll(branch.lets.subList(from.lets.size(), branch.lets.size()));
        for (Arrow a : branch.arrows.subList(from.arrows.size(), branch.arrows.size())) {
            arrows.add(new Arrow(a.kind(), a.via(), a.from(), a.to(), a.payload(), Exprs.and(test, a.when())));
        }
    }
}
