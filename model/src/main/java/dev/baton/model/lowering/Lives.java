package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import dev.baton.model.system.Arrow;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Actors that start, halt, crash and come back (rules 6 and 10). */
record Lives(World world) {

    /** Whether a member is in one of these lives by now on a path. */
    Expr now(Actor actor, Expr member, Path path, String... words) {
        Variable v = world.life.get(actor.name());
        if (v == null) {
            return List.of(words).contains("live") ? Expr.TRUE : Expr.FALSE;
        }
        Expr is = World.of(path.now(v), actor.index(), member);
        List<Expr> any = new ArrayList<>();
        for (String word : words) {
            any.add(Exprs.eq(is, Exprs.literal(World.lifeValue(word), World.LIFE)));
        }
        return Exprs.or(any);
    }

    /** Switches a member on; an error unless it is off. Its variables have their first values already. */
    void start(Steps steps, Expr member, Span span, Path path) {
        Actor actor = world.actorOf((Type.Index) member.type()).orElseThrow();
        String text = "`" + Sites.quote(span) + "` of an actor that is not off";
        path.check(now(actor, member, path, "off"), world.sites.site(ErrorSite.Kind.UNDEFINED, text, text, span));
        live(actor, member, "live", path);
        path.arrows.add(new Arrow(
                Arrow.Kind.START,
                "start",
                Optional.of(steps.self()),
                Optional.of(member),
                Optional.empty(),
                Expr.TRUE));
    }

    /** Changes the life of a member, nothing else. */
    void live(Actor actor, Expr member, String word, Path path) {
        Variable v = World.the(world.life, actor.name());
        Expr to = Exprs.literal(World.lifeValue(word), World.LIFE);
        path.updates.put(v, World.set(path.now(v), actor.index(), member, to));
    }

    /** A member goes off or crashes: private variables, control, pending IPIs and masks as at the beginning. */
    void stop(Actor actor, Expr member, String word, Path path) {
        live(actor, member, word, path);
        for (Variable v : actor.variables()) {
            Expr first = actor.index().single() ? v.init() : entry(v.init(), member);
            path.updates.put(v, World.set(path.now(v), actor.index(), member, first));
        }
        for (Control c : world.controls.values()) {
            if (!c.actor().name().equals(actor.name())) {
                continue;
            }
            c.variable().ifPresent(v -> reset(v, actor, member, c.literal(c.first()), path));
            for (Control.Memory local : c.locals().values()) {
                Variable v = local.variable();
                Type type = actor.index().single() ? v.type() : ((Type.MapOf) v.type()).value();
                reset(v, actor, member, Exprs.literal(Domain.first(type), type), path);
            }
        }
        for (Protocol.Ipi ipi : world.protocol.ipis()) {
            if (!ipi.target().name().equals(actor.index().name())) {
                continue;
            }
            Expr none = ipi.queued() == 1 ? Expr.FALSE : Exprs.literal(0);
            reset(World.the(world.pending, ipi.name()), actor, member, none, path);
            Variable mask = world.masked.get(ipi.name());
            if (mask != null) {
                reset(mask, actor, member, Expr.FALSE, path);
            }
        }
    }

    private static void reset(Variable v, Actor actor, Expr member, Expr value, Path path) {
        path.updates.put(v, World.set(path.now(v), actor.index(), member, value));
    }

    /** The first value of one member of a variable that has one for each. */
    private static Expr entry(Expr init, Expr member) {
        if (init instanceof Expr.Quantified q && q.kind() == Quantifier.MAP) {
            return Rewriter.substitute(q.body(), Map.of(q.binder().name(), member));
        }
        return Exprs.at(init, member);
    }
}
