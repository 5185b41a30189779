package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Variable;
import dev.baton.model.lowering.Control.Move;
import dev.baton.model.lowering.Control.Node;
import dev.baton.model.lowering.Control.Ref;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Arrow;
import dev.baton.model.system.Coverable;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Origin;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps of an actor's tasks, handlers, actions and deliveries as actions of the flat system. */
final class ActorSteps {
    private final World world;
    private final Questions questions;
    private final Lives lives;
    private final Actions out;

    ActorSteps(World world, Questions questions, Lives lives, Actions out) {
        this.world = world;
        this.questions = questions;
        this.lives = lives;
        this.out = out;
    }

    void lower(Actor actor) {
        for (Actor.ActionDecl a : actor.actions()) {
            action(actor, a);
        }
        for (Actor.Handler h : actor.handlers()) {
            handler(actor, h);
        }
        for (Actor.Interrupt i : actor.interrupts()) {
            delivery(actor, i);
            control(actor, World.the(world.controls, actor.name() + "." + i.ipi()));
        }
        for (Actor.Task t : actor.tasks()) {
            control(actor, World.the(world.controls, actor.name() + "." + t.name()));
        }
    }

    /** The first line of a declaration. */
    private static Span head(Span span) {
        int line = span.text().indexOf('\n');
        return line < 0 ? span : new Span(span.file(), span.start(), span.start() + line);
    }

    /** The acting member: the parameter {@code self}, or the only one. */
    static Expr self(Actor actor) {
        return actor.index().single() ? World.only(actor.index()) : Exprs.local("self", actor.index());
    }

    private Steps steps(Actor actor, Core core, Optional<Control> control) {
        return new Steps(world, questions, actor, self(actor), world.buffers.of(core), control);
    }

    private Path start(Actor actor) {
        Path path = new Path();
        path.locals.put("self", self(actor));
        path.names.add("self");
        return path;
    }

    private void action(Actor actor, Actor.ActionDecl a) {
        Core core = Core.of(actor, Optional.empty(), self(actor));
        Execution run = new Execution(steps(actor, core, Optional.empty()), lives);
        Path path = start(actor);
        path.mark(world.coverables.marked(Coverable.Kind.ACTION, a.name(), head(a.span())));
        path.assume(mayStep(actor, core, false, false));
        List<Path> paths = List.of(path);
        for (Binder b : a.parameters()) {
            Stmt choose =
                    new Stmt.Choose(b.name(), b.type(), b.domain(), b.domain().span());
            paths = paths.stream()
                    .flatMap(p -> p.ended ? List.of(p).stream() : run.run(choose, p).stream())
                    .toList();
        }
        List<Path> done = new ArrayList<>();
        for (Path p : paths) {
            p.areArguments(a.parameters().size());
            if (p.ended) {
                done.add(p);
            } else {
                p.assume(run.steps().evaluate(a.guard(), p));
                done.addAll(run.run(a.body(), p));
            }
        }
        Origin origin = new Origin(Origin.Kind.ACTION, actor.name(), a.name(), a.name(), a.doc(), a.span());
        out.unit(
                out.unitName(actor, a.name()),
                actor,
                strength(a.fairness(), done),
                add(out.name(actor, a.name()), actor, done, origin));
    }

    private void handler(Actor actor, Actor.Handler h) {
        Core core = Core.of(actor, Optional.empty(), self(actor));
        Execution run = new Execution(steps(actor, core, Optional.empty()), lives);
        Path path = start(actor);
        path.mark(world.coverables.marked(Coverable.Kind.HANDLER, Wording.header(h.span()), head(h.span())));
        path.assume(mayStep(actor, core, false, false));
        run.messages().receive(h.channel(), h.pattern(), Optional.of(h.from()), path);
        path.areArguments(world.protocol.channel(h.channel()).from().single() ? 0 : 1);
        Variable queue = World.the(world.channels, h.channel());
        Expr shorter = path.now(queue);
        path.updates.remove(queue);
        path.assume(run.steps().evaluate(h.guard(), path));
        path.updates.put(queue, shorter);
        List<Path> done = run.run(h.body(), path);
        String text = Wording.header(h.span());
        Origin origin = new Origin(Origin.Kind.HANDLER, actor.name(), h.name(), text, h.doc(), h.span());
        out.unit(
                out.unitName(actor, h.name()),
                actor,
                strength(h.fairness(), done),
                add(out.name(actor, h.name()), actor, done, origin));
    }

    /** What waits for a timeout is not fair. */
    private static Fairness.Strength strength(Fairness.Strength said, List<Path> paths) {
        return paths.stream().anyMatch(p -> p.unfair) ? Fairness.Strength.UNFAIR : said;
    }

    private void delivery(Actor actor, Actor.Interrupt i) {
        Protocol.Ipi ipi = world.protocol.ipi(i.ipi());
        Control control = World.the(world.controls, actor.name() + "." + i.ipi());
        Core core = Core.of(actor, i.core(), self(actor));
        Path path = start(actor);
        path.mark(world.coverables.marked(Coverable.Kind.INTERRUPT, "interrupt " + i.ipi(), head(i.span())));
        Expr self = self(actor);
        path.assume(questions.isPending(ipi, self));
        Variable mask = world.masked.get(ipi.name());
        if (mask != null) {
            path.assume(Exprs.not(World.of(Exprs.read(mask), ipi.target(), self)));
        }
        path.assume(mayStep(actor, core, true, ipi.nmi()));
        Variable pending = World.the(world.pending, ipi.name());
        Expr now = World.of(Exprs.read(pending), ipi.target(), self);
        Expr less = ipi.queued() == 1
                ? Expr.FALSE
                : Exprs.apply(dev.baton.model.expr.Op.SUB, Type.Range.of(0, ipi.queued()), now, Exprs.literal(1));
        path.updates.put(pending, World.set(Exprs.read(pending), ipi.target(), self, less));
        if (control.variable().isPresent() && control.entry().isPresent()) {
            Variable at = control.variable().get();
            Expr label = control.literal(control.entry().get().label);
            path.updates.put(at, World.set(Exprs.read(at), actor.index(), self, label));
        }
        path.arrows.add(new Arrow(
                Arrow.Kind.DELIVER, ipi.name(), Optional.empty(), Optional.of(self), Optional.empty(), Expr.TRUE));
        Origin origin = new Origin(
                Origin.Kind.DELIVERY, actor.name(), i.ipi(), "interrupt " + i.ipi() + " starts", i.doc(), i.span());
        String name = "deliver_" + Wording.identifier(i.ipi());
        out.unit(
                out.unitName(actor, name),
                actor,
                i.fairness(),
                add(out.name(actor, name), actor, List.of(path), origin));
    }

    /** That an actor lives and nothing has pre-empted it on its core. */
    private Expr mayStep(Actor actor, Core core, boolean isHandler, boolean isNmi) {
        Expr free = Expr.TRUE;
        for (Control h : world.controls.values()) {
            boolean nmi = h.handler() && world.protocol.ipi(h.unit()).nmi();
            boolean preempts = h.handler() && h.variable().isPresent() && (!isNmi || nmi);
            if (preempts) {
                free = Exprs.and(free, notRunning(h, core));
            }
        }
        Expr live = Exprs.and(world.lives(actor.name(), self(actor), "live"), world.coreLives(actor, core));
        return Exprs.and(
                live, isHandler || core instanceof Core.Numbered || core instanceof Core.Own ? free : Expr.TRUE);
    }

    /** The same for a step of a handler that runs already: only an NMI can have pre-empted it. */
    private Expr mayGoOn(Actor actor, Core core, Control handler) {
        Expr free = Expr.TRUE;
        boolean isNmi = world.protocol.ipi(handler.unit()).nmi();
        for (Control h : world.controls.values()) {
            boolean nmi = h.handler()
                    && h.variable().isPresent()
                    && world.protocol.ipi(h.unit()).nmi();
            if (nmi && !isNmi) {
                free = Exprs.and(free, notRunning(h, core));
            }
        }
        Expr live = Exprs.and(world.lives(actor.name(), self(actor), "live"), world.coreLives(actor, core));
        return Exprs.and(live, free);
    }

    private Expr notRunning(Control handler, Core core) {
        Actor owner = handler.actor();
        if (owner.index().single()) {
            Expr member = World.only(owner.index());
            Core its = Core.of(owner, handler.core(), member);
            return Exprs.implies(Core.same(its, core), Exprs.not(handler.running(member)));
        }
        Expr any = Exprs.local("other", owner.index());
        Core its = Core.of(owner, handler.core(), any);
        if (its instanceof Core.Own a
                && core instanceof Core.Own b
                && a.index().equals(b.index())
                && a.member().equals(any)) {
            return Exprs.not(handler.running(b.member()));
        }
        Expr same = Core.same(its, core);
        return Exprs.isFalse(same)
                ? Expr.TRUE
                : Exprs.forall("other", owner.index(), Exprs.implies(same, Exprs.not(handler.running(any))));
    }

    private void control(Actor actor, Control control) {
        List<String> fair = new ArrayList<>();
        List<String> unfair = new ArrayList<>();
        for (Node node : control.nodes()) {
            ControlBuilder.alternatives(node).forEach((step, ways) -> {
                Path path = start(actor);
                path.choseBefore(ways);
                node(path, control, node, step, fair, unfair);
            });
        }
        String name = out.unitName(actor, Wording.identifier(control.unit()));
        out.unit(name, actor, control.fairness(), fair);
        out.unit(out.unitName(actor, control.unit() + "_timeout"), actor, Fairness.Strength.UNFAIR, unfair);
    }

    private void node(Path path, Control control, Node at, Node step, List<String> fair, List<String> unfair) {
        Actor actor = control.actor();
        Core core = Core.of(actor, control.core(), self(actor));
        Steps steps = steps(actor, core, Optional.of(control));
        Execution run = new Execution(steps, lives);
        path.locals.putAll(step.constants);
        path.mark(world.coverables.step(control, at.label, step.statement, self(actor)));
        path.assume(control.at(self(actor), at.label));
        path.assume(control.handler() ? mayGoOn(actor, core, control) : mayStep(actor, core, false, false));
        for (String name : step.scope) {
            Control.Memory memory = control.locals().get(name);
            if (memory != null) {
                path.locals.put(name, steps.recall(memory, path));
            }
        }
        List<Path> paths = move(run, control, step, path);
        Origin.Kind kind = control.handler() ? Origin.Kind.INTERRUPT : Origin.Kind.TASK;
        String text = Wording.line(step.statement);
        Origin origin = new Origin(kind, actor.name(), control.unit(), text, Optional.empty(), step.statement.span());
        String label = step == at ? at.label : at.label + "_" + Wording.label(step.statement);
        String name = out.name(actor, Wording.identifier(control.unit()) + "_" + label);
        for (Path p : paths) {
            (p.unfair ? unfair : fair).addAll(add(name, actor, List.of(p), origin));
        }
    }

    private List<Path> move(Execution run, Control control, Node node, Path path) {
        return switch (node.move) {
            case Move.Go m -> {
                List<Path> paths = run.run(m.statement(), path);
                paths.forEach(p -> jump(control, node, m.next(), p));
                yield paths;
            }
            case Move.Branch m -> {
                Coverables.Ways ways = world.coverables.ofTest(node.statement);
                if (ways.branches().getLast().isEmpty()) {
                    m.no().resolve()
                            .ifPresent(next -> world.coverables.past(
                                    ways, control, next.label, node.statement, self(control.actor())));
                }
                yield run.branch(ways, m.test(), path, (p, yes) -> jump(control, node, yes ? m.yes() : m.no(), p));
            }
            case Move.Dispatch m -> {
                Expr value = run.steps().evaluate(m.source(), path);
                Expr shared = run.steps().named("value", value, path);
                yield run.dispatch(
                        world.coverables.ofMatch(node.statement, ((Stmt.Match) node.statement).arms()),
                        shared,
                        m.cases().stream().map(Move.Case::pattern).toList(),
                        path,
                        (p, i) -> jump(control, node, m.cases().get(i).next(), p));
            }
            case Move.Offer m ->
                run.offer(m.send(), path, (p, sent) -> jump(control, node, sent ? m.sent() : m.full(), p));
            case Move.Choice m -> List.of();
        };
    }

    /** Moves control, and forgets the locals that are out of scope there. */
    private List<Path> jump(Control control, Node from, Ref to, Path path) {
        if (path.ended) {
            return List.of(path);
        }
        Type.Index index = control.actor().index();
        Expr self = self(control.actor());
        Optional<Node> target = to.resolve();
        control.variable().ifPresent(at -> {
            String label = target.map(n -> n.label).orElse(control.rest());
            path.updates.put(at, World.set(path.now(at), index, self, control.literal(label)));
        });
        control.locals().forEach((name, memory) -> {
            Variable v = memory.variable();
            boolean bound = from.scope.contains(name) || path.updates.containsKey(v);
            boolean kept = target.map(n -> n.scope.contains(name)).orElse(false);
            if (bound && !kept) {
                Type type = index.single() ? v.type() : ((Type.MapOf) v.type()).value();
                Expr first = Exprs.literal(Domain.first(type), type);
                path.updates.put(v, World.set(Exprs.read(v), index, self, first));
            }
        });
        return List.of(path);
    }

    private List<String> add(String name, Actor actor, List<Path> paths, Origin origin) {
        List<Binder> binders = actor.index().single()
                ? List.of()
                : List.of(new Binder("self", actor.index(), new Expr.Domain(actor.index(), Span.NONE)));
        List<String> names = new ArrayList<>();
        for (Path p : paths) {
            out.add(name, binders, p, origin).ifPresent(names::add);
        }
        return names;
    }
}
