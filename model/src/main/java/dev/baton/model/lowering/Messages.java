package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Arrow;
import dev.baton.model.type.Type;
import java.util.Optional;

/** Messages into and out of channels (rule 8), IPIs raised and masked (rule 7), as part of one step. */
record Messages(Steps steps, Lives lives) {

    /** Whether a channel takes one more message. */
    Expr room(Protocol.Channel c, Expr to, Path path) {
        Expr queue = Questions.queue(c, path.now(variable(c)), steps.self(), to);
        return switch (c.kind()) {
            case FIFO, UNORDERED -> Exprs.apply(Op.LT, Type.BOOL, Exprs.size(queue), Exprs.literal(c.capacity()));
            case LATEST -> Expr.TRUE;
        };
    }

    private Variable variable(Protocol.Channel c) {
        return World.the(steps.world().channels, c.name());
    }

    /** Puts a message into a channel that has room. */
    void push(Protocol.Channel c, Expr message, Expr to, Span span, Path path) {
        steps.fits(message, c.element(), span, path);
        Expr now = path.now(variable(c));
        Expr queue = Questions.queue(c, now, steps.self(), to);
        Expr longer = switch (c.kind()) {
            case FIFO -> Exprs.apply(Op.APPEND, queue.type(), queue, message);
            case UNORDERED -> Exprs.apply(Op.BAG_ADD, queue.type(), queue, message);
            case LATEST -> Exprs.apply(Op.SEQ, queue.type(), message);
        };
        path.updates.put(variable(c), Questions.withQueue(c, now, steps.self(), to, longer));
        path.arrows.add(new Arrow(
                Arrow.Kind.SEND,
                c.name(),
                Optional.of(steps.self()),
                Optional.of(to),
                Optional.of(message),
                Expr.TRUE));
    }

    /** Takes a message that matches; {@code sender} names the local for who sent it. */
    Path receive(String channel, Pattern pattern, Optional<String> sender, Path path) {
        Protocol.Channel c = steps.world().protocol.channel(channel);
        Expr from = World.only(c.from());
        if (!c.from().single()) {
            from = steps.choose(sender.orElse("sender"), c.from(), new Expr.Domain(c.from(), Span.NONE), path);
        }
        Expr now = path.now(variable(c));
        Expr queue = Questions.queue(c, now, from, steps.self());
        boolean bag = c.kind() == Protocol.Channel.Kind.UNORDERED;
        Expr message;
        if (bag) {
            Expr any = Exprs.apply(Op.BAG_MEMBERS, new Type.SetOf(c.element()), queue);
            message = steps.choose("message", c.element(), steps.guarded(any, path), path);
        } else {
            path.assume(Exprs.apply(Op.GT, Type.BOOL, Exprs.size(queue), Exprs.literal(0)));
            message = Exprs.apply(Op.FIRST, c.element(), queue);
        }
        Expr shorter = bag
                ? Exprs.apply(Op.BAG_REMOVE, queue.type(), queue, message)
                : Exprs.apply(Op.DROP, queue.type(), queue);
        path.assume(steps.matches(pattern, message));
        path.updates.put(variable(c), Questions.withQueue(c, now, from, steps.self(), shorter));
        path.arrows.add(new Arrow(
                Arrow.Kind.RECEIVE,
                c.name(),
                Optional.of(from),
                Optional.of(steps.self()),
                Optional.of(message),
                Expr.TRUE));
        Expr sent = from;
        sender.ifPresent(name -> steps.bind(name, c.from(), sent, path));
        steps.bind(pattern, message, path);
        return path;
    }

    void raise(Stmt.Raise x, Path path) {
        World world = steps.world();
        Protocol.Ipi ipi = world.protocol.ipi(x.ipi());
        Expr to = x.to().map(t -> steps.evaluate(t, path)).orElse(World.only(ipi.target()));
        if (!ipi.unordered()) {
            path.assume(steps.drained(path));
        }
        Variable v = World.the(world.pending, ipi.name());
        Expr now = World.of(path.now(v), ipi.target(), to);
        Expr alive = world.actorOf(ipi.target())
                .map(a -> Exprs.and(
                        lives.now(a, to, path, "live", "hung"),
                        world.coreLives(a, Core.of(a, Core.placement(a, ipi.name()), to))))
                .orElse(Expr.TRUE);
        Expr full = ipi.queued() == 1 ? now : Exprs.eq(now, Exprs.literal(ipi.queued()));
        Type type = ipi.queued() == 1 ? Type.BOOL : Type.Range.of(0, ipi.queued());
        Expr more = ipi.queued() == 1
                ? Expr.TRUE
                : Exprs.choose(type, full, now, Exprs.apply(Op.ADD, type, now, Exprs.literal(1)));
        path.updates.put(v, World.set(path.now(v), ipi.target(), to, Exprs.choose(type, alive, more, now)));
        Optional<Expr> me = Optional.of(steps.self());
        Optional<Expr> target = Optional.of(to);
        arrow(Arrow.Kind.RAISE, ipi, me, target, Exprs.and(alive, Exprs.not(full)), path);
        arrow(Arrow.Kind.COALESCED, ipi, me, target, Exprs.and(alive, full), path);
        arrow(Arrow.Kind.DROPPED, ipi, me, target, Exprs.not(alive), path);
    }

    private static void arrow(
            Arrow.Kind kind, Protocol.Ipi ipi, Optional<Expr> from, Optional<Expr> to, Expr when, Path path) {
        if (!Exprs.isFalse(when)) {
            path.arrows.add(new Arrow(kind, ipi.name(), from, to, Optional.empty(), when));
        }
    }

    void mask(String name, boolean on, Path path) {
        Variable v = World.the(steps.world().masked, name);
        Type.Index index = steps.actor().index();
        path.updates.put(v, World.set(path.now(v), index, steps.self(), on ? Expr.TRUE : Expr.FALSE));
    }
}
