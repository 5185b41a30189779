package dev.baton.trace.why;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.system.Action;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import dev.baton.trace.Change;
import dev.baton.trace.StateEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a step looked at and what it changed.
 *
 * @param asked entries that it needed to be as they were to be taken, but for where its own task was
 * @param branched entries that decided where its own task went on; empty if there is only one way
 * @param sources of each variable that it sets, the entries that its new value is made of
 * @param writes entries that differ afterwards, and those of shared memory and locals that were set to what they were
 */
record Access(
        Step step,
        Set<StateEntry> asked,
        Set<StateEntry> branched,
        Map<Variable, Set<StateEntry>> sources,
        List<Change> writes) {

    static Access of(Interpreter interpreter, State before, Step step) {
        Action action = step.action();
        Scope scope = Scope.of(interpreter, before, step);
        Reads asked = new Reads(interpreter.system());
        asked.add(action.guard(), scope);
        action.parameters().forEach(p -> asked.add(p.domain(), scope));
        if (interpreter.stopped(step.after())) {
            action.checks().forEach(c -> asked.add(c.condition(), scope));
        }
        Set<StateEntry> needed = new LinkedHashSet<>(asked.now());
        needed.removeIf(e -> e.variable().name().equals(control(action)));

        Set<StateEntry> branched = new LinkedHashSet<>();
        Map<Variable, Set<StateEntry>> sources = new HashMap<>();
        for (Action.Update update : action.updates()) {
            Reads reads = new Reads(interpreter.system());
            stored(update.value(), update.variable(), scope, reads);
            sources.put(update.variable(), reads.now());
            if (update.variable().name().equals(control(action))) {
                branched.addAll(reads.now());
            }
        }
        List<Change> writes = new ArrayList<>(Change.between(interpreter.system(), before, step.after()));
        if (!interpreter.stopped(step.after())) {
            action.updates().forEach(u -> unchanged(interpreter, before, u, scope, writes));
        }
        return new Access(step, needed, branched, sources, List.copyOf(writes));
    }

    /** A store of what was there already: who looks for lost updates wants to see it. */
    private static void unchanged(
            Interpreter interpreter, State before, Action.Update update, Scope at, List<Change> into) {
        Variable variable = update.variable();
        boolean told = variable.role() == Variable.Role.MEMORY || variable.role() == Variable.Role.LOCAL;
        List<Value> keys = new ArrayList<>();
        Expr value = update.value();
        Value old = before.get(interpreter.system().variables().indexOf(variable));
        while (value instanceof Expr.Apply put && put.op() == Op.PUT && put.type() instanceof Type.MapOf) {
            Optional<Value> key = at.moment().value(put.arg(1));
            if (key.isEmpty() || !(old instanceof Value.MapOf map)) {
                return;
            }
            keys.add(key.get());
            old = map.get(key.get());
            value = put.arg(2);
        }
        Change change = new Change(variable, keys, List.of(), old, old);
        boolean scoped = value instanceof Expr.Literal && !value.span().known();
        boolean plain = !scoped
                && !(value instanceof Expr.If)
                && !(value.type() instanceof Type.MapOf)
                && !bare(value, variable);
        if (told && plain && into.stream().noneMatch(c -> c.variable().equals(variable))) {
            into.add(change);
        }
    }

    /** The name of the variable that holds where the task or handler of an action is. */
    static String control(Action action) {
        return action.origin().actor() + "." + action.origin().unit() + ".at";
    }

    /** Of a map with one entry changed what the entry is made of, not the map. */
    private static void stored(Expr value, Variable variable, Scope at, Reads into) {
        if (value instanceof Expr.Apply put && put.op() == Op.PUT && put.type() instanceof Type.MapOf) {
            stored(put.arg(0), variable, at, into);
            into.add(put.arg(1), at);
            stored(put.arg(2), variable, at, into);
        } else if (value instanceof Expr.If branch) {
            into.add(branch.condition(), at);
            stored(at.moment().is(branch.condition(), true) ? branch.then() : branch.otherwise(), variable, at, into);
        } else if (!bare(value, variable)) {
            into.add(value, at);
        }
    }

    /** The variable itself, or an entry of it that another map is put into: what stays as it was. */
    private static boolean bare(Expr value, Variable variable) {
        return (value instanceof Expr.Read read && read.variable().equals(variable))
                || (value instanceof Expr.Apply at
                        && at.op() == Op.AT
                        && at.type() instanceof Type.MapOf
                        && bare(at.arg(0), variable));
    }

    /** Whether two say something about the same thing: one is the other, or a part of it. */
    static boolean overlap(StateEntry entry, Change change) {
        int both = Math.min(entry.keys().size(), change.keys().size());
        return entry.variable().equals(change.variable())
                && entry.keys().subList(0, both).equals(change.keys().subList(0, both));
    }

    /** Whether a change leaves nothing of an entry. */
    static boolean covers(Change change, StateEntry entry) {
        return overlap(entry, change)
                && change.fields().isEmpty()
                && change.keys().size() <= entry.keys().size();
    }

    boolean changes(StateEntry entry) {
        return writes.stream().anyMatch(w -> overlap(entry, w));
    }

    /** Everything that it looked at. */
    Set<StateEntry> reads() {
        Set<StateEntry> all = new LinkedHashSet<>(asked);
        all.addAll(branched);
        writes.stream().map(Change::variable).distinct().forEach(v -> all.addAll(sources.getOrDefault(v, Set.of())));
        return all;
    }
}
