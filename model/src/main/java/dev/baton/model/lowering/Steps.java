package dev.baton.model.lowering;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Question;
import dev.baton.model.expr.Rewriter;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Choice;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one step of an actor evaluates and stores, followed symbolically along a {@link Path}: expressions with their
 * checks, places, locked operations, patterns, locals.
 *
 * @param self the acting member
 * @param buffer the store buffer of the core that the step runs on, if it has one
 * @param control of the task or handler whose step this is; absent for actions and {@code on}
 */
record Steps(
        World world,
        Questions questions,
        Actor actor,
        Expr self,
        Optional<Buffers.Ref> buffer,
        Optional<Control> control) {

    /** The value of an expression here, checks for what it needs put on the path first. */
    Expr evaluate(Expr e, Path path) {
        if (asksTimeout(e)) {
            path.unfair = true;
        }
        Expr answered = questions.answer(e);
        for (Definedness.Demand d : Definedness.of(answered)) {
            int site = world.sites.site(ErrorSite.Kind.UNDEFINED, d.what(), d.message(), d.span());
            path.check(here(d.condition(), path), site);
        }
        return here(answered, path);
    }

    private static boolean asksTimeout(Expr e) {
        boolean[] found = {false};
        Shape.visit(e, x -> found[0] |= x instanceof Expr.Query q && q.question() instanceof Question.Timeout);
        return found[0];
    }

    /** An answered expression in terms of the state before the step. */
    private Expr here(Expr e, Path path) {
        return rewriter(path.locals, path).rewrite(e);
    }

    private Rewriter rewriter(Map<String, Expr> locals, Path path) {
        return new Rewriter(locals, r -> read(r.variable(), path), q -> q, c -> call(c, path));
    }

    private Expr call(Expr.Call c, Path path) {
        if (Shape.reads(c.definition().body()).isEmpty()) {
            return c;
        }
        Map<String, Expr> arguments = new java.util.HashMap<>();
        for (int i = 0; i < c.args().size(); i++) {
            arguments.put(c.definition().parameters().get(i).name(), c.args().get(i));
        }
        return rewriter(arguments, path).rewrite(c.definition().body());
    }

    /** What this step reads from a variable: under total store order the own core's buffered stores first. */
    private Expr read(Variable v, Path path) {
        Definition seen = world.buffers.seen().get(v.name());
        if (seen == null || buffer.isEmpty()) {
            return path.now(v);
        }
        Expr stores = buffer.get().get(path.now(buffer.get().variable()));
        Expr.Call call = new Expr.Call(seen, List.of(stores), Span.NONE);
        if (!path.updates.containsKey(v)) {
            return call;
        }
        return new Rewriter(Map.of(Buffers.STORES, stores), r -> path.now(r.variable()), q -> q, c -> c)
                .rewrite(seen.body());
    }

    /** That this core's store buffer is empty. */
    Expr drained(Path path) {
        return buffer.map(b -> Exprs.eq(Exprs.size(b.get(path.now(b.variable()))), Exprs.literal(0)))
                .orElse(Expr.TRUE);
    }

    /** Stores a value that has been evaluated already; checks that it fits. */
    void store(Place place, Expr value, Path path) {
        List<Place.Step> at = evaluatePath(place, path);
        fits(value, place.type(), place.span(), path);
        switch (place.root()) {
            case Place.VariableRoot root -> {
                Variable v = root.variable();
                boolean buffered = buffer.isPresent() && world.buffers.seen().containsKey(v.name());
                if (buffered) {
                    push(place, at, value, path);
                } else {
                    path.updates.put(v, Places.put(path.now(v), at, value));
                }
            }
            case Place.LocalRoot root -> {
                Expr old = path.locals.get(root.name());
                if (old == null && at.isEmpty()) {
                    setLocal(root.name(), root.type(), value, path);
                } else if (old != null) {
                    setLocal(root.name(), root.type(), Places.put(old, at, value), path);
                }
            }
        }
    }

    private void push(Place place, List<Place.Step> at, Expr value, Path path) {
        Buffers.Ref ref = buffer.orElseThrow();
        Expr all = path.now(ref.variable());
        Expr mine = ref.get(all);
        path.assume(Exprs.apply(Op.LT, Type.BOOL, Exprs.size(mine), Exprs.literal(world.buffers.capacity())));
        Expr longer = Exprs.apply(Op.APPEND, mine.type(), mine, world.buffers.store(place, at, value));
        path.updates.put(ref.variable(), ref.put(all, longer));
    }

    /** The steps of a path with their keys evaluated and checked. */
    private List<Place.Step> evaluatePath(Place place, Path path) {
        List<Place.Step> steps = new java.util.ArrayList<>();
        Type at = place.root().type();
        Expr root = rootNow(place, path);
        for (Place.Step step : place.path()) {
            if (step instanceof Place.Key key) {
                Expr value = evaluate(key.key(), path);
                checkKey(Places.get(root, steps), at, value, key.key().span(), place.span(), path);
                steps.add(new Place.Key(value));
            } else {
                steps.add(step);
            }
            at = Places.childType(at, step);
        }
        return steps;
    }

    private Expr rootNow(Place place, Path path) {
        return switch (place.root()) {
            case Place.VariableRoot r -> read(r.variable(), path);
            case Place.LocalRoot r ->
                path.locals.getOrDefault(r.name(), Exprs.literal(Domain.first(r.type()), r.type()));
        };
    }

    private void checkKey(Expr holder, Type type, Expr key, Span keySpan, Span span, Path path) {
        Span where = keySpan.known() ? keySpan : span;
        if (type instanceof Type.MapOf map) {
            for (Definedness.Demand d : Definedness.fits(key, map.key(), where)) {
                String what = "`" + Sites.quote(span) + "`: key outside `" + map.key() + "`";
                path.check(d.condition(), world.sites.site(ErrorSite.Kind.UNDEFINED, what, what, where));
            }
        } else {
            String what = "`" + Sites.quote(span) + "`: no such position";
            int site = world.sites.site(ErrorSite.Kind.UNDEFINED, what, what, where);
            path.check(Definedness.position(holder, key, Op.LT), site);
        }
    }

    /** Puts a check on the path that a value lies in a type. */
    void fits(Expr value, Type type, Span span, Path path) {
        if (Facts.of(path.events).within(value, type)) {
            return;
        }
        for (Definedness.Demand d : Definedness.fits(value, type, span)) {
            path.check(d.condition(), world.sites.site(ErrorSite.Kind.UNDEFINED, d.what(), d.message(), d.span()));
        }
    }

    /** The value of a source; a locked operation also stores. */
    Expr evaluate(Source source, Path path) {
        return switch (source) {
            case Source.Pure x -> evaluate(x.value(), path);
            case Source.Cas x -> {
                Locked now = locked(x.place(), path);
                Expr expected = evaluate(x.expected(), path);
                Expr desired = evaluate(x.desired(), path);
                Expr swaps = named("swaps", Exprs.eq(now.old, expected), path);
                fitsIf(swaps, desired, x.place(), path);
                now.set(Exprs.choose(x.place().type(), swaps, desired, now.old), path);
                yield swaps;
            }
            case Source.FetchAdd x -> {
                Locked now = locked(x.place(), path);
                Expr amount = evaluate(x.amount(), path);
                Expr old = named("old", now.old, path);
                Type sum = Sums.add(now.old.type(), amount.type());
                Expr value = Exprs.apply(Op.ADD, sum, old, amount);
                fits(value, x.place().type(), x.span(), path);
                now.set(value, path);
                yield old;
            }
            case Source.Exchange x -> {
                Locked now = locked(x.place(), path);
                Expr value = evaluate(x.value(), path);
                Expr old = named("old", now.old, path);
                fits(value, x.place().type(), x.span(), path);
                now.set(value, path);
                yield old;
            }
        };
    }

    private void fitsIf(Expr condition, Expr value, Place place, Path path) {
        for (Definedness.Demand d : Definedness.fits(value, place.type(), place.span())) {
            int site = world.sites.site(ErrorSite.Kind.UNDEFINED, d.what(), d.message(), d.span());
            path.check(Exprs.implies(condition, d.condition()), site);
        }
    }

    /** A place in memory under a locked operation: what it holds, the buffer drained. */
    private record Locked(Variable variable, List<Place.Step> at, Expr old) {
        void set(Expr value, Path path) {
            path.updates.put(variable, Places.put(path.now(variable), at, value));
        }
    }

    private Locked locked(Place place, Path path) {
        path.assume(drained(path));
        List<Place.Step> at = evaluatePath(place, path);
        Variable v = ((Place.VariableRoot) place.root()).variable();
        return new Locked(v, at, Places.get(path.now(v), at));
    }

    /** A let for a value that is used more than once. */
    Expr named(String wish, Expr value, Path path) {
        if (value instanceof Expr.Literal || value instanceof Expr.Local || value instanceof Expr.Constant) {
            return value;
        }
        String name = path.fresh(wish);
        path.lets.add(new Action.Binding(name, value));
        return Exprs.local(name, value.type());
    }

    /** Binds a local: to its variable if it outlives the step, else for the rest of the step. */
    void bind(String name, Type type, Expr value, Path path) {
        fits(value, type, value.span(), path);
        setLocal(name, type, value, path);
    }

    private void setLocal(String name, Type type, Expr value, Path path) {
        path.types.put(name, type);
        Control.Memory memory = control.map(c -> c.locals().get(name)).orElse(null);
        if (memory == null) {
            path.locals.put(name, named(name, value, path));
            return;
        }
        Expr stored = memory.optional() ? Questions.some(new Type.Option(type), value) : value;
        Variable v = memory.variable();
        path.updates.put(v, World.set(path.now(v), actor.index(), self, stored));
        path.locals.put(name, value);
    }

    /** What a local that outlives steps holds. */
    Expr recall(Control.Memory memory, Path path) {
        Expr stored = World.of(path.now(memory.variable()), actor.index(), self);
        return memory.optional() ? Exprs.apply(Op.UNWRAP, memory.type(), stored) : stored;
    }

    /** Whether a value matches a pattern; a value that matches is taken apart by {@link #bind(Pattern, Expr, Path)}. */
    Expr matches(Pattern pattern, Expr value) {
        return switch (pattern) {
            case Pattern.Some p -> Exprs.apply(Op.IS_SOME, Type.BOOL, value);
            case Pattern.None p -> Exprs.apply(Op.IS_NONE, Type.BOOL, value);
            case Pattern.Variant p ->
                switch (value.type()) {
                    case Type.Union u -> new Expr.Is(value, p.variant().name(), Span.NONE);
                    // What a place of a union was just given may be known to be another variant.
                    case Type t -> t.equals(p.variant()) ? Expr.TRUE : Expr.FALSE;
                };
            case Pattern.Constant p -> Exprs.eq(value, Exprs.literal(p.value(), value.type()));
            case Pattern.Anything p -> Expr.TRUE;
        };
    }

    /** Binds what a pattern names in a value that matches it. */
    void bind(Pattern pattern, Expr value, Path path) {
        switch (pattern) {
            case Pattern.Some p ->
                p.binder()
                        .ifPresent(b -> bind(
                                b.name(),
                                b.type(),
                                Exprs.apply(Op.UNWRAP, ((Type.Option) value.type()).element(), value),
                                path));
            case Pattern.None p -> {}
            case Pattern.Constant p -> {}
            case Pattern.Anything p -> p.binder().ifPresent(b -> bind(b.name(), b.type(), value, path));
            case Pattern.Variant p -> {
                Expr struct = value.type() instanceof Type.Union ? new Expr.As(value, p.variant(), Span.NONE) : value;
                p.whole().ifPresent(b -> bind(b.name(), b.type(), struct, path));
                for (Pattern.FieldBinding f : p.fields()) {
                    Type type = p.variant().field(f.field()).orElseThrow().type();
                    bind(f.binder().name(), f.binder().type(), new Expr.Get(struct, f.field(), type, Span.NONE), path);
                }
            }
        }
    }

    /** A parameter of the step over a set that has been evaluated. Domains don't see lets: those it uses are put in. */
    Expr choose(String wish, Type type, Expr domain, Path path) {
        String name = path.fresh(wish);
        Map<String, Expr> lets = new java.util.LinkedHashMap<>();
        path.lets.forEach(let -> lets.put(let.name(), Rewriter.substitute(let.value(), lets)));
        path.parameters.add(new Binder(name, type, Rewriter.substitute(domain, lets)));
        path.chose(new Choice.Element(name));
        return Exprs.local(name, type);
    }

    /** A set-typed domain that is evaluated only where all that was assumed and checked so far holds. */
    Expr guarded(Expr domain, Path path) {
        Expr reached = Expr.TRUE;
        for (Path.Event event : path.events.reversed()) {
            reached = switch (event) {
                case Path.Event.Assume a -> Exprs.and(a.condition(), reached);
                case Path.Event.Check c -> Exprs.and(c.condition(), reached);
                case Path.Event.Mark _ -> reached;
            };
        }
        boolean total = Definedness.of(domain).isEmpty();
        Expr empty = Exprs.literal(dev.baton.model.value.Value.EMPTY_SET, domain.type());
        return total ? domain : Exprs.choose(domain.type(), reached, domain, empty);
    }

    /** A test evaluated: what it asks, and the value that its pattern takes apart. */
    record Tested(Expr condition, Expr value) {}

    Tested test(Stmt.Test test, Path path) {
        Expr value = evaluate(test.source(), path);
        if (test.pattern().isEmpty()) {
            return new Tested(value, value);
        }
        Expr shared = shared(value, path);
        return new Tested(matches(test.pattern().get(), shared), shared);
    }

    private Expr shared(Expr value, Path path) {
        boolean simple = value instanceof Expr.Read
                || (value instanceof Expr.Apply a && a.op() == Op.AT && a.arg(0) instanceof Expr.Read);
        return simple ? value : named("value", value, path);
    }
}
