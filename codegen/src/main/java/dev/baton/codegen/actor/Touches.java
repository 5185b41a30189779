package dev.baton.codegen.actor;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether every step touches at most one shared word, so that it needs no lock. */
public final class Touches {
    private final Protocol protocol;

    Touches(Protocol protocol) {
        this.protocol = protocol;
    }

    public static boolean lockFree(Protocol protocol) {
        return protocol.actors().stream().allMatch(new Touches(protocol)::lockFree);
    }

    private boolean lockFree(Actor a) {
        return !Strands.race(a)
                && Strands.cores(a).flatMap(Optional::stream).noneMatch(core -> mayGoOff(core, a))
                && a.actions().stream().allMatch(x -> asked(x) + inOneStep(x.body()) <= 1)
                && a.handlers().stream().allMatch(x -> 1 + ofTest(x.guard()) + inOneStep(x.body()) <= 1)
                && a.tasks().stream().allMatch(x -> separate(x.body()))
                && a.interrupts().stream().allMatch(x -> separate(x.body()));
    }

    /** Each step of what is placed on a core that may go off looks whether it is on, and touches what it does. */
    private boolean mayGoOff(Expr core, Actor placed) {
        return protocol.actors().stream()
                .anyMatch(its -> its.index().equals(core.type()) && !its.equals(placed) && mayGoOff(its));
    }

    private boolean mayGoOff(Actor a) {
        boolean[] halts = {false};
        bodies(a).forEach(body -> Statements.visit(body, s -> halts[0] |= s instanceof Stmt.Halt));
        return halts[0] || protocol.faults().stream().anyMatch(f -> f.target().equals(a.name()));
    }

    static Stream<List<Stmt>> bodies(Actor a) {
        return Stream.of(
                        a.tasks().stream().map(Actor.Task::body),
                        a.interrupts().stream().map(Actor.Interrupt::body),
                        a.actions().stream().map(Actor.ActionDecl::body),
                        a.handlers().stream().map(Actor.Handler::body))
                .flatMap(s -> s);
    }

    /** The sets of an action's parameters are looked at before its guard. */
    private int asked(Actor.ActionDecl x) {
        int sets = x.parameters().stream().mapToInt(p -> of(p.domain())).sum();
        return sets == 0 ? ofTest(x.guard()) : sets + of(x.guard());
    }

    /** Statements of which each is a step. */
    private boolean separate(List<Stmt> body) {
        for (Stmt s : body) {
            boolean one = s instanceof Stmt.Atomic x ? inOneStep(x.body()) <= 1 : alone(s) <= 1;
            if (!one
                    || (!(s instanceof Stmt.Atomic)
                            && !Statements.bodies(s).stream().allMatch(this::separate))) {
                return false;
            }
        }
        return true;
    }

    /** What a statement touches itself that is a step of its own. */
    private int alone(Stmt s) {
        return test(s).filter(test -> test.pattern().isEmpty())
                .map(test -> test.source() instanceof Source.Pure pure ? ofTest(pure.value()) : own(s))
                .orElseGet(() -> own(s));
    }

    private static Optional<Stmt.Test> test(Stmt s) {
        if (s instanceof Stmt.If x) {
            return Optional.of(x.test());
        }
        if (s instanceof Stmt.While x) {
            return Optional.of(x.test());
        }
        return s instanceof Stmt.Await x ? Optional.of(x.test()) : Optional.empty();
    }

    private int inOneStep(List<Stmt> body) {
        int[] sum = {0};
        Statements.visit(body, s -> sum[0] += s instanceof Stmt.ForEach ? 2 : own(s));
        return sum[0];
    }

    /**
     * What a statement touches itself, within a larger step. Taking a resource looks and then writes, so that it counts
     * twice.
     */
    int own(Stmt s) {
        int sum = Statements.expressions(s).stream().mapToInt(this::of).sum();
        for (Place place : Statements.writes(s)) {
            sum += written(place);
        }
        return sum
                + switch (s) {
                    case Stmt.Send x -> 1;
                    case Stmt.Receive x -> 1;
                    case Stmt.Raise x -> 1;
                    case Stmt.Start x -> 1;
                    case Stmt.Use x -> 1;
                    case Stmt.Give x -> 1;
                    case Stmt.Release x -> 1;
                    case Stmt.Take x -> 2;
                    case Stmt.Assign x -> 0;
                    case Stmt.Let x -> 0;
                    case Stmt.If x -> 0;
                    case Stmt.While x -> 0;
                    case Stmt.Loop x -> 0;
                    case Stmt.ForEach x -> 0;
                    case Stmt.Break x -> 0;
                    case Stmt.Continue x -> 0;
                    case Stmt.Return x -> 0;
                    case Stmt.Match x -> 0;
                    case Stmt.Await x -> 0;
                    case Stmt.Either x -> 0;
                    case Stmt.Choose x -> 0;
                    case Stmt.Mask x -> 0;
                    case Stmt.Unmask x -> 0;
                    case Stmt.Fence x -> 0;
                    case Stmt.Halt x -> 1;
                    case Stmt.Assert x -> 0;
                    case Stmt.Atomic x -> 0;
                    case Stmt.Skip x -> 0;
                    case Stmt.Labelled x -> 0;
                };
    }

    /** A part of a word is read and written; a whole map is many words. */
    private static int written(Place place) {
        if (!(place.root() instanceof Place.VariableRoot root)
                || root.variable().role() != Variable.Role.MEMORY) {
            return 0;
        }
        Type at = root.variable().type();
        int keys = 0;
        while (at instanceof Type.MapOf map) {
            at = map.value();
            keys++;
        }
        return place.path().size() == keys ? 1 : 2;
    }

    /**
     * The same of a test with which a step begins. That somebody is dead who can't come back stays so: who has seen it
     * before anything else that the step touches may as well have seen it later, together with that. If it is not so
     * nothing else is touched, since what stands behind {@code and} isn't evaluated.
     */
    private int ofTest(Expr e) {
        if (e instanceof Expr.Apply and && and.op() == Op.AND) {
            int sum = 0;
            for (Expr part : and.args()) {
                sum += sum == 0 ? ofTest(part) : of(part);
            }
            return sum;
        }
        return isDeath(e) ? 0 : of(e);
    }

    private boolean isDeath(Expr e) {
        return e instanceof Expr.Apply not
                && not.op() == Op.NOT
                && not.arg(0) instanceof Expr.Query query
                && query.question() instanceof Question.Live live
                && sum(query) == 0
                && !comesBack(live.actor());
    }

    /** How many shared words an expression reads at most; one behind a quantifier counts twice. */
    private int of(Expr e) {
        return switch (e) {
            case Expr.Quantified q -> of(q.binder().domain()) + 2 * of(q.body());
            case Expr.Call c -> sum(e) + of(c.definition().body());
            case Expr.Literal x -> 0;
            case Expr.Constant x -> 0;
            case Expr.Read x -> read(x, x.type());
            case Expr.Local x -> 0;
            case Expr.Apply x -> x.op() == Op.AT ? at(x) : sum(e);
            case Expr.Get x -> sum(e);
            case Expr.Make x -> sum(e);
            case Expr.With x -> sum(e);
            case Expr.If x -> sum(e);
            case Expr.Let x -> sum(e);
            case Expr.Domain x -> 0;
            case Expr.Is x -> sum(e);
            case Expr.As x -> sum(e);
            case Expr.Fits x -> sum(e);
            case Expr.Query x -> sum(e) + (x.question() instanceof Question.Contents ? 2 : 1);
        };
    }

    /** An entry of a map, or of a map of maps. */
    private int at(Expr.Apply entry) {
        int keys = 0;
        Expr map = entry;
        while (map instanceof Expr.Apply x && x.op() == Op.AT) {
            keys += of(x.arg(1));
            map = x.arg(0);
        }
        return keys + (map instanceof Expr.Read read ? read(read, entry.type()) : of(map));
    }

    /** A variable, or the part of it of a type: a whole map is many words. */
    private static int read(Expr.Read variable, Type part) {
        boolean shared = variable.variable().role() == Variable.Role.MEMORY;
        return !shared ? 0 : part instanceof Type.MapOf ? 2 : 1;
    }

    private boolean comesBack(String actor) {
        Actor its = protocol.actor(actor);
        boolean restarts = protocol.faults().stream()
                .anyMatch(f ->
                        f.kind() == Protocol.Fault.Kind.RESTART && f.target().equals(actor));
        boolean[] starts = {its.initiallyOff()};
        protocol.actors().stream()
                .flatMap(Touches::bodies)
                .forEach(body -> Statements.visit(
                        body,
                        s -> starts[0] |=
                                s instanceof Stmt.Start x && x.actor().type().equals(its.index())));
        return restarts || starts[0];
    }

    private int sum(Expr e) {
        return e.children().stream().mapToInt(this::of).sum();
    }
}
