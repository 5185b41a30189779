package dev.baton.checker.explicit.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Terms, simpler where something is known: what a guard has asked need not be asked again by a check behind it. Terms
 * are equal to those given in every state in which all that was learned is so.
 */
public final class Assumptions {

    private record Interval(long low, long high) {
        Interval meet(Interval other) {
            return new Interval(Math.max(low, other.low), Math.min(high, other.high));
        }

        boolean single() {
            return low == high;
        }
    }

    private final Terms terms;
    private final Map<Node, Boolean> truths;
    private final Map<Node, Interval> bounds;
    private final Map<Node, Node> simplified = new HashMap<>();

    private Assumptions(Terms terms, Map<Node, Boolean> truths, Map<Node, Interval> bounds) {
        this.terms = terms;
        this.truths = truths;
        this.bounds = bounds;
    }

    /** Nothing is known. */
    public static Assumptions none(Terms terms) {
        return new Assumptions(terms, Map.of(), Map.of());
    }

    /** What is known if these are true as well. */
    public Assumptions and(List<Node> facts) {
        Assumptions more = new Assumptions(terms, new HashMap<>(truths), new HashMap<>(bounds));
        facts.forEach(fact -> more.learn(fact, true));
        return more;
    }

    private Assumptions with(Node fact, boolean holds) {
        Assumptions more = new Assumptions(terms, new HashMap<>(truths), new HashMap<>(bounds));
        more.learn(fact, holds);
        return more;
    }

    private void learn(Node fact, boolean holds) {
        truths.put(fact, holds);
        switch (fact.opcode()) {
            case NOT -> learn(fact.arg(0), !holds);
            case ALL -> {
                if (holds) {
                    fact.args().forEach(part -> learn(part, true));
                }
            }
            case ANY -> {
                if (!holds) {
                    fact.args().forEach(part -> learn(part, false));
                }
            }
            case EQ -> {
                if (fact.arg(1).constant()) {
                    equal(fact.arg(0), fact.arg(1).value(), holds);
                }
            }
            case LT -> less(fact.arg(0), fact.arg(1), holds);
            case CONST, WORD, FIELD, CONCAT, ADD, MUL, DIV, MOD, SHL, SHR, AND, OR, ANDNOT, COUNT, CHOOSE -> {}
        }
    }

    private void equal(Node a, long value, boolean holds) {
        if (holds) {
            narrow(a, value, value);
        } else if (value == a.low()) {
            narrow(a, value + 1, Long.MAX_VALUE);
        } else if (value == a.high()) {
            narrow(a, Long.MIN_VALUE, value - 1);
        }
    }

    private void less(Node a, Node b, boolean holds) {
        if (b.constant()) {
            narrow(a, holds ? Long.MIN_VALUE : b.value(), holds ? b.value() - 1 : Long.MAX_VALUE);
        } else if (a.constant()) {
            narrow(b, holds ? a.value() + 1 : Long.MIN_VALUE, holds ? Long.MAX_VALUE : a.value());
        }
    }

    private void narrow(Node node, long low, long high) {
        Interval more = new Interval(low, high);
        bounds.merge(node, more, Interval::meet);
    }

    private Interval interval(Node node) {
        Interval plain = new Interval(node.low(), node.high());
        Interval derived = switch (node.opcode()) {
            case ADD -> {
                Interval a = interval(node.arg(0));
                yield node.arg(1).constant() && a.low > Long.MIN_VALUE / 2 && a.high < Long.MAX_VALUE / 2
                        ? new Interval(
                                a.low + node.arg(1).value(),
                                a.high + node.arg(1).value())
                        : plain;
            }
            case FIELD -> {
                Interval a = interval(node.arg(0));
                yield node.offset() == 0 && a.low >= 0 && a.high <= Bits.mask(Math.min(63, node.width())) ? a : plain;
            }
            case CONST, WORD, CONCAT, MUL, DIV, MOD, SHL, SHR, AND, OR, ANDNOT, COUNT, EQ, LT, NOT, ALL, ANY, CHOOSE ->
                plain;
        };
        Interval known = bounds.get(node);
        Interval met = derived.meet(plain);
        return known == null ? met : met.meet(known);
    }

    /** A term that is equal where the assumptions hold. */
    public Node simplify(Node node) {
        Node found = simplified.get(node);
        if (found == null) {
            found = rebuilt(node);
            simplified.put(node, found);
        }
        return found;
    }

    private Node rebuilt(Node node) {
        Boolean truth = truths.get(node);
        if (truth != null) {
            return terms.truth(truth);
        }
        Interval interval = interval(node);
        if (interval.single()) {
            return terms.constant(interval.low);
        }
        return switch (node.opcode()) {
            case CONST, WORD -> node;
            case FIELD -> {
                Node of = simplify(node.arg(0));
                Interval inner = interval(of);
                boolean all =
                        node.offset() == 0 && inner.low >= 0 && inner.high <= Bits.mask(Math.min(63, node.width()));
                yield all ? of : terms.field(of, node.offset(), node.width());
            }
            case CONCAT, ADD, MUL, DIV, MOD, SHL, SHR, AND, OR, ANDNOT, COUNT, NOT ->
                Rebuilding.of(node, this::simplify, terms);
            case EQ -> comparison(node, true);
            case LT -> comparison(node, false);
            case ALL -> junction(node, true);
            case ANY -> junction(node, false);
            case CHOOSE -> {
                Node condition = simplify(node.arg(0));
                if (condition.constant()) {
                    yield simplify(node.arg(condition.isTrue() ? 1 : 2));
                }
                yield terms.choose(condition, simplify(node.arg(1)), simplify(node.arg(2)));
            }
        };
    }

    private Node comparison(Node node, boolean equality) {
        Node a = simplify(node.arg(0));
        Node b = simplify(node.arg(1));
        Interval x = interval(a);
        Interval y = interval(b);
        if (equality) {
            return x.high < y.low || y.high < x.low ? terms.zero : terms.equal(a, b);
        }
        if (x.high < y.low) {
            return terms.one;
        }
        return x.low >= y.high ? terms.zero : terms.less(a, b);
    }

    /** Each part where the parts before it did not decide. */
    private Node junction(Node node, boolean all) {
        List<Node> parts = new ArrayList<>();
        Assumptions here = this;
        for (Node part : node.args()) {
            Node simpler = here.simplify(part);
            parts.add(simpler);
            if (simpler == (all ? terms.zero : terms.one)) {
                break;
            }
            here = here.with(part, all);
        }
        return all ? terms.all(parts) : terms.any(parts);
    }
}
