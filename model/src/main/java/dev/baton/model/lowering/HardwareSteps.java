package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.system.Arrow;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Origin;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Steps that no actor takes: store buffers drain (rule 9), faults strike (rule 10). */
final class HardwareSteps {
    private final World world;
    private final Lives lives;
    private final Actions out;

    HardwareSteps(World world, Lives lives, Actions out) {
        this.world = world;
        this.lives = lives;
        this.out = out;
    }

    /** The oldest store of a core's buffer reaches memory. */
    void drains() {
        for (Variable buffer : world.buffers.variables()) {
            List<String> names = new ArrayList<>();
            Optional<Binder> core = buffer.type() instanceof Type.MapOf map
                    ? Optional.of(new Binder("core", map.key(), new Expr.Domain(map.key(), Span.NONE)))
                    : Optional.empty();
            for (Buffers.Cell cell : world.buffers.cells(buffer)) {
                drain(buffer, core, cell).ifPresent(names::add);
            }
            String who = Wording.identifier(buffer.name());
            out.unit("drain_" + who, Fairness.Strength.WEAK, core, names);
        }
    }

    private Optional<String> drain(Variable buffer, Optional<Binder> core, Buffers.Cell cell) {
        Path path = new Path();
        Expr all = Exprs.read(buffer);
        Optional<Expr> key = core.map(c -> Exprs.local(c.name(), c.type()));
        Expr mine = key.map(k -> Exprs.at(all, k)).orElse(all);
        Type element = ((Type.Seq) mine.type()).element();
        Expr oldest = Exprs.apply(Op.FIRST, element, mine);
        path.assume(Exprs.apply(Op.GT, Type.BOOL, Exprs.size(mine), Exprs.literal(0)));
        path.assume(world.buffers.is(cell, oldest));
        Expr rest = Exprs.apply(Op.DROP, mine.type(), mine);
        path.updates.put(buffer, key.map(k -> Exprs.put(all, k, rest)).orElse(rest));
        Variable v = cell.variable();
        path.updates.put(v, Buffers.drained(cell, Exprs.read(v), oldest, world.buffers.isUnion()));
        Expr store = world.buffers.isUnion() ? new Expr.As(oldest, cell.store(), Span.NONE) : oldest;
        Expr value = new Expr.Get(store, "value", cell.value(), Span.NONE);
        path.arrows.add(new Arrow(Arrow.Kind.DRAIN, v.name(), key, Optional.empty(), Optional.of(value), Expr.TRUE));
        String owner = buffer.name().substring(0, buffer.name().indexOf('.'));
        Origin origin = new Origin(
                Origin.Kind.DRAIN,
                owner,
                "store buffer",
                "store to `" + cell.store().name() + "` reaches memory",
                Optional.empty(),
                v.span());
        boolean one = world.buffers.variables().size() == 1;
        String name = one
                ? "drain_" + cell.store().name()
                : "drain_" + owner + "_" + cell.store().name();
        return out.add(name, core.map(List::of).orElse(List.of()), path, origin);
    }

    void faults() {
        world.budgets.forEach(this::fault);
    }

    private void fault(Protocol.Fault f, Variable budget) {
        Path path = new Path();
        String word = f.kind().name().toLowerCase(Locale.ROOT);
        path.mark(world.coverables.marked(Coverable.Kind.FAULT, "fault " + word + " " + f.target(), f.span()));
        Expr left = Exprs.read(budget);
        path.assume(Exprs.apply(Op.GT, Type.BOOL, left, Exprs.literal(0)));
        path.updates.put(
                budget, Exprs.apply(Op.SUB, Type.Range.of(0, Math.max(0, f.budget())), left, Exprs.literal(1)));
        List<Binder> binders = new ArrayList<>();
        switch (f.kind()) {
            case CRASH -> {
                Actor a = world.protocol.actor(f.target());
                Expr who = member(a.index(), "self", binders);
                path.assume(world.lives(a.name(), who, "live"));
                lives.stop(a, who, "crashed", path);
            }
            case RESTART -> {
                Actor a = world.protocol.actor(f.target());
                Expr who = member(a.index(), "self", binders);
                path.assume(world.lives(a.name(), who, "crashed"));
                lives.live(a, who, "live", path);
            }
            case HANG -> {
                Actor a = world.protocol.actor(f.target());
                Expr who = member(a.index(), "self", binders);
                path.assume(world.lives(a.name(), who, "live"));
                lives.live(a, who, "hung", path);
            }
            case LOSE -> {
                if (world.pending.containsKey(f.target())) {
                    loseIpi(world.protocol.ipi(f.target()), binders, path);
                } else {
                    message(f, binders, path);
                }
            }
            case DUPLICATE -> message(f, binders, path);
            case REORDER -> message(f, binders, path);
        }
        Origin origin = new Origin(Origin.Kind.FAULT, "fault", "", word + " " + f.target(), Optional.empty(), f.span());
        String name = word + "_" + Wording.identifier(f.target());
        Optional<String> added = out.add(name, binders, path, origin);
        added.ifPresent(n -> out.unit(n, Fairness.Strength.UNFAIR, Optional.<Binder>empty(), List.of(n)));
    }

    private static Expr member(Type.Index index, String name, List<Binder> binders) {
        if (index.single()) {
            return World.only(index);
        }
        binders.add(new Binder(name, index, new Expr.Domain(index, Span.NONE)));
        return Exprs.local(name, index);
    }

    private void loseIpi(Protocol.Ipi ipi, List<Binder> binders, Path path) {
        Expr target = member(ipi.target(), "target", binders);
        Variable v = World.the(world.pending, ipi.name());
        Expr now = World.of(Exprs.read(v), ipi.target(), target);
        boolean bit = ipi.queued() == 1;
        path.assume(bit ? now : Exprs.apply(Op.GT, Type.BOOL, now, Exprs.literal(0)));
        Expr less = bit ? Expr.FALSE : Exprs.apply(Op.SUB, Type.Range.of(0, ipi.queued()), now, Exprs.literal(1));
        path.updates.put(v, World.set(Exprs.read(v), ipi.target(), target, less));
        path.arrows.add(new Arrow(
                Arrow.Kind.LOSE, ipi.name(), Optional.empty(), Optional.of(target), Optional.empty(), Expr.TRUE));
    }

    /** A fault on one message of one queue of a channel. */
    private void message(Protocol.Fault f, List<Binder> binders, Path path) {
        Protocol.Channel c = world.protocol.channel(f.target());
        Expr from = member(c.from(), "sender", binders);
        Expr to = member(c.to(), "receiver", binders);
        Variable v = World.the(world.channels, c.name());
        Expr queue = Questions.queue(c, Exprs.read(v), from, to);
        Damage damage = c.kind() == Protocol.Channel.Kind.UNORDERED
                ? ofBag(f, c, queue, binders, path)
                : ofSequence(f, c, queue, binders, path);
        path.updates.put(v, Questions.withQueue(c, Exprs.read(v), from, to, damage.queue()));
        path.arrows.add(new Arrow(
                damage.kind(), c.name(), Optional.of(from), Optional.of(to), Optional.of(damage.message()), Expr.TRUE));
    }

    /** What a fault does to a queue, and to which message. */
    private record Damage(Arrow.Kind kind, Expr message, Expr queue) {}

    private static Damage ofBag(Protocol.Fault f, Protocol.Channel c, Expr queue, List<Binder> binders, Path path) {
        Expr any = Exprs.apply(Op.BAG_MEMBERS, new Type.SetOf(c.element()), queue);
        binders.add(new Binder("message", c.element(), any));
        Expr message = Exprs.local("message", c.element());
        if (f.kind() == Protocol.Fault.Kind.LOSE) {
            return new Damage(Arrow.Kind.LOSE, message, Exprs.apply(Op.BAG_REMOVE, queue.type(), queue, message));
        }
        path.assume(room(c, queue));
        return new Damage(Arrow.Kind.DUPLICATE, message, Exprs.apply(Op.BAG_ADD, queue.type(), queue, message));
    }

    private static Damage ofSequence(
            Protocol.Fault f, Protocol.Channel c, Expr queue, List<Binder> binders, Path path) {
        int capacity = ((Type.Seq) queue.type()).capacity();
        int last = f.kind() == Protocol.Fault.Kind.REORDER ? 2 : 1;
        Type positions = Type.Range.of(0, Math.max(0, capacity - last));
        Expr end = Exprs.apply(Op.SUB, Type.Range.of(-last, capacity), Exprs.size(queue), Exprs.literal(last));
        binders.add(
                new Binder("at", positions, Exprs.apply(Op.RANGE, new Type.SetOf(positions), Exprs.literal(0), end)));
        Expr at = Exprs.local("at", positions);
        Expr message = Exprs.apply(Op.SEQ_AT, c.element(), queue, at);
        return switch (f.kind()) {
            case LOSE -> new Damage(Arrow.Kind.LOSE, message, Exprs.apply(Op.REMOVE_AT, queue.type(), queue, at));
            case DUPLICATE -> {
                path.assume(room(c, queue));
                Expr twice = Exprs.apply(Op.INSERT_AT, queue.type(), queue, at, message);
                yield new Damage(Arrow.Kind.DUPLICATE, message, twice);
            }
            case REORDER -> {
                Expr after = Exprs.apply(Op.ADD, Type.Range.of(1, capacity), at, Exprs.literal(1));
                Expr next = Exprs.apply(Op.SEQ_AT, c.element(), queue, after);
                path.assume(Exprs.not(Exprs.eq(message, next)));
                Expr first = Exprs.apply(Op.SEQ_PUT, queue.type(), queue, at, next);
                Expr swapped = Exprs.apply(Op.SEQ_PUT, queue.type(), first, after, message);
                yield new Damage(Arrow.Kind.REORDER, message, swapped);
            }
            case CRASH, RESTART, HANG -> throw new IllegalStateException("no fault of a channel: " + f);
        };
    }

    private static Expr room(Protocol.Channel c, Expr queue) {
        return Exprs.apply(Op.LT, Type.BOOL, Exprs.size(queue), Exprs.literal(c.capacity()));
    }
}
