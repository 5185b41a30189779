package dev.baton.codegen.expr;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.expr.Term.Level;
import dev.baton.codegen.names.RuntimeNames;
import dev.baton.codegen.type.JavaTypes;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Operators to Java. */
record Operators(Expressions in) {

    Term of(Expr.Apply x) {
        return switch (x.op()) {
            case NOT -> not(x.arg(0));
            case AND -> Term.chain("&&", Level.AND, terms(x));
            case OR -> Term.chain("||", Level.OR, terms(x));
            case IMPLIES -> Term.chain("||", Level.OR, List.of(not(x.arg(0)), in.of(x.arg(1))));
            case EQ -> equal(x, false);
            case NE -> equal(x, true);
            case LT -> Term.binary("<", Level.RELATIONAL, first(x), second(x));
            case LE -> Term.binary("<=", Level.RELATIONAL, first(x), second(x));
            case GT -> Term.binary(">", Level.RELATIONAL, first(x), second(x));
            case GE -> Term.binary(">=", Level.RELATIONAL, first(x), second(x));
            case ADD -> Term.binary("+", Level.ADDITIVE, first(x), second(x));
            case SUB -> Term.binary("-", Level.ADDITIVE, first(x), second(x));
            case MUL -> Term.binary("*", Level.MULTIPLICATIVE, first(x), second(x));
            case DIV -> division(x, "/", "floorDiv");
            case MOD -> division(x, "%", "floorMod");
            case NEG -> new Term(CodeBlock.of("-$L", first(x).at(Level.PRIMARY)), Level.UNARY, false);
            case AT -> throw new IllegalStateException("maps are read by Expressions");
            case PUT ->
                Term.of(
                        "$L.with($L, $L)",
                        first(x).receiver(),
                        in.checkedKey(x.arg(1), ((Type.MapOf) x.arg(0).type()).key(), x)
                                .code(),
                        in.as(((Type.MapOf) x.arg(0).type()).value(), x.arg(2)).code());
            case SET -> Term.of("$T.of($L)", RuntimeNames.SETS, elements(x));
            case RANGE ->
                Term.of(
                        "$T.range($L, $L)",
                        RuntimeNames.SETS,
                        first(x).code(),
                        second(x).code());
            case IN -> member(x);
            case SUBSET -> Term.of("$L.containsAll($L)", second(x).receiver(), first(x).code());
            case UNION -> sets("union", x);
            case INTERSECT -> sets("intersect", x);
            case MINUS -> sets("minus", x);
            case SIZE -> Term.of("$L.size()", first(x).receiver());
            case SEQ -> Term.of("$T.of($L)", List.class, elements(x));
            case SEQ_AT ->
                Term.of(
                                "$T.element($L, $L, $S)",
                                RuntimeNames.CHECK,
                                first(x).code(),
                                second(x).code(),
                                message(x, "no such position"))
                        .asBoxed();
            case SEQ_PUT ->
                Term.of(
                        "$T.with($L, $L, $L)",
                        RuntimeNames.SEQUENCES,
                        first(x).code(),
                        second(x).code(),
                        in.of(x.arg(2)).code());
            case FIRST -> Term.of("$L.getFirst()", filled(x)).asBoxed();
            case LAST -> Term.of("$L.getLast()", filled(x)).asBoxed();
            case APPEND ->
                Term.of(
                        "$T.append($L, $L)",
                        RuntimeNames.SEQUENCES,
                        in.as(x.type(), x.arg(0)).code(),
                        in.as(((Type.Seq) x.type()).element(), x.arg(1)).code());
            case DROP -> Term.of("$T.drop($L)", RuntimeNames.SEQUENCES, filled(x));
            case SOME -> some(x, x.type());
            case UNWRAP ->
                Term.of("$T.some($L, $S)", RuntimeNames.CHECK, first(x).code(), message(x, "reads none"))
                        .asBoxed();
            case IS_SOME -> Term.of("$L.isPresent()", first(x).receiver());
            case IS_NONE -> Term.of("$L.isEmpty()", first(x).receiver());
            case ORD -> first(x);
            case MEMBER -> {
                Type.Index index = (Type.Index) x.type();
                yield in.checked(
                        first(x),
                        x.arg(0),
                        Type.Range.of(0, index.size() - 1),
                        message(x, "no such member of `" + index + "`"));
            }
            case REMOVE_AT, INSERT_AT, BAG_ADD, BAG_REMOVE, BAG_COUNT, BAG_MEMBERS ->
                throw new IllegalStateException("only lowering makes `" + x.op() + "`");
        };
    }

    private static String message(Expr x, String what) {
        return "`" + Wording.quote(x.span()) + "`: " + what;
    }

    /** {@code some(x)} as an option of a type that may be wider than that of {@code x}. */
    Term some(Expr.Apply x, Type option) {
        Type element = ((Type.Option) option).element();
        return Term.of("$T.of($L)", Optional.class, in.as(element, x.arg(0)).code());
    }

    private Term first(Expr.Apply x) {
        return in.of(x.arg(0));
    }

    private Term second(Expr.Apply x) {
        return in.of(x.arg(1));
    }

    private List<Term> terms(Expr.Apply x) {
        return x.args().stream().map(in::of).toList();
    }

    private CodeBlock elements(Expr.Apply x) {
        List<CodeBlock> all = new ArrayList<>();
        for (Expr e : x.args()) {
            all.add(in.of(e).code());
        }
        return CodeBlock.join(all, ", ");
    }

    private Term not(Expr e) {
        if (e instanceof Expr.Apply a) {
            switch (a.op()) {
                case EQ -> {
                    return equal(a, true);
                }
                case NE -> {
                    return equal(a, false);
                }
                case NOT -> {
                    return in.of(a.arg(0));
                }
                case IS_SOME -> {
                    return Term.of("$L.isEmpty()", first(a).receiver());
                }
                case IS_NONE -> {
                    return Term.of("$L.isPresent()", first(a).receiver());
                }
                case LT -> {
                    return Term.binary(">=", Level.RELATIONAL, first(a), second(a));
                }
                case LE -> {
                    return Term.binary(">", Level.RELATIONAL, first(a), second(a));
                }
                case GT -> {
                    return Term.binary("<=", Level.RELATIONAL, first(a), second(a));
                }
                case GE -> {
                    return Term.binary("<", Level.RELATIONAL, first(a), second(a));
                }
                case AND,
                        OR,
                        IMPLIES,
                        ADD,
                        SUB,
                        MUL,
                        DIV,
                        MOD,
                        NEG,
                        AT,
                        PUT,
                        SET,
                        RANGE,
                        IN,
                        SUBSET,
                        UNION,
                        INTERSECT,
                        MINUS,
                        SIZE,
                        SEQ,
                        SEQ_AT,
                        SEQ_PUT,
                        FIRST,
                        LAST,
                        APPEND,
                        DROP,
                        REMOVE_AT,
                        INSERT_AT,
                        SOME,
                        UNWRAP,
                        BAG_ADD,
                        BAG_REMOVE,
                        BAG_COUNT,
                        BAG_MEMBERS,
                        ORD,
                        MEMBER -> {}
            }
        }
        return in.of(e).not();
    }

    private Term equal(Expr.Apply x, boolean negated) {
        Expr a = x.arg(0);
        Expr b = x.arg(1);
        if (isNone(b) && !isNone(a)) {
            return Term.of(negated ? "$L.isPresent()" : "$L.isEmpty()", in.of(a).receiver());
        }
        Term left = in.of(a);
        Term right = in.of(b);
        boolean bool = a.type() instanceof Type.Bool;
        if (JavaTypes.isIdentical(a.type()) && !(left.boxed() && right.boxed())) {
            boolean literal = bool && b instanceof Expr.Literal;
            if (literal) {
                return ((Expr.Literal) b).value().equals(Value.of(!negated)) ? left : left.not();
            }
            return Term.binary(negated ? "!=" : "==", Level.EQUALITY, left, right);
        }
        Term equal = Term.of("$L.equals($L)", left.receiver(), right.code());
        return negated ? equal.not() : equal;
    }

    private static boolean isNone(Expr e) {
        return e instanceof Expr.Literal l && l.value() instanceof Value.None;
    }

    private Term division(Expr.Apply x, String operator, String method) {
        boolean positive = x.arg(1).type() instanceof Type.Range r && r.low() > 0;
        boolean natural = x.arg(0).type() instanceof Type.Range r && r.low() >= 0;
        Term divisor = positive
                ? second(x)
                : Term.of(
                        "$T.positive($L, $S)",
                        RuntimeNames.CHECK,
                        second(x).code(),
                        message(x, "divisor is not positive"));
        return natural
                ? Term.binary(operator, Level.MULTIPLICATIVE, first(x), divisor)
                : Term.of("$T.$N($L, $L)", Math.class, method, first(x).code(), divisor.code());
    }

    private CodeBlock filled(Expr.Apply x) {
        return CodeBlock.of("$T.filled($L, $S)", RuntimeNames.CHECK, first(x).code(), message(x, "empty sequence"));
    }

    private Term sets(String method, Expr.Apply x) {
        return Term.of(
                "$T.$N($L, $L)",
                RuntimeNames.SETS,
                method,
                in.as(x.type(), x.arg(0)).code(),
                in.as(x.type(), x.arg(1)).code());
    }

    private Term member(Expr.Apply x) {
        Expr set = x.arg(1);
        boolean simple = x.arg(0) instanceof Expr.Local || isOwn(x.arg(0));
        if (simple
                && set instanceof Expr.Apply s
                && s.op() == Op.SET
                && !s.args().isEmpty()
                && s.args().size() <= 4) {
            List<Term> any = new ArrayList<>();
            for (Expr e : s.args()) {
                any.add(equal(new Expr.Apply(Op.EQ, List.of(x.arg(0), e), Type.BOOL, x.span()), false));
            }
            return Term.chain("||", Level.OR, any);
        }
        if (simple && set instanceof Expr.Apply s && s.op() == Op.RANGE) {
            return Term.chain(
                    "&&",
                    Level.AND,
                    List.of(
                            Term.binary("<=", Level.RELATIONAL, in.of(s.arg(0)), first(x)),
                            Term.binary("<=", Level.RELATIONAL, first(x), in.of(s.arg(1)))));
        }
        return Term.of("$L.contains($L)", second(x).receiver(), first(x).code());
    }

    /** A private variable of the acting member: reading it twice costs nothing and touches nothing. */
    private static boolean isOwn(Expr e) {
        return (e instanceof Expr.Read r && r.variable().role() == dev.baton.model.expr.Variable.Role.PRIVATE)
                || (e instanceof Expr.Apply a && a.op() == Op.AT && isOwn(a.arg(0)) && a.arg(1) instanceof Expr.Local);
    }
}
