package dev.baton.model.lowering;

import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A protocol to its flat system. */
public final class Lowering {
    private Lowering() {}

    public static TransitionSystem lower(Protocol protocol) {
        World world = world(protocol);
        Questions questions = new Questions(world);
        Lives lives = new Lives(world);
        Actions actions = new Actions(protocol);
        ActorSteps actors = new ActorSteps(world, questions, lives, actions);
        protocol.actors().forEach(actors::lower);
        HardwareSteps hardware = new HardwareSteps(world, lives, actions);
        hardware.drains();
        hardware.faults();

        Properties properties = new Properties(world, questions);
        Optional<TransitionSystem.ErrorSites> errors = errors(world);
        List<Variable> variables = new ArrayList<>(world.variables());
        variables.addAll(properties.historyVariables());
        errors.ifPresent(e -> variables.add(e.variable()));
        Optional<Expr> terminal = terminal(protocol, questions);
        List<Action> finished = actions.actions().stream()
                .map(a -> finish(a, errors, properties.history()))
                .toList();
        List<Definition> definitions = called(world.buffers.seen().values(), finished);
        definitions.addAll(questions.definitions());
        TransitionSystem system = new TransitionSystem(
                protocol.name(),
                protocol.doc(),
                protocol.source(),
                protocol.parameters(),
                types(world, errors),
                definitions,
                variables,
                finished,
                actions.units(),
                properties.lower(errors),
                terminal,
                List.of(),
                errors,
                world.coverables.all());
        return Symmetry.infer(system);
    }

    /** The variables of a protocol's domain and of its control. */
    static World world(Protocol protocol) {
        World world = new World(protocol);
        for (Actor a : protocol.actors()) {
            a.interrupts()
                    .forEach(i ->
                            world.controls.put(a.name() + "." + i.ipi(), ControlBuilder.handler(a, i, world.names)));
            a.tasks()
                    .forEach(
                            t -> world.controls.put(a.name() + "." + t.name(), ControlBuilder.task(a, t, world.names)));
        }
        return world;
    }

    /** Those definitions that a step uses. */
    private static List<Definition> called(Collection<Definition> definitions, List<Action> actions) {
        Set<String> called = new HashSet<>();
        actions.forEach(action -> action.expressions()
                .forEach(e -> Shape.visit(e, part -> {
                    if (part instanceof Expr.Call call) {
                        called.add(call.definition().name());
                    }
                })));
        List<Definition> kept = new ArrayList<>(definitions);
        kept.removeIf(definition -> !called.contains(definition.name()));
        return kept;
    }

    private static Optional<TransitionSystem.ErrorSites> errors(World world) {
        List<ErrorSite> sites = world.sites.all();
        if (sites.isEmpty()) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        labels.add("none");
        sites.forEach(s -> labels.add(s.label()));
        Type.Enumeration type = new Type.Enumeration(world.names.type("Error"), labels);
        Expr none = Exprs.literal(new Value.EnumMember(type, 0), type);
        String name = world.names.variable("error");
        Variable v = new Variable(name, type, none, Variable.Role.ERROR, Optional.empty(), Span.NONE);
        return Optional.of(new TransitionSystem.ErrorSites(v, type, sites));
    }

    /** Nothing happens after an error, and every step remembers what properties want remembered. */
    private static Action finish(Action a, Optional<TransitionSystem.ErrorSites> errors, Map<Variable, Expr> history) {
        Expr none = errors.map(e ->
                        Exprs.eq(Exprs.read(e.variable()), Exprs.literal(new Value.EnumMember(e.type(), 0), e.type())))
                .orElse(Expr.TRUE);
        List<Action.Update> updates = new ArrayList<>(a.updates());
        history.forEach((v, e) -> updates.add(new Action.Update(v, e)));
        return new Action(
                a.name(),
                a.parameters(),
                a.lets(),
                Exprs.and(none, a.guard()),
                a.checks(),
                updates,
                a.origin(),
                a.arrows(),
                a.marks(),
                a.ways());
    }

    /** Stopping is right where a {@code terminal} says so, or every task of every live actor is done. */
    private static Optional<Expr> terminal(Protocol protocol, Questions questions) {
        List<Expr> any = new ArrayList<>();
        for (Expr e : protocol.terminals()) {
            Expr answered = questions.answer(e);
            List<Expr> whole = new ArrayList<>();
            Definedness.of(answered).forEach(d -> whole.add(d.condition()));
            whole.add(answered);
            any.add(Exprs.and(whole));
        }
        any.add(questions.allDone());
        Expr terminal = Exprs.or(any);
        return Exprs.isFalse(terminal) ? Optional.empty() : Optional.of(terminal);
    }

    private static List<Type> types(World world, Optional<TransitionSystem.ErrorSites> errors) {
        List<Type> types = new ArrayList<>(world.protocol.types());
        world.holder.ifPresent(h -> {
            types.addAll(h.variants());
            types.add(h);
        });
        if (!world.life.isEmpty()) {
            types.add(World.LIFE);
        }
        world.controls.values().forEach(c -> c.variable().ifPresent(v -> types.add(c.labels())));
        types.addAll(world.buffers.types());
        errors.ifPresent(e -> types.add(e.type()));
        return types;
    }
}
