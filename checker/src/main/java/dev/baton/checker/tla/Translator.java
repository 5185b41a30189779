package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Infix;
import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Baton's expressions as TLA+ terms. Sequences count from 0 in Baton and from 1 in TLA+. */
final class Translator {
    private final Encoding encoding;
    private final Naming naming;
    private final TypeSets sets;
    private final Literals literals;

    Translator(Encoding encoding, Naming naming, TypeSets sets) {
        this.encoding = encoding;
        this.naming = naming;
        this.sets = sets;
        this.literals = new Literals(encoding, naming, sets);
    }

    Literals literals() {
        return literals;
    }

    Term term(Expr expr, Scope scope) {
        return switch (expr) {
            case Expr.Literal e -> literals.term(e.value(), scope);
            case Expr.Constant e -> Terms.word(naming.constant(e.name()));
            case Expr.Read e -> {
                Term variable = Terms.word(naming.variable(e.variable()));
                yield e.primed() ? new Term.Primed(variable) : variable;
            }
            case Expr.Local e -> Terms.word(scope.get(e.name()));
            case Expr.Apply e -> apply(e, scope);
            case Expr.Get e ->
                new Term.Dot(term(e.target(), scope), field(e.target().type(), e.field()));
            case Expr.Make e -> literals.struct(e.type(), terms(e.fields(), scope));
            case Expr.With e -> with(e, scope);
            case Expr.If e ->
                new Term.If(term(e.condition(), scope), term(e.then(), scope), term(e.otherwise(), scope));
            case Expr.Let e -> {
                Scope inner = scope.with(e.name());
                Term.Local local = new Term.Local(inner.get(e.name()), term(e.value(), scope));
                yield let(local, term(e.body(), inner));
            }
            case Expr.Quantified e -> quantified(e, scope);
            case Expr.Domain e -> sets.set(e.element());
            case Expr.Is e ->
                Terms.equal(new Term.Dot(term(e.target(), scope), Encoding.TAG), Terms.string(e.variant()));
            case Expr.As e -> term(e.target(), scope);
            case Expr.Fits e ->
                Terms.and(sets.fitting(term(e.target(), scope), e.target().type(), e.range(), scope));
            case Expr.Call e -> Terms.call(naming.definition(e.definition()), terms(e.args(), scope));
            case Expr.Query e -> throw new IllegalStateException("lowering left a question: " + e.question());
        };
    }

    /** One {@code LET} for a chain of them: a definition may use those before it. */
    private static Term let(Term.Local local, Term body) {
        if (!(body instanceof Term.Let inner)) {
            return new Term.Let(List.of(local), body);
        }
        List<Term.Local> all = new ArrayList<>(List.of(local));
        all.addAll(inner.definitions());
        return new Term.Let(all, inner.body());
    }

    List<Term> terms(List<Expr> exprs, Scope scope) {
        return exprs.stream().map(e -> term(e, scope)).toList();
    }

    /** {@code name \in domain}, the name as the inner scope calls it. */
    Term bound(Binder binder, Scope outer, Scope inner) {
        return Terms.in(Terms.word(inner.get(binder.name())), term(binder.domain(), outer));
    }

    private String field(Type type, String field) {
        if (type instanceof Type.Struct struct) {
            return encoding.field(struct, field);
        }
        throw new IllegalStateException("field " + field + " of " + type);
    }

    private Term with(Expr.With with, Scope scope) {
        Term result = term(with.base(), scope);
        for (Expr.FieldValue change : with.changes()) {
            Terms.Step step = new Terms.Step.Field(field(with.base().type(), change.field()));
            result = Terms.except(result, step, term(change.value(), scope));
        }
        return result;
    }

    private Term quantified(Expr.Quantified e, Scope scope) {
        Scope inner = scope.with(e.binder().name());
        Term name = Terms.word(inner.get(e.binder().name()));
        Term set = term(e.binder().domain(), scope);
        Term bound = Terms.in(name, set);
        Term body = term(e.body(), inner);
        return switch (e.kind()) {
            case FORALL -> quantifier("\\A", bound, body);
            case EXISTS -> quantifier("\\E", bound, body);
            case COUNT -> Terms.call("Cardinality", Terms.filter(bound, body));
            case SUM -> Terms.call(Prelude.SUM_OVER.operator(), Terms.function(bound, body), set);
            case MIN -> Terms.call(Prelude.MIN.operator(), image(name, bound, body));
            case MAX -> Terms.call(Prelude.MAX.operator(), image(name, bound, body));
            case FILTER -> Terms.filter(bound, body);
            case IMAGE -> image(name, bound, body);
            case MAP -> Terms.function(bound, body);
        };
    }

    /** Quantifiers of one kind in each other share one symbol where no domain reads a name bound before it. */
    private static Term quantifier(String symbol, Term bound, Term body) {
        if (body instanceof Term.Quantified inner && inner.symbol().equals(symbol)) {
            List<Term> bounds = new ArrayList<>();
            bounds.add(bound);
            bounds.addAll(inner.bounds());
            String name = Words.of(((Term.Binary) bound).left()).iterator().next();
            boolean free = inner.bounds().stream()
                    .noneMatch(b -> Words.of(((Term.Binary) b).right()).contains(name));
            if (free) {
                return new Term.Quantified(symbol, bounds, inner.body());
            }
        }
        return new Term.Quantified(symbol, List.of(bound), body);
    }

    private static Term image(Term name, Term bound, Term body) {
        return body.equals(name) ? ((Term.Binary) bound).right() : Terms.image(body, bound);
    }

    private Term apply(Expr.Apply e, Scope scope) {
        List<Term> args = terms(e.args(), scope);
        return switch (e.op()) {
            case NOT -> Terms.not(args.getFirst());
            case AND -> Terms.and(args);
            case OR -> Terms.or(args);
            case IMPLIES -> infix(Infix.IMPLIES, args);
            case EQ -> infix(Infix.EQUAL, args);
            case NE -> infix(Infix.UNEQUAL, args);
            case LT -> infix(Infix.LESS, args);
            case LE -> infix(Infix.AT_MOST, args);
            case GT -> infix(Infix.GREATER, args);
            case GE -> infix(Infix.AT_LEAST, args);
            case ADD -> infix(Infix.PLUS, args);
            case SUB -> infix(Infix.MINUS, args);
            case MUL -> infix(Infix.TIMES, args);
            case DIV -> infix(Infix.DIV, args);
            case MOD -> infix(Infix.MOD, args);
            case NEG -> Terms.unary(Prefix.NEGATIVE, args.getFirst());
            case AT -> Terms.at(args.get(0), args.get(1));
            case PUT -> Terms.except(args.get(0), new Terms.Step.Argument(args.get(1)), args.get(2));
            case SET -> Terms.set(args);
            case RANGE -> infix(Infix.UP_TO, args);
            case IN -> member(e.arg(1).type(), args);
            case SUBSET -> infix(Infix.SUBSET_EQ, args);
            case UNION -> infix(Infix.UNION, args);
            case INTERSECT -> infix(Infix.INTERSECT, args);
            case MINUS -> infix(Infix.SET_MINUS, args);
            case SIZE -> Terms.call(measure(e.arg(0).type()), args);
            case SEQ -> Terms.tuple(args);
            case SEQ_AT -> Terms.at(args.get(0), Terms.next(args.get(1)));
            case SEQ_PUT -> Terms.except(args.get(0), new Terms.Step.Argument(Terms.next(args.get(1))), args.get(2));
            case FIRST -> Terms.call("Head", args);
            case LAST -> Terms.call(Prelude.LAST.operator(), args);
            case APPEND -> Terms.call("Append", args);
            case DROP -> Terms.call("Tail", args);
            case REMOVE_AT -> Terms.call(Prelude.REMOVE_AT.operator(), args.get(0), Terms.next(args.get(1)));
            case INSERT_AT ->
                Terms.call(Prelude.INSERT_AT.operator(), args.get(0), Terms.next(args.get(1)), args.get(2));
            case SOME -> args.getFirst();
            case UNWRAP -> args.getFirst();
            case IS_SOME -> Terms.binary(Infix.UNEQUAL, args.getFirst(), Terms.word(Naming.NONE));
            case IS_NONE -> Terms.equal(args.getFirst(), Terms.word(Naming.NONE));
            case BAG_ADD -> Terms.binary(Infix.BAG_PLUS, args.get(0), single(args.get(1)));
            case BAG_REMOVE -> Terms.binary(Infix.BAG_MINUS, args.get(0), single(args.get(1)));
            case BAG_COUNT -> Terms.call("CopiesIn", args.get(1), args.get(0));
            case BAG_MEMBERS -> Terms.call("BagToSet", args);
            case ORD ->
                e.arg(0).type() instanceof Type.Index index && index.single() ? Terms.number(0) : args.getFirst();
            case MEMBER ->
                e.type() instanceof Type.Index index && index.single() ? literals.member(index, 0) : args.getFirst();
        };
    }

    private static Term infix(Infix operator, List<Term> args) {
        return Terms.binary(operator, args.get(0), args.get(1));
    }

    private static Term single(Term element) {
        return Terms.call("SetToBag", Terms.set(List.of(element)));
    }

    private static Term member(Type collection, List<Term> args) {
        return Terms.in(
                args.get(0),
                collection instanceof Type.Seq ? Terms.call(Prelude.RANGE.operator(), args.get(1)) : args.get(1));
    }

    private static String measure(Type collection) {
        if (collection instanceof Type.Seq) {
            return "Len";
        }
        return collection instanceof Type.Bag ? "BagCardinality" : "Cardinality";
    }
}
