package dev.baton.model.lowering;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers what expressions ask about the protocol, over variables. */
final class Questions {
    private final World world;
    private final Map<String, Definition> definitions = new LinkedHashMap<>();

    Questions(World world) {
        this.world = world;
        for (Definition d : world.protocol.definitions()) {
            Expr body = answer(d.body());
            definitions.put(d.name(), new Definition(d.name(), d.parameters(), d.result(), body, d.doc(), d.span()));
        }
    }

    /** The protocol's functions, their questions answered. */
    List<Definition> definitions() {
        return List.copyOf(definitions.values());
    }

    /** The expression with its questions answered; reads are still those of the designer. */
    Expr answer(Expr e) {
        return new Rewriter(Map.of(), r -> r, q -> worded(answer(q), q.span()), c -> {
                    Definition d = definitions.getOrDefault(c.definition().name(), c.definition());
                    return new Expr.Call(d, c.args(), c.span());
                })
                .rewrite(e);
    }

    /** An answer that stands where the designer asked the question, so that traces say it in these words. */
    private static Expr worded(Expr answer, Span question) {
        return switch (answer) {
            case Expr.Apply x -> new Expr.Apply(x.op(), x.args(), x.type(), question);
            case Expr.Quantified x -> new Expr.Quantified(x.kind(), x.binder(), x.body(), x.type(), question);
            case Expr.Read x -> new Expr.Read(x.variable(), x.primed(), question);
            case Expr.If x -> new Expr.If(x.condition(), x.then(), x.otherwise(), x.type(), question);
            case Expr.Literal x -> new Expr.Literal(x.value(), x.type(), question);
            case Expr.Constant x -> x;
            case Expr.Local x -> x;
            case Expr.Get x -> x;
            case Expr.Make x -> x;
            case Expr.With x -> x;
            case Expr.Let x -> x;
            case Expr.Domain x -> x;
            case Expr.Is x -> x;
            case Expr.As x -> x;
            case Expr.Fits x -> x;
            case Expr.Call x -> x;
            case Expr.Query x -> x;
        };
    }

    private Expr answer(Expr.Query q) {
        return switch (q.question()) {
            case Question.At x -> {
                Control c = control(x.actor(), x.task());
                List<Expr> any = new ArrayList<>();
                for (Control.Node n : c.nodes()) {
                    boolean here = n.names.contains(x.label())
                            || ControlBuilder.alternatives(n).keySet().stream()
                                    .anyMatch(b -> b.names.contains(x.label()));
                    if (here) {
                        any.add(c.at(q.args().getFirst(), n.label));
                    }
                }
                yield Exprs.or(any);
            }
            case Question.Done x -> {
                Control c = control(x.actor(), x.task());
                Expr member = q.args().getFirst();
                yield c.handler() ? Exprs.not(c.running(member)) : ended(c, member);
            }
            case Question.Quiescent x -> quiescent();
            case Question.Live x -> world.lives(x.actor(), q.args().getFirst(), "live");
            case Question.Pending x -> {
                Protocol.Ipi ipi = world.protocol.ipi(x.ipi());
                Expr target =
                        q.args().isEmpty() ? World.only(ipi.target()) : q.args().getFirst();
                yield isPending(ipi, target);
            }
            case Question.OwnerOf x -> Exprs.at(owner(x.resource()), q.args().getFirst());
            case Question.Owns x -> {
                Expr owner = Exprs.at(owner(x.resource()), q.args().get(1));
                yield Exprs.eq(owner, some(owner.type(), world.holderOf(q.args().getFirst())));
            }
            case Question.Contents x -> contents(world.protocol.channel(x.channel()), q);
            case Question.Timeout x -> Expr.TRUE;
        };
    }

    static Expr some(Type option, Expr value) {
        return Exprs.apply(Op.SOME, option, value);
    }

    private Expr owner(String resource) {
        return Exprs.read(World.the(world.owners, resource));
    }

    private Control control(String actor, String unit) {
        return World.the(world.controls, actor + "." + unit);
    }

    private static Expr ended(Control c, Expr member) {
        return c.nodes().isEmpty() ? Expr.TRUE : c.at(member, c.rest());
    }

    Expr isPending(Protocol.Ipi ipi, Expr target) {
        Expr now = World.of(Exprs.read(World.the(world.pending, ipi.name())), ipi.target(), target);
        return ipi.queued() == 1 ? now : Exprs.apply(Op.GT, Type.BOOL, now, Exprs.literal(0));
    }

    /** The queue of a pair of a channel's ends. */
    static Expr queue(Protocol.Channel c, Expr variable, Expr from, Expr to) {
        return World.of(World.of(variable, c.from(), from), c.to(), to);
    }

    /** The channel's variable with the queue of a pair changed. */
    static Expr withQueue(Protocol.Channel c, Expr variable, Expr from, Expr to, Expr queue) {
        Expr row = World.of(variable, c.from(), from);
        return World.set(variable, c.from(), from, World.set(row, c.to(), to, queue));
    }

    private Expr contents(Protocol.Channel c, Expr.Query q) {
        Expr from = q.args().get(0);
        Expr to = q.args().get(1);
        Expr queue = queue(c, Exprs.read(World.the(world.channels, c.name())), from, to);
        return switch (c.kind()) {
            case FIFO -> queue;
            case UNORDERED -> Exprs.apply(Op.BAG_MEMBERS, new Type.SetOf(c.element()), queue);
            case LATEST -> {
                Type option = new Type.Option(c.element());
                Expr full = Exprs.apply(Op.GT, Type.BOOL, Exprs.size(queue), Exprs.literal(0));
                Expr first = some(option, Exprs.apply(Op.FIRST, c.element(), queue));
                yield new Expr.If(full, first, Exprs.literal(Value.NONE, option), option, Span.NONE);
            }
        };
    }

    /** Nothing in flight. */
    Expr quiescent() {
        List<Expr> all = new ArrayList<>();
        for (Protocol.Channel c : world.protocol.channels()) {
            Expr from = member(c.from(), "a");
            Expr to = member(c.to(), "b");
            Expr queue = queue(c, Exprs.read(World.the(world.channels, c.name())), from, to);
            Expr empty = Exprs.eq(Exprs.size(queue), Exprs.literal(0));
            all.add(forEach(c.from(), "a", forEach(c.to(), "b", empty)));
        }
        for (Protocol.Ipi i : world.protocol.ipis()) {
            all.add(forEach(i.target(), "k", Exprs.not(isPending(i, member(i.target(), "k")))));
        }
        for (Control c : world.controls.values()) {
            if (c.handler()) {
                Type.Index index = c.actor().index();
                all.add(forEach(index, "k", Exprs.not(c.running(member(index, "k")))));
            }
        }
        for (Variable v : world.buffers.variables()) {
            if (v.type() instanceof Type.MapOf map) {
                Expr buffer = Exprs.at(Exprs.read(v), Exprs.local("c", map.key()));
                all.add(Exprs.forall("c", map.key(), Exprs.eq(Exprs.size(buffer), Exprs.literal(0))));
            } else {
                all.add(Exprs.eq(Exprs.size(Exprs.read(v)), Exprs.literal(0)));
            }
        }
        return Exprs.and(all);
    }

    /** Where every task of every live actor is at its end; false if there is no task. */
    Expr allDone() {
        List<Expr> all = new ArrayList<>();
        boolean any = false;
        for (Actor a : world.protocol.actors()) {
            List<Expr> ends = new ArrayList<>();
            Expr member = member(a.index(), "k");
            for (Control c : world.controls.values()) {
                if (c.actor().name().equals(a.name()) && !c.handler()) {
                    ends.add(ended(c, member));
                    any = true;
                }
            }
            Expr live = world.lives(a.name(), member, "live");
            all.add(forEach(a.index(), "k", Exprs.implies(live, Exprs.and(ends))));
        }
        return any ? Exprs.and(all) : Expr.FALSE;
    }

    private static Expr member(Type.Index index, String name) {
        return index.single() ? World.only(index) : Exprs.local(name, index);
    }

    private static Expr forEach(Type.Index index, String name, Expr body) {
        return index.single() ? body : Exprs.forall(name, index, body);
    }
}
