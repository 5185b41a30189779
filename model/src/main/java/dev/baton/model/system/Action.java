package dev.baton.model.system;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * One kind of step. Under a binding of {@code parameters} (each domain may read the state and the parameters before it)
 * the action is enabled if {@code guard} holds. It then steps to exactly one state:
 *
 * <ul>
 *   <li>if some check does not hold, the first such: the system's error variable becomes that check's site and nothing
 *       else changes;
 *   <li>otherwise all updates at once, each evaluated in the state before; other variables keep their values.
 * </ul>
 *
 * Guard, checks and updates see {@code lets}, which are lazy and may use the parameters and the lets before them. A
 * guard and a domain never evaluate anything undefined (lowering sees to it), a check only if an earlier check does not
 * hold.
 *
 * @param name unique, an identifier: {@code sender_raise_bell}
 * @param parameters if the step is of an indexed actor, the first is {@code self}
 * @param marks what a step of this kind uses of what was written; no engine needs them to decide a property
 * @param ways what is chosen on the way through the step, in the order of execution; neither {@code self}, an
 *     {@code action}'s arguments nor the sender to an {@code on} handler are among it. Mostly one way: there are
 *     several where jumps alone make several branches of an {@code either} lead to the same step
 */
public record Action(
        String name,
        List<Binder> parameters,
        List<Binding> lets,
        Expr guard,
        List<Check> checks,
        List<Update> updates,
        Origin origin,
        List<Arrow> arrows,
        List<Mark> marks,
        List<List<Choice>> ways) {

    public Action {
        parameters = List.copyOf(parameters);
        lets = List.copyOf(lets);
        checks = List.copyOf(checks);
        updates = List.copyOf(updates);
        arrows = List.copyOf(arrows);
        marks = List.copyOf(marks);
        ways = ways.stream().map(List::copyOf).toList();
    }

    /** A step on whose way nothing is chosen. */
    public Action(
            String name,
            List<Binder> parameters,
            List<Binding> lets,
            Expr guard,
            List<Check> checks,
            List<Update> updates,
            Origin origin,
            List<Arrow> arrows,
            List<Mark> marks) {
        this(name, parameters, lets, guard, checks, updates, origin, arrows, marks, List.of(List.of()));
    }

    /**
     * Every expression that the step is made of, in the order above. Arrows, marks and ways tell of it, and are not
     * among them.
     */
    public List<Expr> expressions() {
        List<Expr> all = new ArrayList<>();
        parameters.forEach(parameter -> all.add(parameter.domain()));
        lets.forEach(let -> all.add(let.value()));
        all.add(guard);
        checks.forEach(check -> all.add(check.condition()));
        updates.forEach(update -> all.add(update.value()));
        return all;
    }

    /** A name for a value within one action. */
    public record Binding(String name, Expr value) {}

    /** @param site index into the system's error sites, from 0 */
    public record Check(Expr condition, int site) {}

    /**
     * That taking the step uses something.
     *
     * @param coverable index into the system's coverables
     * @param condition over the state before, the parameters and the lets; asked only if the guard holds
     */
    public record Mark(int coverable, Expr condition) {}

    /** A variable's next value; a variable occurs in at most one update of an action. */
    public record Update(Variable variable, Expr value) {}
}
