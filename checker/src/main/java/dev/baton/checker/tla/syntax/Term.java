package dev.baton.checker.tla.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A TLA+ expression, as far as Baton writes any. Plain syntax: equal terms print equal text. */
public sealed interface Term {

    /** An identifier, a number that is not negative, a string with its quotes, {@code @}. */
    record Word(String text) implements Term {}

    /** {@code operator(a, b)}; at least one argument. */
    record Call(String operator, List<Term> arguments) implements Term {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Binary(Infix operator, Term left, Term right) implements Term {}

    record Unary(Prefix operator, Term operand) implements Term {}

    /** {@code variable'}. */
    record Primed(Term variable) implements Term {}

    /** A conjunction or disjunction of two terms or more. */
    record Junction(boolean conjunction, List<Term> parts) implements Term {
        public Junction {
            parts = List.copyOf(parts);
        }

        String symbol() {
            return conjunction ? "/\\" : "\\/";
        }
    }

    /** {@code function[argument]}. */
    record At(Term function, Term argument) implements Term {}

    /** {@code record.field}. */
    record Dot(Term record, String field) implements Term {}

    /** Terms between brackets: tuples, sets, and records of {@link Labelled}. */
    record Listing(String open, List<Term> items, String close) implements Term {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** {@code label sign value}; only in a {@link Listing}. */
    record Labelled(String label, String sign, Term value) implements Term {}

    /** Two terms between brackets: a set of those with a property, a set of images, a function, a set of functions. */
    record Mapping(String open, Term left, String sign, Term right, String close) implements Term {}

    /** {@code [base EXCEPT !path = value, …]}. */
    record Except(Term base, List<Change> changes) implements Term {
        public Except {
            changes = List.copyOf(changes);
        }
    }

    /** @param path as written after the {@code !}: an {@link At} or {@link Dot} chain over the word {@code !} */
    record Change(Term path, Term value) {}

    /** {@code \A} or {@code \E}; bounds are memberships. */
    record Quantified(String symbol, List<Term> bounds, Term body) implements Term {
        public Quantified {
            bounds = List.copyOf(bounds);
        }
    }

    record If(Term condition, Term then, Term otherwise) implements Term {}

    record Let(List<Local> definitions, Term body) implements Term {
        public Let {
            definitions = List.copyOf(definitions);
        }
    }

    record Local(String name, Term value) {}

    /** {@code [action]_subscript}. */
    record Stuttering(Term action, String subscript) implements Term {}

    /** The parts, as written from left to right. */
    default List<Term> children() {
        return switch (this) {
            case Word t -> List.of();
            case Call t -> t.arguments;
            case Binary t -> List.of(t.left, t.right);
            case Unary t -> List.of(t.operand);
            case Primed t -> List.of(t.variable);
            case Junction t -> t.parts;
            case At t -> List.of(t.function, t.argument);
            case Dot t -> List.of(t.record);
            case Listing t -> t.items;
            case Labelled t -> List.of(t.value);
            case Mapping t -> List.of(t.left, t.right);
            case Except t -> {
                List<Term> parts = new ArrayList<>();
                parts.add(t.base);
                t.changes.forEach(c -> {
                    parts.add(c.path);
                    parts.add(c.value);
                });
                yield parts;
            }
            case Quantified t ->
                Stream.concat(t.bounds.stream(), Stream.of(t.body)).toList();
            case If t -> List.of(t.condition, t.then, t.otherwise);
            case Let t ->
                Stream.concat(t.definitions.stream().map(Local::value), Stream.of(t.body))
                        .toList();
            case Stuttering t -> List.of(t.action);
        };
    }

    /** The same term over changed parts. */
    default Term mapChildren(UnaryOperator<Term> f) {
        return switch (this) {
            case Word t -> t;
            case Call t -> new Call(t.operator, map(t.arguments, f));
            case Binary t -> new Binary(t.operator, f.apply(t.left), f.apply(t.right));
            case Unary t -> new Unary(t.operator, f.apply(t.operand));
            case Primed t -> new Primed(f.apply(t.variable));
            case Junction t -> new Junction(t.conjunction, map(t.parts, f));
            case At t -> new At(f.apply(t.function), f.apply(t.argument));
            case Dot t -> new Dot(f.apply(t.record), t.field);
            case Listing t -> new Listing(t.open, map(t.items, f), t.close);
            case Labelled t -> new Labelled(t.label, t.sign, f.apply(t.value));
            case Mapping t -> new Mapping(t.open, f.apply(t.left), t.sign, f.apply(t.right), t.close);
            case Except t ->
                new Except(
                        f.apply(t.base),
                        t.changes.stream()
                                .map(c -> new Change(f.apply(c.path), f.apply(c.value)))
                                .toList());
            case Quantified t -> new Quantified(t.symbol, map(t.bounds, f), f.apply(t.body));
            case If t -> new If(f.apply(t.condition), f.apply(t.then), f.apply(t.otherwise));
            case Let t ->
                new Let(
                        t.definitions.stream()
                                .map(d -> new Local(d.name, f.apply(d.value)))
                                .toList(),
                        f.apply(t.body));
            case Stuttering t -> new Stuttering(f.apply(t.action), t.subscript);
        };
    }

    private static List<Term> map(List<Term> list, UnaryOperator<Term> f) {
        return list.stream().map(f).toList();
    }
}
