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
import dev.baton.model.system.Choice;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Statements done in one step: each way through them is a {@link Path}. An {@code if} without a choice inside stays one
 * way, with conditional values; a choice makes several.
 */
record Execution(Steps steps, Lives lives, Messages messages) {

    Execution(Steps steps, Lives lives) {
        this(steps, lives, new Messages(steps, lives));
    }

    /** The ways through a statement list. */
    List<Path> run(List<Stmt> body, Path path) {
        List<Path> open = List.of(path);
        for (Stmt s : body) {
            List<Path> next = new ArrayList<>();
            for (Path p : open) {
                next.addAll(p.ended ? List.of(p) : run(s, p));
            }
            open = next;
        }
        return open;
    }

    private static List<Path> one(Path path) {
        return List.of(path);
    }

    List<Path> run(Stmt s, Path path) {
        World world = steps.world();
        return switch (s) {
            case Stmt.Assign x -> {
                Expr value = steps.evaluate(x.value(), path);
                steps.store(x.place(), value, path);
                yield one(path);
            }
            case Stmt.Let x -> {
                steps.bind(x.name(), x.type(), steps.evaluate(x.value(), path), path);
                yield one(path);
            }
            case Stmt.If x ->
                branch(ways().ofTest(x), x.test(), path, (p, yes) -> run(yes ? x.then() : x.otherwise(), p));
            case Stmt.Match x -> {
                Expr value = steps.evaluate(x.source(), path);
                yield match(ways().ofMatch(x, x.arms()), steps.named("value", value, path), x.arms(), path);
            }
            case Stmt.Await x -> {
                Steps.Tested tested = steps.test(x.test(), path);
                path.assume(tested.condition());
                x.test().pattern().ifPresent(pattern -> steps.bind(pattern, tested.value(), path));
                yield one(path);
            }
            case Stmt.ForEach x -> {
                List<Path> open = one(path);
                for (Value value : Domain.values(x.type())) {
                    List<Path> next = new ArrayList<>();
                    for (Path p : open) {
                        p.locals.put(x.name(), Exprs.literal(value, x.type()));
                        next.addAll(p.ended ? one(p) : run(x.body(), p));
                    }
                    open = next;
                }
                yield open;
            }
            case Stmt.Either x -> {
                List<Path> all = new ArrayList<>();
                Coverables.Ways ways = ways().ofEither(x);
                path.mark(ways.asked());
                for (int i = 0; i < x.branches().size(); i++) {
                    Path taken = path.copy();
                    taken.mark(ways.branches().get(i));
                    taken.chose(new Choice.Branch(i));
                    all.addAll(run(x.branches().get(i), taken));
                }
                yield all;
            }
            case Stmt.Choose x -> choose(x, path);
            case Stmt.Send x -> send(x, path);
            case Stmt.Receive x ->
                one(messages.receive(x.channel(), x.pattern(), x.from().map(Pattern.Binding::name), path));
            case Stmt.Raise x -> {
                messages.raise(x, path);
                yield one(path);
            }
            case Stmt.Mask x -> {
                messages.mask(x.ipi(), true, path);
                yield one(path);
            }
            case Stmt.Unmask x -> {
                messages.mask(x.ipi(), false, path);
                yield one(path);
            }
            case Stmt.Fence x -> {
                path.assume(steps.drained(path));
                yield one(path);
            }
            case Stmt.Start x -> {
                Expr who = steps.evaluate(x.actor(), path);
                lives.start(steps, who, x.span(), path);
                yield one(path);
            }
            case Stmt.Halt x -> {
                lives.stop(steps.actor(), steps.self(), "off", path);
                path.ended = true;
                yield one(path);
            }
            case Stmt.Assert x -> {
                Expr condition = steps.evaluate(x.condition(), path);
                String text = "assertion `" + Sites.quote(x.condition().span()) + "` fails";
                path.check(condition, world.sites.site(ErrorSite.Kind.ASSERTION, text, text, x.span()));
                yield one(path);
            }
            case Stmt.Atomic x -> run(x.body(), path);
            case Stmt.Skip x -> one(path);
            case Stmt.Labelled x -> run(x.body(), path);
            case Stmt.Use x -> {
                owned(x.resource(), "`" + text(x.span()) + "` by another than the owner", x.span(), path);
                yield one(path);
            }
            case Stmt.Give x -> {
                Expr resource =
                        owned(x.resource(), "`" + text(x.span()) + "` by another than the owner", x.span(), path);
                Expr to = steps.evaluate(x.to(), path);
                own(resource, Optional.of(world.holderOf(to)), path);
                String via = resource.type().toString();
                path.arrows.add(new Arrow(
                        Arrow.Kind.GIVE,
                        via,
                        Optional.of(steps.self()),
                        Optional.of(to),
                        Optional.of(resource),
                        Expr.TRUE));
                yield one(path);
            }
            case Stmt.Take x -> {
                Expr resource = steps.evaluate(x.resource(), path);
                Expr owner = Exprs.at(path.now(owners(resource)), resource);
                Expr mine = Exprs.eq(owner, mine(owner.type()));
                Expr free = Exprs.apply(Op.IS_NONE, Type.BOOL, owner);
                ownership(Exprs.or(free, mine), "`" + text(x.span()) + "` of what another owns", x.span(), path);
                own(resource, Optional.of(world.holderOf(steps.self())), path);
                yield one(path);
            }
            case Stmt.Release x -> {
                Expr resource =
                        owned(x.resource(), "`" + text(x.span()) + "` by another than the owner", x.span(), path);
                own(resource, Optional.empty(), path);
                yield one(path);
            }
            case Stmt.While x -> throw notInOneStep(s);
            case Stmt.Loop x -> throw notInOneStep(s);
            case Stmt.Break x -> throw notInOneStep(s);
            case Stmt.Continue x -> throw notInOneStep(s);
            case Stmt.Return x -> throw notInOneStep(s);
        };
    }

    private static IllegalStateException notInOneStep(Stmt s) {
        return new IllegalStateException("no part of one step: " + s);
    }

    private static String text(Span span) {
        return Sites.quote(span);
    }

    /** Follows both outcomes of a test; one way where they can be joined, else two or more. */
    List<Path> branch(Coverables.Ways ways, Stmt.Test test, Path path, BiFunction<Path, Boolean, List<Path>> body) {
        Steps.Tested tested = steps.test(test, path);
        path.mark(ways.asked());
        return split(tested.condition(), path, (p, yes) -> {
            p.mark(ways.branches().get(yes ? 0 : 1));
            if (yes) {
                test.pattern().ifPresent(pattern -> steps.bind(pattern, tested.value(), p));
            }
            return body.apply(p, yes);
        });
    }

    private List<Path> split(Expr condition, Path path, BiFunction<Path, Boolean, List<Path>> body) {
        if (Exprs.isTrue(condition) || Exprs.isFalse(condition)) {
            return body.apply(path, Exprs.isTrue(condition));
        }
        Path from = path.copy();
        List<Path> yes = body.apply(path.copy(), true);
        Path other = path.copy();
        yes.forEach(p -> other.names.addAll(p.names));
        List<Path> no = body.apply(other, false);
        if (yes.size() == 1 && no.size() == 1) {
            Optional<Path> joined = Path.join(condition, from, yes.getFirst(), no.getFirst());
            if (joined.isPresent()) {
                return one(joined.get());
            }
        }
        List<Path> all = new ArrayList<>();
        Path first = path.copy();
        first.assume(condition);
        all.addAll(body.apply(first, true));
        Path second = path.copy();
        second.assume(Exprs.not(condition));
        all.addAll(body.apply(second, false));
        return all;
    }

    private Coverables ways() {
        return steps.world().coverables;
    }

    private List<Path> match(Coverables.Ways ways, Expr value, List<Stmt.Arm> arms, Path path) {
        return dispatch(
                ways,
                value,
                arms.stream().map(Stmt.Arm::pattern).toList(),
                path,
                (p, i) -> run(arms.get(i).body(), p));
    }

    /** Follows the first of the patterns that matches; the last is taken without asking. */
    List<Path> dispatch(
            Coverables.Ways ways,
            Expr value,
            List<Pattern> patterns,
            Path path,
            BiFunction<Path, Integer, List<Path>> body) {
        path.mark(ways.asked());
        return dispatch(value, patterns, 0, path, (p, i) -> {
            p.mark(ways.branches().get(i));
            return body.apply(p, i);
        });
    }

    private List<Path> dispatch(
            Expr value, List<Pattern> patterns, int i, Path path, BiFunction<Path, Integer, List<Path>> body) {
        Expr condition = i == patterns.size() - 1 ? Expr.TRUE : steps.matches(patterns.get(i), value);
        return split(condition, path, (p, yes) -> {
            if (yes) {
                steps.bind(patterns.get(i), value, p);
                return body.apply(p, i);
            }
            return dispatch(value, patterns, i + 1, p, body);
        });
    }

    private List<Path> choose(Stmt.Choose x, Path path) {
        List<Path> all = new ArrayList<>();
        Path defined = path.copy();
        int before = defined.events.size();
        Expr domain = steps.evaluate(x.domain(), defined);
        List<Path.Event> demands = List.copyOf(defined.events.subList(before, defined.events.size()));
        defined.events.subList(before, defined.events.size()).clear();
        Path failing = path.copy();
        for (Path.Event demand : demands) {
            if (demand instanceof Path.Event.Check check) {
                Path error = failing.copy();
                error.assume(Exprs.not(check.condition()));
                error.check(Expr.FALSE, check.site());
                error.ended = true;
                all.add(error);
                failing.assume(check.condition());
                defined.assume(check.condition());
            }
        }
        Expr value = steps.choose(x.name(), x.type(), steps.guarded(domain, defined), defined);
        steps.bind(x.name(), x.type(), value, defined);
        all.addFirst(defined);
        return all;
    }

    private List<Path> send(Stmt.Send x, Path path) {
        if (x.otherwise().isPresent()) {
            return offer(x, path, (p, sent) -> sent ? one(p) : run(x.otherwise().get(), p));
        }
        Protocol.Channel c = steps.world().protocol.channel(x.channel());
        Expr message = steps.evaluate(x.message(), path);
        Expr to = x.to().map(t -> steps.evaluate(t, path)).orElse(World.only(c.to()));
        path.assume(messages.room(c, to, path));
        messages.push(c, message, to, x.span(), path);
        return one(path);
    }

    /** A send that does something else where there is no room. */
    List<Path> offer(Stmt.Send x, Path path, BiFunction<Path, Boolean, List<Path>> then) {
        Protocol.Channel c = steps.world().protocol.channel(x.channel());
        Expr message = steps.evaluate(x.message(), path);
        Expr to = x.to().map(t -> steps.evaluate(t, path)).orElse(World.only(c.to()));
        Coverables.Ways ways = ways().ofOffer(x);
        path.mark(ways.asked());
        return split(messages.room(c, to, path), path, (p, yes) -> {
            p.mark(ways.branches().get(yes ? 0 : 1));
            if (yes) {
                messages.push(c, message, to, x.span(), p);
            }
            return then.apply(p, yes);
        });
    }

    private Variable owners(Expr resource) {
        return World.the(steps.world().owners, ((Type.Index) resource.type()).name());
    }

    private Expr mine(Type option) {
        return Questions.some(option, steps.world().holderOf(steps.self()));
    }

    private Expr owned(Expr asked, String what, Span span, Path path) {
        Expr resource = steps.evaluate(asked, path);
        Expr owner = Exprs.at(path.now(owners(resource)), resource);
        ownership(Exprs.eq(owner, mine(owner.type())), what, span, path);
        return resource;
    }

    private void ownership(Expr condition, String what, Span span, Path path) {
        path.check(condition, steps.world().sites.site(ErrorSite.Kind.OWNERSHIP, what, what, span));
    }

    private void own(Expr resource, Optional<Expr> holder, Path path) {
        Variable v = owners(resource);
        Type option = ((Type.MapOf) v.type()).value();
        Expr owner = holder.map(h -> Questions.some(option, h)).orElse(Exprs.literal(Value.NONE, option));
        path.updates.put(v, Exprs.put(path.now(v), resource, owner));
    }
}
