package dev.baton.codegen.expr;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.codegen.type.JavaTypes;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.type.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** Quantifiers to streams. */
record Quantifiers(Expressions in) {

    /** A stream, and whether it is one of {@code int}s. */
    private record Source(CodeBlock stream, boolean ints) {}

    Term of(Expr.Quantified x) {
        if (Expressions.isMap(x)) {
            Expressions.Lambda lambda = in.lambda(x.binder().name(), true);
            Type.MapOf map = (Type.MapOf) x.type();
            return Term.of(
                    "$T.of($L, $N -> $L)",
                    RuntimeNames.TABLE,
                    in.naming().codes().of(map.key()),
                    lambda.parameter(),
                    lambda.body().as(map.value(), x.body()).code());
        }
        return overElements(x);
    }

    private Term overElements(Expr.Quantified x) {
        String name = x.binder().name();
        Expr body = x.body();
        Source source = source(x.binder().domain(), x.binder().type());
        // Over a sequence the elaborator counts positions and names the element at each.
        Optional<Expr> seq = sequence(x);
        if (seq.isPresent() && x.body() instanceof Expr.Let let) {
            Type element = ((Type.Seq) seq.get().type()).element();
            source = elements(in.of(seq.get()), element);
            name = let.name();
            body = let.body();
        }
        Expressions.Lambda lambda = in.lambda(name, !source.ints);
        CodeBlock is = CodeBlock.of(
                "$N -> $L", lambda.parameter(), lambda.body().of(body).code());
        CodeBlock stream = source.stream;
        boolean ints = source.ints;
        return switch (x.kind()) {
            case FORALL -> Term.of("$L.allMatch($L)", stream, is);
            case EXISTS -> Term.of("$L.anyMatch($L)", stream, is);
            case COUNT -> new Term(CodeBlock.of("(int) $L.filter($L).count()", stream, is), Term.Level.UNARY, false);
            case SUM -> Term.of("$L.sum()", toInts(stream, ints, is));
            case MIN -> Term.of("$L.min().orElseThrow(() -> $L)", toInts(stream, ints, is), nothing(x));
            case MAX -> Term.of("$L.max().orElseThrow(() -> $L)", toInts(stream, ints, is), nothing(x));
            case FILTER -> Term.of("$T.of($L.filter($L)$L)", RuntimeNames.SETS, stream, is, ints ? ".boxed()" : "");
            case IMAGE ->
                Term.of(
                        "$T.of($L.$N($L))",
                        RuntimeNames.SETS,
                        stream,
                        ints ? "mapToObj" : "map",
                        CodeBlock.of(
                                "$N -> $L",
                                lambda.parameter(),
                                lambda.body()
                                        .as(((Type.SetOf) x.type()).element(), body)
                                        .code()));
            case MAP -> throw new IllegalStateException("a map is no stream");
        };
    }

    private static CodeBlock toInts(CodeBlock stream, boolean ints, CodeBlock body) {
        return CodeBlock.of("$L.$N($L)", stream, ints ? "map" : "mapToInt", body);
    }

    private static CodeBlock nothing(Expr.Quantified x) {
        return CodeBlock.of(
                "new $T($S)",
                RuntimeNames.PROTOCOL_VIOLATION,
                "`" + Wording.quote(x.span()) + "`: nothing to choose from");
    }

    /** The sequence that a quantifier counts the positions of, if its body begins by naming the element there. */
    private static Optional<Expr> sequence(Expr.Quantified x) {
        boolean positions = x.binder().domain() instanceof Expr.Apply range && range.op() == Op.RANGE;
        if (positions
                && x.body() instanceof Expr.Let let
                && let.value() instanceof Expr.Apply at
                && at.op() == Op.SEQ_AT
                && at.arg(1) instanceof Expr.Local i
                && i.name().equals(x.binder().name())
                && !mentions(let.body(), i.name())) {
            return Optional.of(at.arg(0));
        }
        return Optional.empty();
    }

    private static boolean mentions(Expr e, String name) {
        return (e instanceof Expr.Local l && l.name().equals(name))
                || e.children().stream().anyMatch(c -> mentions(c, name));
    }

    private Source source(Expr domain, Type element) {
        if (domain instanceof Expr.Domain d) {
            return whole(d.element());
        }
        if (domain instanceof Expr.Apply range && range.op() == Op.RANGE) {
            return new Source(
                    CodeBlock.of(
                            "$T.rangeClosed($L, $L)",
                            IntStream.class,
                            in.of(range.arg(0)).code(),
                            in.of(range.arg(1)).code()),
                    true);
        }
        Type of = domain.type() instanceof Type.SetOf set ? set.element() : element;
        return elements(in.of(domain), of);
    }

    private static Source elementsOf(CodeBlock collection, boolean ints) {
        return ints
                ? new Source(CodeBlock.of("$T.ints($L)", RuntimeNames.SETS, collection), true)
                : new Source(CodeBlock.of("$L.stream()", collection), false);
    }

    private static Source elements(Term collection, Type element) {
        boolean ints = JavaTypes.isInt(element);
        return elementsOf(ints ? collection.code() : collection.receiver(), ints);
    }

    private Source whole(Type type) {
        return switch (type) {
            case Type.Index t ->
                new Source(
                        CodeBlock.of(
                                "$T.range(0, $L)",
                                IntStream.class,
                                in.naming().numbers().size(t)),
                        true);
            case Type.Range t ->
                new Source(
                        CodeBlock.of(
                                "$T.rangeClosed($L, $L)",
                                IntStream.class,
                                in.naming().numbers().of(t.lo()),
                                in.naming().numbers().of(t.hi())),
                        true);
            case Type.Enumeration t ->
                new Source(CodeBlock.of("$T.stream($T.values())", Arrays.class, in.named(t.name())), false);
            case Type.Bool t -> values(t);
            case Type.Struct t -> values(t);
            case Type.Union t -> values(t);
            case Type.Option t -> values(t);
            case Type.SetOf t -> values(t);
            case Type.Seq t -> values(t);
            case Type.Bag t -> values(t);
            case Type.MapOf t -> values(t);
        };
    }

    private Source values(Type type) {
        return new Source(CodeBlock.of("$L.values()", in.naming().codes().of(type)), false);
    }
}
