package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.ExprSyntax.BinaryWord;
import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.source.Code;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets, sequences and maps: literals, entries, what is gone through. */
final class TypeCollections {
    private final Session session;

    TypeCollections(Session session) {
        this.session = session;
    }

    Expr set(ExprSyntax.SetOf set, Optional<Type> hint, Context context) {
        if (set.elements().isEmpty()) {
            return hint.filter(t -> t instanceof Type.SetOf || !Kinds.known(t)).isPresent()
                    ? new Expr.Literal(Value.EMPTY_SET, hint.get(), set.span())
                    : session.expressions.noHint("{}", hint, set.span());
        }
        Optional<Type> element = hint.filter(Type.SetOf.class::isInstance).map(t -> ((Type.SetOf) t).element());
        List<Expr> elements = elements(set.elements(), element, context);
        Optional<Type> join = join(elements);
        return join.isEmpty()
                ? Kinds.unknown(set.span())
                : new Expr.Apply(Op.SET, elements, new Type.SetOf(join.get()), set.span());
    }

    Expr seq(ExprSyntax.SeqOf seq, Optional<Type> hint, Context context) {
        Optional<Type.Seq> wanted = hint.filter(Type.Seq.class::isInstance).map(Type.Seq.class::cast);
        if (seq.elements().isEmpty()) {
            return hint.filter(t -> t instanceof Type.Seq || !Kinds.known(t)).isPresent()
                    ? new Expr.Literal(Value.EMPTY_SEQ, hint.get(), seq.span())
                    : session.expressions.noHint("[]", hint, seq.span());
        }
        List<Expr> elements = elements(seq.elements(), wanted.map(Type.Seq::element), context);
        Optional<Type> join = join(elements);
        return join.isEmpty()
                ? Kinds.unknown(seq.span())
                : new Expr.Apply(Op.SEQ, elements, new Type.Seq(join.get(), elements.size()), seq.span());
    }

    Expr map(ExprSyntax.MapOf map, Optional<Type> hint, Context context) {
        Expr domain = keys(map, context);
        if (!Kinds.known(domain.type())) {
            return Kinds.unknown(map.span());
        }
        Type key = ((Type.SetOf) domain.type()).element();
        Optional<Type> value = hint.filter(Type.MapOf.class::isInstance).map(t -> ((Type.MapOf) t).value());
        Bind.Bound bound = session.expressions.bind.local(map.key(), key, context);
        Expr typed = session.expressions.type(map.value(), value, bound.context());
        Expr body = value.map(t -> session.expressions.coerce.fit(t, typed, bound.context()))
                .orElse(typed);
        Binder binder = new Binder(bound.name(), key, domain);
        return Kinds.known(body.type())
                ? new Expr.Quantified(Quantifier.MAP, binder, body, new Type.MapOf(key, body.type()), map.span())
                : Kinds.unknown(map.span());
    }

    /** The keys of a map: all values of a type. */
    Expr keys(ExprSyntax.MapOf map, Context context) {
        Expr domain = elements(map.domain(), context);
        if (Kinds.known(domain.type()) && !(domain instanceof Expr.Domain)) {
            session.problems.help(
                    Code.B0301,
                    map.domain().span(),
                    "a map has an entry for every value of a type",
                    "a type",
                    Kinds.name(domain.type()));
            return Kinds.unknown(map.domain().span());
        }
        return domain;
    }

    Expr all(ExprSyntax.All all) {
        Type type = session.types.of(all.type());
        return session.domains.enumerable(type, all.type().span())
                ? new Expr.Domain(type, all.span())
                : Kinds.unknown(all.span());
    }

    Expr index(ExprSyntax.Index index, Context context) {
        Expr target = session.expressions.type(index.target(), context);
        Type type = target.type();
        if (type instanceof Type.MapOf map) {
            Expr key = session.expressions.expect(index.index(), map.key(), context);
            return new Expr.Apply(Op.AT, List.of(target, key), map.value(), index.span());
        }
        if (type instanceof Type.Seq seq) {
            Type positions = Type.Range.of(0, Math.max(0, seq.capacity() - 1));
            Expr at = session.expressions.type(index.index(), context);
            if (!Kinds.accepts(positions, at.type())) {
                at = session.expressions.coerce.to(positions, at, context);
            }
            return new Expr.Apply(Op.SEQ_AT, List.of(target, at), seq.element(), index.span());
        }
        session.expressions.type(index.index(), context);
        return session.expressions.doesNotWork(
                "[]", type, index.span(), Optional.of("only maps and sequences have entries"));
    }

    /** {@code x in S}. */
    Expr in(ExprSyntax.Binary e, Context context) {
        TypeExpressions expressions = session.expressions;
        boolean rightFirst = expressions.needsHint(e.left(), context) && !expressions.needsHint(e.right(), context);
        Expr left = rightFirst ? Kinds.unknown(e.span()) : expressions.type(e.left(), context);
        Optional<Type> hint = rightFirst ? Optional.empty() : Optional.of(new Type.SetOf(left.type()));
        Expr right = elements(e.right(), hint, context);
        Optional<Type> element = element(right.type());
        if (rightFirst) {
            left = expressions.type(e.left(), element, context);
        }
        if (element.isEmpty()) {
            return expressions.doesNotWork(
                    "in",
                    right.type(),
                    e.span(),
                    Optional.of("behind `in` stands a set, a sequence, a range or a type"));
        }
        left = expressions.coerce.fit(element.get(), left, context);
        if (Kinds.join(left.type(), element.get()).isEmpty()) {
            session.problems.say(Code.B0303, e.span(), Kinds.name(left.type()), Kinds.name(element.get()));
            return Kinds.unknown(e.span());
        }
        return right instanceof Expr.Domain domain && domain.element() instanceof Type.Range range
                ? new Expr.Fits(left, range, e.span())
                : new Expr.Apply(Op.IN, List.of(left, right), Type.BOOL, e.span());
    }

    Expr subset(ExprSyntax.Binary e, Context context) {
        return combined(e, Optional.empty(), context)
                .map(c -> (Expr) new Expr.Apply(Op.SUBSET, List.of(c.left(), c.right()), Type.BOOL, e.span()))
                .orElseGet(() -> Kinds.unknown(e.span()));
    }

    /** {@code union}, {@code intersect}, {@code minus}. */
    Expr combine(Op op, ExprSyntax.Binary e, Optional<Type> hint, Context context) {
        return combined(e, hint, context)
                .map(c -> {
                    Type type = op == Op.UNION ? c.join() : c.left().type();
                    return (Expr) new Expr.Apply(op, List.of(c.left(), c.right()), type, e.span());
                })
                .orElseGet(() -> Kinds.unknown(e.span()));
    }

    /** {@code lo..hi} as a set; a type where both are known before the run. */
    Expr range(ExprSyntax.Binary e, Context context) {
        Expr low = session.expressions.type(e.left(), context);
        Expr high = session.expressions.type(e.right(), context);
        for (Expr end : List.of(low, high)) {
            if (!(end.type() instanceof Type.Range)) {
                return session.expressions.doesNotWork("..", end.type(), e.span(), Optional.empty());
            }
        }
        Type.Range from = (Type.Range) low.type();
        Type.Range to = (Type.Range) high.type();
        boolean parametric = Parametric.is(low) || Parametric.is(high);
        if (from.low() > to.high()) {
            if (!parametric) {
                session.problems.say(Code.B0403, e.span(), Coerce.text(e.span()));
            }
            return new Expr.Literal(Value.EMPTY_SET, new Type.SetOf(new Type.Range(from.lo(), from.lo())), e.span());
        }
        Type.Range element = new Type.Range(text(low, from.lo()), text(high, to.hi()));
        if (!session.domains.small(element, "`" + Coerce.text(e.span()) + "`", e.span())) {
            return Kinds.unknown(e.span());
        }
        return FoldConstants.known(low) && FoldConstants.known(high)
                ? new Expr.Domain(element, e.span())
                : new Expr.Apply(Op.RANGE, List.of(low, high), new Type.SetOf(element), e.span());
    }

    /** What a name goes through: a set, a sequence, a range, or all values of a type. */
    Expr elements(ExprSyntax syntax, Context context) {
        return elements(syntax, Optional.empty(), context);
    }

    /** The type of the elements of a set or sequence. */
    static Optional<Type> element(Type type) {
        if (type instanceof Type.SetOf set) {
            return Optional.of(set.element());
        }
        return type instanceof Type.Seq seq ? Optional.of(seq.element()) : Optional.empty();
    }

    private Expr elements(ExprSyntax syntax, Optional<Type> hint, Context context) {
        if (syntax instanceof ExprSyntax.Ref ref
                && context.scope().find(ref.name().text()).isEmpty()) {
            String name = ref.name().text();
            if (name.equals("bool")) {
                return new Expr.Domain(Type.BOOL, ref.span());
            }
            Optional<Type> type =
                    session.symbols.find(name).filter(Symbol::isType).map(session.types::of);
            if (type.isEmpty() && session.symbols.find(name).isEmpty()) {
                type = session.types.enumeration(name).map(t -> t);
            }
            if (type.isPresent()) {
                session.symbols.used(name);
                return session.domains.enumerable(type.get(), ref.span())
                        ? new Expr.Domain(type.get(), ref.span())
                        : Kinds.unknown(ref.span());
            }
        }
        return session.expressions.type(syntax, hint, context);
    }

    private record Combined(Expr left, Expr right, Type join) {}

    private Optional<Combined> combined(ExprSyntax.Binary e, Optional<Type> hint, Context context) {
        boolean rightFirst =
                session.expressions.needsHint(e.left(), context) && !session.expressions.needsHint(e.right(), context);
        ExprSyntax first = rightFirst ? e.right() : e.left();
        ExprSyntax second = rightFirst ? e.left() : e.right();
        Expr a = elements(first, hint, context);
        Expr b = elements(second, Optional.of(a.type()), context);
        Expr left = rightFirst ? b : a;
        Expr right = rightFirst ? a : b;
        for (Expr side : List.of(left, right)) {
            if (!(side.type() instanceof Type.SetOf)) {
                session.expressions.doesNotWork(e.op().text(), side.type(), e.span(), help(side.type(), e.op()));
                return Optional.empty();
            }
        }
        Optional<Type> join = Kinds.join(left.type(), right.type());
        if (join.isEmpty()) {
            session.problems.say(Code.B0303, e.span(), Kinds.name(left.type()), Kinds.name(right.type()));
        }
        return join.map(type -> new Combined(left, right, type));
    }

    private static Optional<String> help(Type type, BinaryWord word) {
        return type instanceof Type.SetOf || type instanceof Type.Seq
                ? Optional.empty()
                : Optional.of("a set of one: `" + word.text() + " {…}`");
    }

    private List<Expr> elements(List<ExprSyntax> syntax, Optional<Type> hint, Context context) {
        List<Expr> elements = new ArrayList<>();
        Optional<Type> element = hint;
        for (ExprSyntax e : syntax) {
            Expr typed = session.expressions.type(e, element, context);
            Expr fitted = element.map(t -> session.expressions.coerce.fit(t, typed, context))
                    .orElse(typed);
            elements.add(fitted);
            element = element.isPresent() ? element : Optional.of(fitted.type());
        }
        return elements;
    }

    private Optional<Type> join(List<Expr> elements) {
        Type join = elements.getFirst().type();
        for (Expr e : elements) {
            Optional<Type> wider = Kinds.join(join, e.type());
            if (wider.isEmpty()) {
                session.problems.help(
                        Code.B0303,
                        e.span(),
                        "all elements must be of one type",
                        Kinds.name(join),
                        Kinds.name(e.type()));
                return Optional.empty();
            }
            join = wider.get();
        }
        return Kinds.known(join) ? Optional.of(join) : Optional.empty();
    }

    private static Bound text(Expr end, Bound bound) {
        return end instanceof Expr.Constant || end instanceof Expr.Apply
                ? FoldConstants.bound(bound.value(), end)
                : bound;
    }
}
