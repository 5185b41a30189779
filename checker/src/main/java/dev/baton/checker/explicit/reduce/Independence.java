package dev.baton.checker.explicit.reduce;

import dev.baton.checker.explicit.ir.Assumptions;
import dev.baton.checker.explicit.ir.Node;
import dev.baton.checker.explicit.ir.Opcode;
import dev.baton.checker.explicit.ir.Substitution;
import dev.baton.checker.explicit.ir.Terms;
import dev.baton.checker.explicit.program.Instance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Whether two steps do not disturb each other: where both are possible, each stays so after the other, and both orders
 * lead to the same state. Shown by what bits they read and write; where they share some, by working out both orders as
 * terms (a message sent to the end of a queue and one taken from its front), case by case for short fields.
 */
final class Independence {
    /** Values of a field that are looked at one by one. */
    private static final int MOST_CASES = 16;

    private static final int DEEPEST = 3;

    /** Terms simplified for all pairs together; what is left then counts as disturbing. */
    private static final int MOST_GOALS = 100_000;

    private final Terms terms;
    private final SingleBits single;
    private int goals;

    Independence(Terms terms) {
        this.terms = terms;
        this.single = new SingleBits(terms);
    }

    /**
     * Whether the steps do not disturb each other.
     *
     * @param a a step without checks
     * @param b where a check of this one fails, it must do so after {@code a} too
     */
    boolean independent(Instance a, Footprint ofA, Instance b, Footprint ofB) {
        if (!ofA.disturbs(ofB) && !ofB.disturbs(ofA)) {
            return true;
        }
        return exclusive(a, b) || commute(a, b);
    }

    /** Whether never both are enabled, as far as their guards tell. */
    boolean exclusive(Instance a, Instance b) {
        return contradict(a.guard(), b.guard());
    }

    boolean contradict(List<Node> some, List<Node> others) {
        Assumptions known = Assumptions.none(terms).and(some);
        return others.stream().anyMatch(condition -> known.simplify(condition).isFalse());
    }

    /** Whether a step without checks leaves a truth value as it is. */
    boolean leaves(Node truth, Instance step) {
        Assumptions known = Assumptions.none(terms).and(step.guard());
        return holds(terms.equal(new Substitution(terms, step.words()).of(truth), truth), known, 0);
    }

    private boolean commute(Instance a, Instance b) {
        List<Node> facts = new ArrayList<>(a.guard());
        facts.addAll(b.guard());
        Assumptions both = Assumptions.none(terms).and(facts);
        Substitution afterA = new Substitution(terms, a.words());
        Substitution afterB = new Substitution(terms, b.words());
        for (Instance.Check check : b.checks()) {
            if (!holds(terms.equal(afterA.of(check.holds()), check.holds()), both, 0)) {
                return false;
            }
            both = both.and(List.of(check.holds()));
        }
        for (Node condition : b.guard()) {
            if (!holds(afterA.of(condition), both, 0)) {
                return false;
            }
        }
        for (Node condition : a.guard()) {
            if (!holds(afterB.of(condition), both, 0)) {
                return false;
            }
        }
        for (int i = 0; i < a.words().size(); i++) {
            if (!same(afterA.of(b.words().get(i)), afterB.of(a.words().get(i)), both, 0)) {
                return false;
            }
        }
        return true;
    }

    /** Whether two terms are equal, piece by piece and case by case. */
    private boolean same(Node one, Node other, Assumptions known, int depth) {
        Node x = known.simplify(one);
        Node y = known.simplify(other);
        if (x == y) {
            return true;
        }
        if (++goals > MOST_GOALS) {
            return false;
        }
        TreeSet<Integer> borders = new TreeSet<>(Set.of(0, Long.SIZE));
        borders(x, borders);
        borders(y, borders);
        if (borders.size() == 2) {
            return single.same(x, y) || cases(List.of(x, y), known, depth, facts -> same(x, y, facts, depth + 1));
        }
        int from = 0;
        for (int to : borders) {
            if (to > from && !same(terms.field(x, from, to - from), terms.field(y, from, to - from), known, depth)) {
                return false;
            }
            from = to;
        }
        return true;
    }

    private static void borders(Node node, Set<Integer> into) {
        if (node.opcode() == Opcode.CONCAT) {
            int count = node.args().size();
            for (int i = 0; i < count; i++) {
                if (!node.arg(i).constant()) {
                    into.add((int) node.immediate(i));
                    into.add((int) (node.immediate(i) + node.immediate(count + i)));
                }
            }
        }
    }

    /** Whether a truth value is true wherever the assumptions hold; false also where that can't be shown. */
    private boolean holds(Node goal, Assumptions known, int depth) {
        if (++goals > MOST_GOALS) {
            return false;
        }
        Node left = known.simplify(goal);
        if (left.constant()) {
            return left.isTrue();
        }
        return cases(List.of(left), known, depth, facts -> holds(left, facts, depth + 1));
    }

    /** Whether something is so for every value of a field of few values that the terms depend on. */
    private boolean cases(List<Node> of, Assumptions known, int depth, Predicate<Assumptions> goal) {
        Optional<Node> field = depth == DEEPEST ? Optional.empty() : decisive(of);
        if (field.isEmpty()) {
            return false;
        }
        for (long value = field.get().low(); value <= field.get().high(); value++) {
            Node fact = terms.equal(field.get(), terms.constant(value));
            if (!known.simplify(fact).isFalse() && !goal.test(known.and(List.of(fact)))) {
                return false;
            }
        }
        return true;
    }

    /** A field of few values that a condition, a shift or arithmetic within the terms depends on. */
    private static Optional<Node> decisive(List<Node> goals) {
        Set<Node> deciding = new LinkedHashSet<>();
        goals.forEach(goal -> deciding(goal, deciding, new HashSet<>()));
        Set<Node> seen = new HashSet<>();
        List<Node> open = new ArrayList<>(deciding);
        Optional<Node> best = Optional.empty();
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            if (!seen.add(node)) {
                continue;
            }
            boolean field = node.opcode() == Opcode.FIELD && node.arg(0).opcode() == Opcode.WORD;
            if (field && node.high() < MOST_CASES && best.stream().allMatch(b -> node.high() < b.high())) {
                best = Optional.of(node);
            }
            open.addAll(node.args());
        }
        return best;
    }

    /** Adds the parts of a term that are not just put somewhere, as they are. */
    private static void deciding(Node node, Set<Node> into, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        switch (node.opcode()) {
            case CONST, WORD -> {}
            case FIELD, CONCAT, AND, OR, ANDNOT -> node.args().forEach(arg -> deciding(arg, into, seen));
            case SHL, SHR -> {
                deciding(node.arg(0), into, seen);
                into.add(node.arg(1));
            }
            case CHOOSE -> {
                into.add(node.arg(0));
                deciding(node.arg(1), into, seen);
                deciding(node.arg(2), into, seen);
            }
            case ADD, MUL, DIV, MOD, COUNT, EQ, LT, NOT, ALL, ANY -> into.add(node);
        }
    }
}
