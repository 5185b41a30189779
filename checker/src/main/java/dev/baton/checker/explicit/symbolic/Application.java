package dev.baton.checker.explicit.symbolic;

import dev.baton.checker.explicit.encode.Conversion;
import dev.baton.checker.explicit.encode.SeqOps;
import dev.baton.checker.explicit.encode.SetOps;
import dev.baton.checker.explicit.encode.Val;
import dev.baton.checker.explicit.encode.Vals;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.model.expr.Bindings;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.type.Join;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/** What each {@link Op} is in terms. */
final class Application {
    private final Evaluation evaluation;
    private final Vals vals;
    private final Terms terms;
    private final Conversion conversion;
    private final SetOps sets;
    private final SeqOps seqs;

    Application(Evaluation evaluation, SeqOps seqs) {
        this.evaluation = evaluation;
        this.vals = evaluation.vals();
        this.terms = evaluation.terms();
        this.conversion = evaluation.conversion();
        this.sets = evaluation.sets();
        this.seqs = seqs;
    }

    Val val(Expr.Apply e, Bindings<Val> locals) {
        return switch (e.op()) {
            case NOT -> vals.truth(terms.not(node(e, 0, locals)));
            case AND -> vals.truth(junction(e, locals, true));
            case OR -> vals.truth(junction(e, locals, false));
            case IMPLIES -> vals.truth(implication(e, locals));
            case EQ -> vals.truth(equal(val(e, 0, locals), val(e, 1, locals)));
            case NE -> vals.truth(terms.not(equal(val(e, 0, locals), val(e, 1, locals))));
            case LT -> vals.truth(terms.less(node(e, 0, locals), node(e, 1, locals)));
            case LE -> vals.truth(terms.atMost(node(e, 0, locals), node(e, 1, locals)));
            case GT -> vals.truth(terms.less(node(e, 1, locals), node(e, 0, locals)));
            case GE -> vals.truth(terms.atMost(node(e, 1, locals), node(e, 0, locals)));
            case ADD -> Evaluation.integer(terms.add(node(e, 0, locals), node(e, 1, locals)));
            case SUB -> Evaluation.integer(terms.subtract(node(e, 0, locals), node(e, 1, locals)));
            case MUL -> Evaluation.integer(terms.multiply(node(e, 0, locals), node(e, 1, locals)));
            case DIV -> Evaluation.integer(terms.divide(node(e, 0, locals), node(e, 1, locals)));
            case MOD -> Evaluation.integer(terms.modulo(node(e, 0, locals), node(e, 1, locals)));
            case NEG -> Evaluation.integer(terms.multiply(node(e, 0, locals), terms.constant(-1)));
            case AT -> at(val(e, 0, locals), val(e, 1, locals));
            case PUT -> put(val(e, 0, locals), val(e, 1, locals), val(e, 2, locals));
            case SET ->
                sets.of(
                        (Type.SetOf) e.type(),
                        all(e, locals).stream()
                                .map(v -> new SetOps.Candidate(v, terms.one))
                                .toList());
            case RANGE -> sets.range((Type.SetOf) e.type(), node(e, 0, locals), node(e, 1, locals));
            case IN -> vals.truth(member(e, locals));
            case SUBSET -> vals.truth(sets.subset(val(e, 0, locals), val(e, 1, locals)));
            case UNION -> {
                Val a = val(e, 0, locals);
                Val b = val(e, 1, locals);
                yield sets.union((Type.SetOf) Join.of(a.type(), b.type()), a, b);
            }
            case INTERSECT -> {
                Val a = val(e, 0, locals);
                yield sets.intersect((Type.SetOf) a.type(), a, val(e, 1, locals));
            }
            case MINUS -> {
                Val a = val(e, 0, locals);
                yield sets.minus((Type.SetOf) a.type(), a, val(e, 1, locals));
            }
            case SIZE -> Evaluation.integer(size(val(e, 0, locals)));
            case SEQ -> seqs.of(((Type.Seq) e.type()).element(), all(e, locals));
            case SEQ_AT -> seqs.at(val(e, 0, locals), node(e, 1, locals));
            case SEQ_PUT -> seqs.put(wide(val(e, 0, locals), val(e, 2, locals)), node(e, 1, locals), val(e, 2, locals));
            case FIRST -> seqs.at(val(e, 0, locals), terms.zero);
            case LAST -> seqs.last(val(e, 0, locals));
            case APPEND -> seqs.append(val(e, 0, locals), val(e, 1, locals));
            case DROP -> seqs.remove(val(e, 0, locals), terms.zero);
            case REMOVE_AT -> seqs.remove(val(e, 0, locals), node(e, 1, locals));
            case INSERT_AT -> seqs.insert(val(e, 0, locals), node(e, 1, locals), val(e, 2, locals));
            case SOME -> {
                Val value = val(e, 0, locals);
                yield vals.make(new Type.Option(value.type()), List.of(vals.truth(terms.one), value));
            }
            case UNWRAP -> vals.part(val(e, 0, locals), 1);
            case IS_SOME -> vals.part(val(e, 0, locals), 0);
            case IS_NONE -> vals.truth(terms.not(vals.node(vals.part(val(e, 0, locals), 0))));
            case BAG_ADD -> seqs.bagAdd(val(e, 0, locals), val(e, 1, locals));
            case BAG_REMOVE -> seqs.bagRemove(val(e, 0, locals), val(e, 1, locals));
            case BAG_COUNT -> Evaluation.integer(seqs.occurrences(val(e, 0, locals), val(e, 1, locals)));
            case BAG_MEMBERS -> {
                Val bag = val(e, 0, locals);
                yield sets.of(new Type.SetOf(((Type.Bag) bag.type()).element()), seqs.members(bag));
            }
            case ORD -> Evaluation.integer(node(e, 0, locals));
            case MEMBER -> new Val.Scalar(e.type(), node(e, 0, locals));
        };
    }

    private Val val(Expr.Apply e, int i, Bindings<Val> locals) {
        return evaluation.val(e.arg(i), locals);
    }

    private Node node(Expr.Apply e, int i, Bindings<Val> locals) {
        return vals.node(val(e, i, locals));
    }

    private List<Val> all(Expr.Apply e, Bindings<Val> locals) {
        return e.args().stream().map(a -> evaluation.val(a, locals)).toList();
    }

    /** Connectives look no further than the first operand that is known to decide: the rest need not make sense. */
    private Node junction(Expr.Apply e, Bindings<Val> locals, boolean and) {
        List<Node> parts = new ArrayList<>();
        for (Expr arg : e.args()) {
            Node part = evaluation.truth(arg, locals);
            parts.add(part);
            if (part == (and ? terms.zero : terms.one)) {
                break;
            }
        }
        return and ? terms.all(parts) : terms.any(parts);
    }

    private Node implication(Expr.Apply e, Bindings<Val> locals) {
        Node cause = node(e, 0, locals);
        return cause.isFalse() ? terms.one : terms.any(List.of(terms.not(cause), node(e, 1, locals)));
    }

    private Node equal(Val a, Val b) {
        Type join = Join.of(a.type(), b.type());
        return vals.equal(conversion.to(join, a), conversion.to(join, b));
    }

    private Val at(Val map, Val key) {
        Type.MapOf type = (Type.MapOf) map.type();
        return vals.select(map, 0, Vals.entries(type), type.value(), position(type, key));
    }

    private Val put(Val map, Val key, Val value) {
        Type.MapOf type = (Type.MapOf) map.type();
        Type.MapOf wider = new Type.MapOf(type.key(), Join.of(type.value(), value.type()));
        return vals.update(
                conversion.to(wider, map),
                0,
                Vals.entries(type),
                position(type, key),
                conversion.to(wider.value(), value));
    }

    /** Which entry of a map a key has. */
    private Node position(Type.MapOf map, Val key) {
        return vals.bits(conversion.to(map.key(), key));
    }

    /** A sequence whose element type has a value's type too. */
    private Val wide(Val seq, Val value) {
        Type.Seq type = (Type.Seq) seq.type();
        return conversion.to(new Type.Seq(Join.of(type.element(), value.type()), type.capacity()), seq);
    }

    private Node member(Expr.Apply e, Bindings<Val> locals) {
        Val element = val(e, 0, locals);
        Expr collection = e.arg(1);
        if (collection instanceof Expr.Domain all) {
            return conversion.fits(all.element(), element);
        }
        if (collection instanceof Expr.Apply range && range.op() == Op.RANGE) {
            return terms.both(
                    terms.atMost(node(range, 0, locals), vals.node(element)),
                    terms.atMost(vals.node(element), node(range, 1, locals)));
        }
        Val elements = evaluation.val(collection, locals);
        return elements.type() instanceof Type.Seq
                ? seqs.contains(elements, element)
                : sets.contains(elements, element);
    }

    private Node size(Val collection) {
        return collection.type() instanceof Type.SetOf ? sets.size(collection) : seqs.length(collection);
    }
}
