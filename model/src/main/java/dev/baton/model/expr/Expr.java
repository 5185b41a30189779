package dev.baton.model.expr;

import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A typed expression, the same family in a protocol as written and in the flat system; only {@link Query} and
 * {@link Expr.Local} {@code "self"} outside an action are gone in the latter.
 *
 * <p>Subtypes that need no node: a range used as a wider range, a struct used as its union.
 */
public sealed interface Expr {

    Type type();

    /** Where it stands in the designer's text; {@link Span#NONE} where lowering made it. */
    Span span();

    /** A value. */
    record Literal(Value value, Type type, Span span) implements Expr {}

    /** A {@code param} or {@code const} by name; its value is fixed by now. */
    record Constant(String name, Value value, Type type, Span span) implements Expr {}

    /**
     * The value of a state variable.
     *
     * @param primed its value after the step; only in {@code step} properties
     */
    record Read(Variable variable, boolean primed, Span span) implements Expr {
        @Override
        public Type type() {
            return variable.type();
        }
    }

    /** A name bound by a quantifier, {@code let}, pattern, action parameter or function parameter. */
    record Local(String name, Type type, Span span) implements Expr {}

    record Apply(Op op, List<Expr> args, Type type, Span span) implements Expr {
        public Apply {
            args = List.copyOf(args);
        }

        public Expr arg(int i) {
            return args.get(i);
        }
    }

    /** A field of a struct. */
    record Get(Expr target, String field, Type type, Span span) implements Expr {}

    /** A struct; fields in the order of the type. */
    record Make(Type.Struct type, List<Expr> fields, Span span) implements Expr {
        public Make {
            fields = List.copyOf(fields);
        }
    }

    /** {@code base with { field = value, … }}. */
    record With(Expr base, List<FieldValue> changes, Span span) implements Expr {
        public With {
            changes = List.copyOf(changes);
        }

        @Override
        public Type type() {
            return base.type();
        }
    }

    record FieldValue(String field, Expr value) {}

    record If(Expr condition, Expr then, Expr otherwise, Type type, Span span) implements Expr {}

    /** {@code value} is evaluated at most once and only if the body needs it. */
    record Let(String name, Expr value, Expr body, Span span) implements Expr {
        @Override
        public Type type() {
            return body.type();
        }
    }

    record Quantified(Quantifier kind, Binder binder, Expr body, Type type, Span span) implements Expr {}

    /** All values of a type, as a set: {@code all(T)}, or a type's name where a set is asked for. */
    record Domain(Type element, Span span) implements Expr {
        @Override
        public Type type() {
            return new Type.SetOf(element);
        }
    }

    /** Whether a union value is of a variant: {@code m is State}. */
    record Is(Expr target, String variant, Span span) implements Expr {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /** A union value taken as its variant; only where {@link Is} is known to hold. The identity at run time. */
    record As(Expr target, Type.Struct type, Span span) implements Expr {}

    /** Whether a value lies in a type: what range checks ask; also the comparison of ranges with a narrower type. */
    record Fits(Expr target, Type range, Span span) implements Expr {
        @Override
        public Type type() {
            return Type.BOOL;
        }
    }

    /** A use of a {@code fn}. */
    record Call(Definition definition, List<Expr> args, Span span) implements Expr {
        public Call {
            args = List.copyOf(args);
        }

        @Override
        public Type type() {
            return definition.result();
        }
    }

    /** A question about the protocol that lowering answers with variables. */
    record Query(Question question, List<Expr> args, Type type, Span span) implements Expr {
        public Query {
            args = List.copyOf(args);
        }
    }

    Expr TRUE = new Literal(Value.TRUE, Type.BOOL, Span.NONE);
    Expr FALSE = new Literal(Value.FALSE, Type.BOOL, Span.NONE);

    /** The children, left to right; a binder's domain before its body. */
    default List<Expr> children() {
        return switch (this) {
            case Literal e -> List.of();
            case Constant e -> List.of();
            case Read e -> List.of();
            case Local e -> List.of();
            case Apply e -> e.args;
            case Get e -> List.of(e.target);
            case Make e -> e.fields;
            case With e -> {
                List<Expr> all = new ArrayList<>();
                all.add(e.base);
                e.changes.forEach(c -> all.add(c.value));
                yield all;
            }
            case If e -> List.of(e.condition, e.then, e.otherwise);
            case Let e -> List.of(e.value, e.body);
            case Quantified e -> List.of(e.binder.domain(), e.body);
            case Domain e -> List.of();
            case Is e -> List.of(e.target);
            case As e -> List.of(e.target);
            case Fits e -> List.of(e.target);
            case Call e -> e.args;
            case Query e -> e.args;
        };
    }

    /** The same node over changed children; does not look inside the definition of a {@link Call}. */
    default Expr mapChildren(UnaryOperator<Expr> f) {
        return switch (this) {
            case Literal e -> e;
            case Constant e -> e;
            case Read e -> e;
            case Local e -> e;
            case Apply e -> new Apply(e.op, map(e.args, f), e.type, e.span);
            case Get e -> new Get(f.apply(e.target), e.field, e.type, e.span);
            case Make e -> new Make(e.type, map(e.fields, f), e.span);
            case With e ->
                new With(
                        f.apply(e.base),
                        e.changes.stream()
                                .map(c -> new FieldValue(c.field, f.apply(c.value)))
                                .toList(),
                        e.span);
            case If e -> new If(f.apply(e.condition), f.apply(e.then), f.apply(e.otherwise), e.type, e.span);
            case Let e -> new Let(e.name, f.apply(e.value), f.apply(e.body), e.span);
            case Quantified e ->
                new Quantified(
                        e.kind,
                        new Binder(e.binder.name(), e.binder.type(), f.apply(e.binder.domain())),
                        f.apply(e.body),
                        e.type,
                        e.span);
            case Domain e -> e;
            case Is e -> new Is(f.apply(e.target), e.variant, e.span);
            case As e -> new As(f.apply(e.target), e.type, e.span);
            case Fits e -> new Fits(f.apply(e.target), e.range, e.span);
            case Call e -> new Call(e.definition, map(e.args, f), e.span);
            case Query e -> new Query(e.question, map(e.args, f), e.type, e.span);
        };
    }

    private static List<Expr> map(List<Expr> list, UnaryOperator<Expr> f) {
        return list.stream().map(f).toList();
    }
}
