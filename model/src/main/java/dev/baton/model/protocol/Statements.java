package dev.baton.model.protocol;

import dev.baton.model.expr.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks over statements: those within a statement, and the expressions that a statement itself evaluates, and what it
 * writes.
 */
public final class Statements {
    private Statements() {}

    /** Visits every statement of a body, outer ones first. */
    public static void visit(List<Stmt> body, Consumer<Stmt> visitor) {
        for (Stmt s : body) {
            visitor.accept(s);
            bodies(s).forEach(b -> visit(b, visitor));
        }
    }

    /** A statement without its labels. */
    public static Stmt unlabelled(Stmt s) {
        return s instanceof Stmt.Labelled x ? unlabelled(x.body()) : s;
    }

    /** The statement lists directly within a statement. */
    public static List<List<Stmt>> bodies(Stmt s) {
        return switch (s) {
            case Stmt.If x -> List.of(x.then(), x.otherwise());
            case Stmt.While x -> List.of(x.body());
            case Stmt.Loop x -> List.of(x.body());
            case Stmt.ForEach x -> List.of(x.body());
            case Stmt.Match x -> x.arms().stream().map(Stmt.Arm::body).toList();
            case Stmt.Either x -> x.branches();
            case Stmt.Send x -> x.otherwise().map(List::of).orElse(List.of());
            case Stmt.Atomic x -> List.of(x.body());
            case Stmt.Labelled x -> List.of(List.of(x.body()));
            case Stmt.Assign x -> List.of();
            case Stmt.Let x -> List.of();
            case Stmt.Break x -> List.of();
            case Stmt.Continue x -> List.of();
            case Stmt.Return x -> List.of();
            case Stmt.Await x -> List.of();
            case Stmt.Choose x -> List.of();
            case Stmt.Receive x -> List.of();
            case Stmt.Raise x -> List.of();
            case Stmt.Mask x -> List.of();
            case Stmt.Unmask x -> List.of();
            case Stmt.Fence x -> List.of();
            case Stmt.Start x -> List.of();
            case Stmt.Halt x -> List.of();
            case Stmt.Assert x -> List.of();
            case Stmt.Skip x -> List.of();
            case Stmt.Use x -> List.of();
            case Stmt.Give x -> List.of();
            case Stmt.Take x -> List.of();
            case Stmt.Release x -> List.of();
        };
    }

    /** The expressions that a statement evaluates itself, keys of places included. */
    public static List<Expr> expressions(Stmt s) {
        List<Expr> all = new ArrayList<>();
        switch (s) {
            case Stmt.Assign x -> {
                place(x.place(), all);
                source(x.value(), all);
            }
            case Stmt.Let x -> source(x.value(), all);
            case Stmt.If x -> source(x.test().source(), all);
            case Stmt.While x -> source(x.test().source(), all);
            case Stmt.Match x -> source(x.source(), all);
            case Stmt.Await x -> source(x.test().source(), all);
            case Stmt.Choose x -> all.add(x.domain());
            case Stmt.Send x -> {
                all.add(x.message());
                x.to().ifPresent(all::add);
            }
            case Stmt.Raise x -> x.to().ifPresent(all::add);
            case Stmt.Start x -> all.add(x.actor());
            case Stmt.Assert x -> all.add(x.condition());
            case Stmt.Use x -> all.add(x.resource());
            case Stmt.Give x -> {
                all.add(x.resource());
                all.add(x.to());
            }
            case Stmt.Take x -> all.add(x.resource());
            case Stmt.Release x -> all.add(x.resource());
            case Stmt.Loop x -> {}
            case Stmt.ForEach x -> {}
            case Stmt.Break x -> {}
            case Stmt.Continue x -> {}
            case Stmt.Return x -> {}
            case Stmt.Either x -> {}
            case Stmt.Receive x -> {}
            case Stmt.Mask x -> {}
            case Stmt.Unmask x -> {}
            case Stmt.Fence x -> {}
            case Stmt.Halt x -> {}
            case Stmt.Atomic x -> {}
            case Stmt.Skip x -> {}
            case Stmt.Labelled x -> {}
        }
        return all;
    }

    /** What a statement assigns, names, tests or matches. */
    public static List<Source> sources(Stmt s) {
        return switch (s) {
            case Stmt.Assign x -> List.of(x.value());
            case Stmt.Let x -> List.of(x.value());
            case Stmt.If x -> List.of(x.test().source());
            case Stmt.While x -> List.of(x.test().source());
            case Stmt.Match x -> List.of(x.source());
            case Stmt.Await x -> List.of(x.test().source());
            case Stmt.Loop x -> List.of();
            case Stmt.ForEach x -> List.of();
            case Stmt.Break x -> List.of();
            case Stmt.Continue x -> List.of();
            case Stmt.Return x -> List.of();
            case Stmt.Either x -> List.of();
            case Stmt.Choose x -> List.of();
            case Stmt.Send x -> List.of();
            case Stmt.Receive x -> List.of();
            case Stmt.Raise x -> List.of();
            case Stmt.Mask x -> List.of();
            case Stmt.Unmask x -> List.of();
            case Stmt.Fence x -> List.of();
            case Stmt.Start x -> List.of();
            case Stmt.Halt x -> List.of();
            case Stmt.Assert x -> List.of();
            case Stmt.Atomic x -> List.of();
            case Stmt.Skip x -> List.of();
            case Stmt.Labelled x -> List.of();
            case Stmt.Use x -> List.of();
            case Stmt.Give x -> List.of();
            case Stmt.Take x -> List.of();
            case Stmt.Release x -> List.of();
        };
    }

    /** The places that a statement itself writes, by locked operations too. */
    public static List<Place> writes(Stmt s) {
        List<Place> all = new ArrayList<>();
        if (s instanceof Stmt.Assign x) {
            all.add(x.place());
        }
        for (Source source : sources(s)) {
            switch (source) {
                case Source.Pure x -> {}
                case Source.Cas x -> all.add(x.place());
                case Source.FetchAdd x -> all.add(x.place());
                case Source.Exchange x -> all.add(x.place());
            }
        }
        return all;
    }

    private static void place(Place p, List<Expr> into) {
        for (Place.Step step : p.path()) {
            if (step instanceof Place.Key key) {
                into.add(key.key());
            }
        }
    }

    private static void source(Source s, List<Expr> into) {
        switch (s) {
            case Source.Pure x -> into.add(x.value());
            case Source.Cas x -> {
                place(x.place(), into);
                into.add(x.expected());
                into.add(x.desired());
            }
            case Source.FetchAdd x -> {
                place(x.place(), into);
                into.add(x.amount());
            }
            case Source.Exchange x -> {
                place(x.place(), into);
                into.add(x.value());
            }
        }
    }

    /** The names that a pattern binds, with their types. */
    public static List<Pattern.Binding> binders(Pattern pattern) {
        return switch (pattern) {
            case Pattern.Some p -> p.binder().map(List::of).orElse(List.of());
            case Pattern.None p -> List.of();
            case Pattern.Constant p -> List.of();
            case Pattern.Anything p -> p.binder().map(List::of).orElse(List.of());
            case Pattern.Variant p -> {
                List<Pattern.Binding> all = new ArrayList<>();
                p.whole().ifPresent(all::add);
                p.fields().forEach(f -> all.add(f.binder()));
                yield all;
            }
        };
    }
}
