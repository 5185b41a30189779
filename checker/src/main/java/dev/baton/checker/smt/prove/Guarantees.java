package dev.baton.checker.smt.prove;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What rules 7, 8 and 9 promise of a system: channels lose, duplicate and reorder nothing, pending IPIs stay, a store
 * buffer drains from its front; each with the steps that would break it, without a limit.
 */
final class Guarantees {
    private final List<Guarantee> all = new ArrayList<>();
    private final Variable variable;
    private final Expr well;

    /** @param well that nothing has failed: after an error nothing happens */
    private Guarantees(Variable variable, Expr well) {
        this.variable = variable;
        this.well = well;
    }

    /** Those that a system has; not those that one of its faults breaks, of which the fault's limit tells. */
    static List<Guarantee> of(TransitionSystem system) {
        List<Guarantee> all = new ArrayList<>();
        Expr well = system.error()
                .map(e ->
                        Exprs.eq(Exprs.read(e.variable()), Exprs.literal(new Value.EnumMember(e.type(), 0), e.type())))
                .orElse(Expr.TRUE);
        for (Variable variable : system.variables()) {
            Guarantees found = new Guarantees(variable, well);
            switch (variable.role()) {
                case CHANNEL -> found.channel();
                case PENDING -> found.pending();
                case BUFFER -> found.buffer(system);
                case PRIVATE, MEMORY, LOCAL, CONTROL, MASK, LIFE, OWNER, BUDGET, HISTORY, ERROR -> {}
            }
            all.addAll(found.all);
        }
        List<String> faults = system.actions().stream()
                .filter(AuditedSteps::isFault)
                .map(action -> action.origin().text())
                .toList();
        all.removeIf(g -> g.without().isEmpty()
                || faults.contains(g.without().getFirst().origin().text()));
        return List.copyOf(all);
    }

    private void add(String promise, List<Action> without) {
        all.add(new Guarantee(promise, variable.span(), without));
    }

    /** An entry of the variable, and what the variable is with something else in it. */
    private record Entry(Expr value, UnaryOperator<Expr> with) {}

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries(new Entry(Exprs.read(variable), value -> value), entries);
        return entries;
    }

    private static void entries(Entry entry, List<Entry> into) {
        if (!(entry.value.type() instanceof Type.MapOf map)) {
            into.add(entry);
            return;
        }
        for (Value key : Domain.values(map.key())) {
            Expr literal = Exprs.literal(key, map.key());
            entries(
                    new Entry(
                            Exprs.at(entry.value, literal),
                            value -> entry.with.apply(Exprs.put(entry.value, literal, value))),
                    into);
        }
    }

    private Action step(String text, List<Binder> binders, Expr guard, List<Action.Update> updates) {
        Origin origin = new Origin(Origin.Kind.FAULT, "fault", "", text, Optional.empty(), Span.NONE);
        return new Action(
                "without",
                binders,
                List.of(),
                Exprs.and(well, guard),
                List.of(),
                updates,
                origin,
                List.of(),
                List.of());
    }

    private Action step(String text, List<Binder> binders, Expr guard, Entry entry, Expr value) {
        return step(text, binders, guard, List.of(new Action.Update(variable, entry.with.apply(value))));
    }

    private void pending() {
        String text = "lose " + variable.name();
        List<Action> lost = new ArrayList<>();
        for (Entry entry : entries()) {
            boolean bit = entry.value.type().equals(Type.BOOL);
            Expr guard = bit ? entry.value : more(entry.value, Exprs.literal(0));
            Expr less = bit ? Expr.FALSE : Exprs.apply(Op.SUB, entry.value.type(), entry.value, Exprs.literal(1));
            lost.add(step(text, List.of(), guard, entry, less));
        }
        add("a pending " + variable.name() + " is not lost", lost);
    }

    private void channel() {
        String name = variable.name();
        List<Action> lost = new ArrayList<>();
        List<Action> doubled = new ArrayList<>();
        List<Action> swapped = new ArrayList<>();
        for (Entry entry : entries()) {
            if (entry.value.type() instanceof Type.Bag bag) {
                Binder any = new Binder(
                        "message",
                        bag.element(),
                        Exprs.apply(Op.BAG_MEMBERS, new Type.SetOf(bag.element()), entry.value));
                Expr message = Exprs.local("message", bag.element());
                lost.add(step(
                        "lose " + name,
                        List.of(any),
                        Expr.TRUE,
                        entry,
                        Exprs.apply(Op.BAG_REMOVE, bag, entry.value, message)));
                doubled.add(step(
                        "duplicate " + name,
                        List.of(any),
                        room(entry.value, bag.capacity()),
                        entry,
                        Exprs.apply(Op.BAG_ADD, bag, entry.value, message)));
            } else if (entry.value.type() instanceof Type.Seq seq) {
                for (int i = 0; i < seq.capacity(); i++) {
                    position(entry, seq, i, lost, doubled, swapped);
                }
            }
        }
        add(name + " loses no message", lost);
        add(name + " doubles no message", doubled);
        add(name + " keeps the order of its messages", swapped);
    }

    private void position(
            Entry entry, Type.Seq seq, int i, List<Action> lost, List<Action> doubled, List<Action> swapped) {
        Expr queue = entry.value;
        Expr at = Exprs.literal(i);
        Expr there = more(Exprs.size(queue), at);
        Expr message = Exprs.apply(Op.SEQ_AT, seq.element(), queue, at);
        String name = variable.name();
        lost.add(step("lose " + name, List.of(), there, entry, Exprs.apply(Op.REMOVE_AT, seq, queue, at)));
        if (i + 1 < seq.capacity()) {
            doubled.add(step(
                    "duplicate " + name,
                    List.of(),
                    Exprs.and(there, room(queue, seq.capacity())),
                    entry,
                    Exprs.apply(Op.INSERT_AT, seq, queue, at, message)));
            Expr after = Exprs.literal(i + 1);
            Expr next = Exprs.apply(Op.SEQ_AT, seq.element(), queue, after);
            Expr first = Exprs.apply(Op.SEQ_PUT, seq, queue, at, next);
            swapped.add(step(
                    "reorder " + name,
                    List.of(),
                    more(Exprs.size(queue), after),
                    entry,
                    Exprs.apply(Op.SEQ_PUT, seq, first, after, message)));
        }
    }

    /** That any store may be the next to reach memory: the drains, with another place for the first. */
    private void buffer(TransitionSystem system) {
        int capacity = entries().getFirst().value.type() instanceof Type.Seq seq ? seq.capacity() : 0;
        List<Action> any = new ArrayList<>();
        for (Action drain : system.actions()) {
            boolean mine = drain.origin().kind() == Origin.Kind.DRAIN
                    && drain.updates().stream().anyMatch(u -> u.variable().equals(variable));
            for (int i = 1; mine && i < capacity; i++) {
                int place = i;
                Expr at = Exprs.literal(i);
                List<Expr> conditions = new ArrayList<>(List.of(taken(drain.guard(), at)));
                drain.updates().stream()
                        .filter(u -> u.variable().equals(variable))
                        .forEach(u ->
                                sizes(u.value()).forEach(size -> conditions.add(more(size, Exprs.literal(place)))));
                any.add(step(
                        "drain",
                        drain.parameters(),
                        Exprs.and(conditions.reversed()),
                        drain.updates().stream()
                                .map(u -> new Action.Update(u.variable(), taken(u.value(), at)))
                                .toList()));
            }
        }
        String owner = variable.name().substring(0, variable.name().lastIndexOf('.'));
        add("stores of " + owner + " reach memory in their order", any);
    }

    /** The lengths of the sequences that an expression drops the first of. */
    private static List<Expr> sizes(Expr e) {
        List<Expr> sizes = new ArrayList<>();
        Shape.visit(e, part -> {
            if (part instanceof Expr.Apply drop && drop.op() == Op.DROP) {
                sizes.add(Exprs.size(drop.arg(0)));
            }
        });
        return sizes;
    }

    /** With another place for the first of a sequence. */
    private static Expr taken(Expr e, Expr at) {
        if (e instanceof Expr.Apply first && first.op() == Op.FIRST) {
            return Exprs.apply(Op.SEQ_AT, first.type(), first.arg(0), at);
        }
        if (e instanceof Expr.Apply drop && drop.op() == Op.DROP) {
            return Exprs.apply(Op.REMOVE_AT, drop.type(), drop.arg(0), at);
        }
        return e.mapChildren(part -> taken(part, at));
    }

    private static Expr more(Expr a, Expr b) {
        return Exprs.apply(Op.GT, Type.BOOL, a, b);
    }

    private static Expr room(Expr queue, int capacity) {
        return Exprs.apply(Op.LT, Type.BOOL, Exprs.size(queue), Exprs.literal(capacity));
    }
}
