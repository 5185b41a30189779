package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.BinderSyntax;
import dev.baton.dsl.syntax.BlockSyntax;
import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Member;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.system.Fairness;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kernels, cores and environments: their variables, tasks, handlers and actions. */
final class ElaborateActors {
    private final Session session;
    private final ElaborateSignals signals;
    private final ElaborateStatements statements;
    private final ElaborateStates states;

    ElaborateActors(Session session) {
        this.session = session;
        this.signals = new ElaborateSignals(session);
        this.statements = new ElaborateStatements(session, signals);
        this.states = new ElaborateStates(session);
    }

    Actor elaborate(Decl.Actor actor) {
        once(actor);
        Parts parts = new Parts(actor);
        actor.members().forEach(m -> member(m, parts, Optional.empty()));
        if (actor.initiallyOff() && actor.kind() == Actor.Kind.ENVIRONMENT) {
            session.problems.help(
                    Code.B0510, actor.name().span(), "leave `initially off` out: it is always there", "way to be off");
        }
        return new Actor(
                actor.kind(),
                actor.name().text(),
                session.types.members(actor),
                List.copyOf(session.variables.of(actor).values()),
                parts.tasks,
                parts.interrupts,
                parts.actions,
                parts.handlers,
                core(actor.core(), actor),
                actor.initiallyOff(),
                actor.doc(),
                actor.span());
    }

    /** What is gathered of an actor. */
    private static final class Parts {
        final Decl.Actor actor;
        final List<Actor.Task> tasks = new ArrayList<>();
        final List<Actor.Interrupt> interrupts = new ArrayList<>();
        final List<Actor.ActionDecl> actions = new ArrayList<>();
        final List<Actor.Handler> handlers = new ArrayList<>();
        final Scope.Fresh handlerNames = new Scope.Fresh();

        Parts(Decl.Actor actor) {
            this.actor = actor;
        }

        Context code() {
            return Context.of(Context.Kind.CODE, Optional.of(actor));
        }

        /** In an environment nothing has to happen. */
        Fairness.Strength fairness(Fairness.Strength written) {
            boolean environment = actor.kind() == Actor.Kind.ENVIRONMENT;
            return environment && written == Fairness.Strength.WEAK ? Fairness.Strength.UNFAIR : written;
        }
    }

    private void member(Member member, Parts parts, Optional<Name> state) {
        switch (member) {
            case Member.Var m -> {}
            case Member.States m -> {}
            case Member.Task m -> parts.tasks.add(task(m, parts));
            case Member.Interrupt m -> interrupt(m, parts).ifPresent(parts.interrupts::add);
            case Member.Action m -> parts.actions.add(action(m, parts, state));
            case Member.On m -> handler(m, parts, state).ifPresent(parts.handlers::add);
            case Member.InState m -> m.members().forEach(inner -> member(inner, parts, Optional.of(m.state())));
        }
    }

    private Actor.Task task(Member.Task task, Parts parts) {
        labelsOnce(task.body());
        return new Actor.Task(
                task.name().text(),
                parts.fairness(task.strength()),
                core(task.core(), parts.actor),
                statements.block(task.body(), parts.code(), Flow.of(false)),
                task.doc(),
                task.span());
    }

    private Optional<Actor.Interrupt> interrupt(Member.Interrupt interrupt, Parts parts) {
        labelsOnce(interrupt.body());
        Optional<Protocol.Ipi> ipi = session.wires.ipi(interrupt.ipi());
        String actor = parts.actor.name().text();
        if (parts.actor.kind() == Actor.Kind.ENVIRONMENT) {
            session.problems.help(
                    Code.B0510, interrupt.ipi().span(), "interrupt a kernel or a core, or use a channel", "interrupts");
        } else if (ipi.isPresent() && !ipi.get().target().name().equals(actor)) {
            session.problems.help(
                    Code.B0509,
                    interrupt.ipi().span(),
                    "it is declared `ipi " + ipi.get().name() + " to "
                            + ipi.get().target() + "`",
                    ipi.get().name(),
                    actor);
        }
        Actor.Interrupt made = new Actor.Interrupt(
                interrupt.ipi().text(),
                parts.fairness(interrupt.strength()),
                core(interrupt.core(), parts.actor),
                statements.block(interrupt.body(), parts.code(), Flow.of(false)),
                interrupt.doc(),
                interrupt.span());
        return ipi.map(i -> made);
    }

    private Actor.ActionDecl action(Member.Action action, Parts parts, Optional<Name> state) {
        Context context = parts.code();
        List<Binder> parameters = new ArrayList<>();
        for (BinderSyntax binder : action.parameters()) {
            for (Name name : binder.names()) {
                Expr domain = session.expressions.quantifiers.set(binder.domain(), "in", context);
                Type element = TypeCollections.element(domain.type()).orElse(Kinds.UNKNOWN);
                Bind.Bound bound = session.expressions.bind.local(name, element, context);
                parameters.add(new Binder(bound.name(), element, domain));
                context = bound.context();
            }
        }
        Expr guard = guard(action.guard(), state, context);
        Context inner = context.with(context.facts().where(guard, true));
        return new Actor.ActionDecl(
                action.name().text(),
                parameters,
                parts.fairness(action.strength()),
                guard,
                statements.block(action.body(), inner, Flow.of(true)),
                action.doc(),
                action.span());
    }

    private Optional<Actor.Handler> handler(Member.On on, Parts parts, Optional<Name> state) {
        Context context = parts.code();
        Optional<ElaborateSignals.Taken> taken = signals.take(on.channel(), on.pattern(), on.from(), context);
        Context inner = taken.map(ElaborateSignals.Taken::context)
                .orElseGet(() -> signals.unknown(on.pattern(), on.from(), context));
        Expr guard = guard(on.guard(), state, inner);
        Context body = inner.with(inner.facts().where(guard, true));
        Optional<String> from = taken.flatMap(ElaborateSignals.Taken::from).map(Pattern.Binding::name);
        String sender = from.orElseGet(() -> context.fresh().name("sender"));
        return taken.map(t -> new Actor.Handler(
                parts.handlerNames.name(handlerName(t)),
                t.channel().name(),
                t.pattern(),
                sender,
                parts.fairness(on.strength()),
                guard,
                statements.block(on.body(), body, Flow.of(true)),
                on.doc(),
                on.span()));
    }

    private static String handlerName(ElaborateSignals.Taken taken) {
        String channel = "on_" + taken.channel().name().replace('.', '_');
        return switch (taken.pattern()) {
            case Pattern.Variant p -> channel + "_" + p.variant().name();
            case Pattern.Some p -> channel + "_some";
            case Pattern.None p -> channel + "_none";
            case Pattern.Constant p -> channel + "_" + p.value().toString().replace('-', '_');
            case Pattern.Anything p -> channel;
        };
    }

    /** What {@code when} says, in the state in which it stands. */
    private Expr guard(Optional<ExprSyntax> when, Optional<Name> state, Context context) {
        Expr here = state.flatMap(s -> states.in(s, context)).orElse(Expr.TRUE);
        Expr written = when.map(e -> session.expressions.condition(e, context.asGuard()))
                .orElse(Expr.TRUE);
        return Exprs.and(here, written);
    }

    private Optional<Expr> core(Optional<ExprSyntax> core, Decl.Actor actor) {
        if (core.isEmpty()) {
            return Optional.empty();
        }
        Span span = core.get().span();
        if (actor.kind() == Actor.Kind.ENVIRONMENT) {
            session.problems.help(Code.B0510, span, "leave `on core` out: it runs beside all cores", "core");
            return Optional.empty();
        }
        if (actor.kind() == Actor.Kind.CORE) {
            session.problems.help(Code.B0610, span, "a kernel can: `kernel K on core …`");
            return Optional.empty();
        }
        Expr typed = session.expressions.type(core.get(), Context.of(Context.Kind.FIRST, Optional.of(actor)));
        boolean member = typed.type() instanceof Type.Index index
                && session.actor(index.name())
                        .filter(a -> a.kind() == Actor.Kind.CORE)
                        .isPresent();
        if (Kinds.known(typed.type()) && !member && !(typed.type() instanceof Type.Range)) {
            session.problems.help(
                    Code.B0301,
                    span,
                    "cores have numbers, or are declared with `core`",
                    "a core",
                    Kinds.name(typed.type()));
        }
        return Optional.of(typed);
    }

    /** Variables, tasks and actions of an actor share their names; each IPI has one handler. */
    private void once(Decl.Actor actor) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> handled = new LinkedHashSet<>();
        if (Symbols.statesOf(actor).isPresent()) {
            names.add("state");
        }
        boolean states = false;
        for (Member member : actor.members()) {
            if (member instanceof Member.States s) {
                if (states) {
                    session.problems.help(Code.B0202, s.span(), "list all of them at once", "states");
                }
                states = true;
            }
            if (member instanceof Member.Interrupt m) {
                session.symbols.once(m.ipi(), handled, Optional.empty());
            }
            named(member, names);
        }
    }

    private void named(Member member, Set<String> names) {
        switch (member) {
            case Member.Var m -> {
                session.symbols.once(m.variable().name(), names, Optional.empty());
                session.expressions.bind.hidesDeclared(m.variable().name());
            }
            case Member.Task m -> session.symbols.once(m.name(), names, Optional.empty());
            case Member.Action m -> session.symbols.once(m.name(), names, Optional.empty());
            case Member.InState m -> m.members().forEach(inner -> named(inner, names));
            case Member.Interrupt m -> {}
            case Member.On m -> {}
            case Member.States m -> {}
        }
    }

    private void labelsOnce(BlockSyntax block) {
        Set<String> taken = new LinkedHashSet<>();
        Labels.declared(block).forEach(label -> session.symbols.once(label, taken, Optional.empty()));
    }
}
