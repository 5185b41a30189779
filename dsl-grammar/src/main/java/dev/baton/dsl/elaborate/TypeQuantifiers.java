package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.BinderSyntax;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.Name;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What binds names over sets and sequences. A sequence is gone through by its positions, so that an element that stands
 * twice counts twice.
 */
final class TypeQuantifiers {
    private final Session session;

    TypeQuantifiers(Session session) {
        this.session = session;
    }

    /** One name and what it goes through. */
    private record Single(Name name, ExprSyntax domain) {}

    Expr quantified(ExprSyntax.Quantified e, Context context) {
        return nested(e, singles(e.binders()), context);
    }

    Expr filter(ExprSyntax.Filter e, Optional<Type> hint, Context context) {
        return over(new Single(e.name(), e.domain()), Quantifier.FILTER, e.span(), context, inner -> {
            return session.expressions.condition(e.predicate(), inner);
        });
    }

    Expr image(ExprSyntax.Image e, Optional<Type> hint, Context context) {
        Optional<Type> element = hint.filter(Type.SetOf.class::isInstance).map(t -> ((Type.SetOf) t).element());
        List<Single> singles = singles(e.binders());
        if (singles.size() > 1) {
            return images(e, element, singles, context);
        }
        return over(singles.getFirst(), Quantifier.IMAGE, e.span(), context, inner -> {
            return element(e, element, inner);
        });
    }

    private Expr element(ExprSyntax.Image e, Optional<Type> hint, Context context) {
        Expr typed = session.expressions.type(e.element(), hint, context);
        return hint.map(t -> session.expressions.coerce.fit(t, typed, context)).orElse(typed);
    }

    /** What is gone through, as a set: a sequence as the set of its elements. */
    Expr set(ExprSyntax syntax, String word, Context context) {
        Expr domain = session.expressions.collections.elements(syntax, context);
        if (domain.type() instanceof Type.Seq seq) {
            String name = context.fresh().name("element");
            Scope.Local local = new Scope.Local(name, name, seq.element(), false, syntax.span());
            Bind.Bound bound = new Bind.Bound(local, context);
            Expr element = new Expr.Local(name, seq.element(), syntax.span());
            return positions(domain, seq, bound, Quantifier.IMAGE, syntax.span(), inner -> element);
        }
        return TypeCollections.element(domain.type()).isPresent()
                ? domain
                : noDomain(word, domain.type(), syntax.span());
    }

    private Expr noDomain(String word, Type type, Span span) {
        return session.expressions.doesNotWork(
                word, type, span, Optional.of("behind `in` stands a set, a sequence, a range or a type"));
    }

    private static List<Single> singles(List<BinderSyntax> binders) {
        List<Single> singles = new ArrayList<>();
        binders.forEach(b -> b.names().forEach(n -> singles.add(new Single(n, b.domain()))));
        return singles;
    }

    private Expr nested(ExprSyntax.Quantified e, List<Single> singles, Context context) {
        boolean last = singles.size() == 1;
        Quantifier kind = switch (e.word()) {
            case FORALL -> Quantifier.FORALL;
            case EXISTS -> Quantifier.EXISTS;
            case COUNT -> last ? Quantifier.COUNT : Quantifier.SUM;
            case SUM -> Quantifier.SUM;
            case MIN -> Quantifier.MIN;
            case MAX -> Quantifier.MAX;
        };
        boolean truth = switch (e.word()) {
            case FORALL, EXISTS, COUNT -> true;
            case SUM, MIN, MAX -> false;
        };
        return over(singles.getFirst(), kind, e.span(), context, inner -> {
            if (!last) {
                return nested(e, singles.subList(1, singles.size()), inner);
            }
            return truth ? session.expressions.condition(e.body(), inner) : integer(e, inner);
        });
    }

    private Expr integer(ExprSyntax.Quantified e, Context context) {
        Expr body = session.expressions.type(e.body(), context);
        return body.type() instanceof Type.Range
                ? body
                : session.expressions.doesNotWork(
                        e.word().text(), body.type(), e.body().span(), Optional.of("it is for integers"));
    }

    /** What a quantifier asks of each element. */
    private interface Body {
        Expr in(Context context);
    }

    private Expr over(Single single, Quantifier kind, Span span, Context context, Body body) {
        Expr domain = session.expressions.collections.elements(single.domain(), context);
        return over(single, domain, kind, span, context, body);
    }

    private Expr over(Single single, Expr domain, Quantifier kind, Span span, Context context, Body body) {
        Optional<Type> element = TypeCollections.element(domain.type());
        if (element.isEmpty()) {
            noDomain(kind.word(), domain.type(), single.domain().span());
        }
        Bind.Bound bound = session.expressions.bind.local(single.name(), element.orElse(Kinds.UNKNOWN), context);
        if (domain.type() instanceof Type.Seq seq) {
            return positions(domain, seq, bound, kind, span, body);
        }
        Expr inner = body.in(bound.context());
        Binder binder = new Binder(bound.name(), element.orElse(Kinds.UNKNOWN), domain);
        return quantified(kind, binder, inner, count(binder.type()), span);
    }

    /** {@code f(s[i])} for the positions of a sequence. */
    private Expr positions(Expr seq, Type.Seq type, Bind.Bound bound, Quantifier kind, Span span, Body body) {
        Scope.Fresh fresh = bound.context().fresh();
        String position = fresh.name("position");
        boolean simple = simple(seq);
        String whole = simple ? "" : fresh.name("sequence");
        Expr source = simple ? seq : new Expr.Local(whole, type, seq.span());
        Type.Range positions = Type.Range.of(0, Math.max(0, type.capacity() - 1));
        Expr size = new Expr.Apply(Op.SIZE, List.of(source), Type.Range.of(0, type.capacity()), seq.span());
        Expr one = new Expr.Literal(Value.of(1), Type.Range.of(1, 1), seq.span());
        Expr last = new Expr.Apply(Op.SUB, List.of(size, one), Type.Range.of(-1, type.capacity() - 1), seq.span());
        Expr zero = new Expr.Literal(Value.of(0), Type.Range.of(0, 0), seq.span());
        Expr all = new Expr.Apply(Op.RANGE, List.of(zero, last), new Type.SetOf(positions), seq.span());
        Expr at = new Expr.Local(position, positions, seq.span());
        Expr element = new Expr.Apply(Op.SEQ_AT, List.of(source, at), type.element(), seq.span());
        Binder binder = new Binder(position, positions, all);
        Expr made;
        if (kind == Quantifier.FILTER) {
            Expr image =
                    new Expr.Quantified(Quantifier.IMAGE, binder, element, new Type.SetOf(type.element()), seq.span());
            Expr inner = body.in(bound.context());
            Binder filtered = new Binder(bound.name(), type.element(), image);
            made = quantified(kind, filtered, inner, type.capacity(), span);
        } else {
            Expr inner = new Expr.Let(bound.name(), element, body.in(bound.context()), span);
            made = quantified(kind, binder, inner, type.capacity(), span);
        }
        return simple || !Kinds.known(made.type()) ? made : new Expr.Let(whole, seq, made, span);
    }

    private Expr quantified(Quantifier kind, Binder binder, Expr body, long count, Span span) {
        if (!Kinds.known(body.type()) || !Kinds.known(binder.type())) {
            return Kinds.unknown(span);
        }
        Optional<Type> type = switch (kind) {
            case FORALL, EXISTS -> Optional.of(Type.BOOL);
            case COUNT -> Optional.of(Type.Range.of(0, (int) Math.min(count, Integer.MAX_VALUE)));
            case SUM -> Intervals.sum((Type.Range) body.type(), count).map(r -> r);
            case MIN, MAX -> Optional.of(body.type());
            case FILTER -> Optional.of(new Type.SetOf(binder.type()));
            case IMAGE -> Optional.of(new Type.SetOf(body.type()));
            case MAP -> Optional.of(new Type.MapOf(binder.type(), body.type()));
        };
        if (type.isEmpty()) {
            session.problems.help(Code.B0405, span, "give narrower ranges to what it is made of", Coerce.text(span));
            return Kinds.unknown(span);
        }
        return new Expr.Quantified(kind, binder, body, type.get(), span);
    }

    private static long count(Type element) {
        BigInteger size = Kinds.known(element) ? Domain.size(element) : BigInteger.ONE;
        return size.bitLength() > 31 ? Integer.MAX_VALUE : size.longValue();
    }

    /**
     * <code>{ e for x in S, y in T }</code>: the values {@code v} of its type with some x and y for which {@code v ==
     * e}.
     */
    private Expr images(ExprSyntax.Image e, Optional<Type> hint, List<Single> singles, Context context) {
        Single first = singles.getFirst();
        Expr domain = session.expressions.collections.elements(first.domain(), context);
        String whole = simple(domain) ? "" : context.fresh().name("domain");
        Expr source = simple(domain) ? domain : new Expr.Local(whole, domain.type(), domain.span());
        List<Expr> typed = new ArrayList<>();
        over(first, domain, Quantifier.EXISTS, e.span(), context, within(e, singles, inner -> {
            typed.add(element(e, hint, inner));
            return new Expr.Literal(Value.TRUE, Type.BOOL, e.span());
        }));
        Type type = typed.getFirst().type();
        if (!Kinds.known(type) || !session.domains.enumerable(type, e.element().span())) {
            return Kinds.unknown(e.span());
        }
        String name = context.fresh().name("value");
        Expr value = new Expr.Local(name, type, e.span());
        Expr some = over(first, source, Quantifier.EXISTS, e.span(), context, within(e, singles, inner -> {
            Expr again = element(e, hint, inner);
            return new Expr.Apply(Op.EQ, List.of(value, again), Type.BOOL, e.span());
        }));
        Binder binder = new Binder(name, type, new Expr.Domain(type, e.span()));
        Expr made = quantified(Quantifier.FILTER, binder, some, 0, e.span());
        return simple(domain) || !Kinds.known(made.type()) ? made : new Expr.Let(whole, domain, made, e.span());
    }

    /** A body inside the binders behind the first. */
    private Body within(ExprSyntax.Image e, List<Single> singles, Body body) {
        List<Single> rest = singles.subList(1, singles.size());
        return rest.isEmpty()
                ? body
                : inner -> over(rest.getFirst(), Quantifier.EXISTS, e.span(), inner, within(e, rest, body));
    }

    /** Whether an expression may stand where it is evaluated often. Memory is looked at once, and so has a name. */
    private static boolean simple(Expr expr) {
        return expr instanceof Expr.Local
                || expr instanceof Expr.Domain
                || expr instanceof Expr.Literal
                || expr instanceof Expr.Constant
                || (expr instanceof Expr.Apply range
                        && range.op() == Op.RANGE
                        && range.args().stream().allMatch(TypeQuantifiers::simple))
                || (expr instanceof Expr.Read read && read.variable().role() != Variable.Role.MEMORY);
    }
}
