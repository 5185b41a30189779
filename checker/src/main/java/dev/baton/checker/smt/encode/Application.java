package dev.baton.checker.smt.encode;

import dev.baton.checker.smt.encode.Sym.Num;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What each {@link Op} is in terms. */
final class Application {
    private final Evaluation evaluation;
    private final Structures structures;
    private final Terms terms;
    private final Numbers numbers;
    private final Sets sets;
    private final Sequences sequences;

    Application(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.structures = evaluation.structures();
        this.terms = structures.terms();
        this.numbers = structures.numbers();
        this.sets = evaluation.sets();
        this.sequences = new Sequences(structures);
    }

    Sym sym(Expr.Apply e, Bindings<Sym> locals) {
        return switch (e.op()) {
            case NOT -> structures.truth(terms.not(truth(e, 0, locals)));
            case AND -> structures.truth(junction(e, locals, true));
            case OR -> structures.truth(junction(e, locals, false));
            case IMPLIES -> structures.truth(implication(e, locals));
            case EQ -> structures.truth(structures.equal(arg(e, 0, locals), arg(e, 1, locals)));
            case NE -> structures.truth(terms.not(structures.equal(arg(e, 0, locals), arg(e, 1, locals))));
            case LT -> structures.truth(numbers.less(num(e, 0, locals), num(e, 1, locals)));
            case LE -> structures.truth(numbers.atMost(num(e, 0, locals), num(e, 1, locals)));
            case GT -> structures.truth(numbers.less(num(e, 1, locals), num(e, 0, locals)));
            case GE -> structures.truth(numbers.atMost(num(e, 1, locals), num(e, 0, locals)));
            case ADD -> numbers.add(num(e, 0, locals), num(e, 1, locals));
            case SUB -> numbers.subtract(num(e, 0, locals), num(e, 1, locals));
            case MUL -> numbers.multiply(num(e, 0, locals), num(e, 1, locals));
            case DIV -> numbers.divide(num(e, 0, locals), num(e, 1, locals));
            case MOD -> numbers.modulo(num(e, 0, locals), num(e, 1, locals));
            case NEG -> numbers.subtract(numbers.integer(0), num(e, 0, locals));
            case AT -> {
                Sym.MapOf map = (Sym.MapOf) arg(e, 0, locals);
                yield structures.select(
                        map.entries(),
                        position(map, arg(e, 1, locals)),
                        map.type().value());
            }
            case PUT -> put((Sym.MapOf) arg(e, 0, locals), arg(e, 1, locals), arg(e, 2, locals));
            case SET ->
                sets.of(
                        (Type.SetOf) e.type(),
                        args(e, locals).stream()
                                .map(v -> new Sets.Candidate(v, terms.yes))
                                .toList());
            case RANGE -> sets.range((Type.SetOf) e.type(), num(e, 0, locals), num(e, 1, locals));
            case IN -> structures.truth(member(e, locals));
            case SUBSET -> structures.truth(sets.subset(arg(e, 0, locals), arg(e, 1, locals)));
            case UNION -> sets.union(arg(e, 0, locals), arg(e, 1, locals));
            case INTERSECT -> sets.intersect(arg(e, 0, locals), arg(e, 1, locals));
            case MINUS -> sets.minus(arg(e, 0, locals), arg(e, 1, locals));
            case SIZE -> size(arg(e, 0, locals));
            case SEQ -> sequences.of(((Type.Seq) e.type()).element(), args(e, locals));
            case SEQ_AT -> sequences.at(seq(e, locals), num(e, 1, locals));
            case SEQ_PUT -> sequences.put(seq(e, locals), num(e, 1, locals), arg(e, 2, locals));
            case FIRST -> sequences.at(seq(e, locals), numbers.integer(0));
            case LAST -> sequences.last(seq(e, locals));
            case APPEND -> sequences.append(seq(e, locals), arg(e, 1, locals));
            case DROP -> sequences.remove(seq(e, locals), numbers.integer(0));
            case REMOVE_AT -> sequences.remove(seq(e, locals), num(e, 1, locals));
            case INSERT_AT -> sequences.insert(seq(e, locals), num(e, 1, locals), arg(e, 2, locals));
            case SOME -> {
                Sym value = arg(e, 0, locals);
                yield new Sym.Opt(new Type.Option(value.type()), terms.yes, value);
            }
            case UNWRAP -> opt(e, locals).element();
            case IS_SOME -> structures.truth(opt(e, locals).present());
            case IS_NONE -> structures.truth(terms.not(opt(e, locals).present()));
            case BAG_ADD -> sequences.bagAdd(bag(e, locals), arg(e, 1, locals));
            case BAG_REMOVE -> sequences.bagRemove(bag(e, locals), arg(e, 1, locals));
            case BAG_COUNT -> sequences.occurrences(bag(e, locals), arg(e, 1, locals));
            case BAG_MEMBERS -> sequences.members(bag(e, locals));
            case ORD -> {
                Num member = num(e, 0, locals);
                yield numbers.add(member, numbers.integer(0));
            }
            case MEMBER -> evaluation.as(e.type(), num(e, 0, locals));
        };
    }

    private Sym arg(Expr.Apply e, int i, Bindings<Sym> locals) {
        return evaluation.sym(e.arg(i), locals);
    }

    private Num num(Expr.Apply e, int i, Bindings<Sym> locals) {
        return (Num) arg(e, i, locals);
    }

    private Term truth(Expr.Apply e, int i, Bindings<Sym> locals) {
        return evaluation.truth(e.arg(i), locals);
    }

    private Sym.Seq seq(Expr.Apply e, Bindings<Sym> locals) {
        return (Sym.Seq) arg(e, 0, locals);
    }

    private Sym.Bag bag(Expr.Apply e, Bindings<Sym> locals) {
        return (Sym.Bag) arg(e, 0, locals);
    }

    private Sym.Opt opt(Expr.Apply e, Bindings<Sym> locals) {
        return (Sym.Opt) arg(e, 0, locals);
    }

    private List<Sym> args(Expr.Apply e, Bindings<Sym> locals) {
        return e.args().stream().map(a -> evaluation.sym(a, locals)).toList();
    }

    /** Connectives look no further than the first operand that is known to decide: the rest need not make sense. */
    private Term junction(Expr.Apply e, Bindings<Sym> locals, boolean and) {
        List<Term> parts = new ArrayList<>();
        for (Expr arg : e.args()) {
            Term part = evaluation.truth(arg, locals);
            parts.add(part);
            if (and ? part.isFalse() : part.isTrue()) {
                break;
            }
        }
        return and ? terms.all(parts) : terms.any(parts);
    }

    private Term implication(Expr.Apply e, Bindings<Sym> locals) {
        Term cause = truth(e, 0, locals);
        return cause.isFalse() ? terms.yes : terms.implies(cause, truth(e, 1, locals));
    }

    private Sym put(Sym.MapOf map, Sym key, Sym value) {
        Type join = Join.of(map.type().value(), value.type());
        Sym.MapOf wide = (Sym.MapOf) evaluation.as(new Type.MapOf(map.type().key(), join), map);
        List<Sym> entries = structures.update(wide.entries(), position(map, key), value).stream()
                .map(entry -> evaluation.as(join, entry))
                .toList();
        return new Sym.MapOf(wide.type(), entries);
    }

    /** Which entry of a map a key has. */
    private Num position(Sym.MapOf map, Sym key) {
        return switch (key) {
            case Num v ->
                map.type().key() instanceof Type.Range range ? numbers.subtract(v, numbers.integer(range.low())) : v;
            case Sym.Truth v -> numbers.count(v.term());
            case Sym.Opt v -> searched(map, v);
            case Sym.Struct v -> searched(map, v);
            case Sym.Union v -> searched(map, v);
            case Sym.SetOf v -> searched(map, v);
            case Sym.Seq v -> searched(map, v);
            case Sym.Bag v -> searched(map, v);
            case Sym.MapOf v -> searched(map, v);
        };
    }

    private Num searched(Sym.MapOf map, Sym key) {
        List<Value> values = Domain.values(map.type().key());
        Num found = numbers.integer(0);
        for (int i = 1; i < values.size(); i++) {
            Term here = structures.equal(
                    structures.constant(values.get(i), map.type().key()), key);
            Num at = numbers.integer(i);
            found = here.isFalse() ? found : numbers.choose(here, at, found, at.type());
        }
        return found;
    }

    private Term member(Expr.Apply e, Bindings<Sym> locals) {
        Sym element = arg(e, 0, locals);
        Expr collection = e.arg(1);
        if (collection instanceof Expr.Domain all) {
            return structures.coercion().fits(all.element(), element);
        }
        if (collection instanceof Expr.Apply range && range.op() == Op.RANGE) {
            return sets.between(num(range, 0, locals), (Num) element, num(range, 1, locals));
        }
        Sym elements = evaluation.sym(collection, locals);
        return elements instanceof Sym.Seq seq
                ? sequences.contains(seq, element)
                : sets.contains((Sym.SetOf) elements, element);
    }

    private Num size(Sym collection) {
        return switch (collection) {
            case Sym.SetOf v -> sets.size(v);
            case Sym.Seq v -> v.length();
            case Sym.Bag v -> sequences.size(v);
            case Sym.Truth v -> throw sizeless(v);
            case Num v -> throw sizeless(v);
            case Sym.Opt v -> throw sizeless(v);
            case Sym.Struct v -> throw sizeless(v);
            case Sym.Union v -> throw sizeless(v);
            case Sym.MapOf v -> throw sizeless(v);
        };
    }

    private static IllegalStateException sizeless(Sym sym) {
        return new IllegalStateException("a " + sym.type() + " has no size");
    }
}
