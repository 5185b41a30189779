package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Shape;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Of which variants union values are known to be, or not to be, by the tests that stand around. Immutable. */
final class Facts {
    static final Facts NONE = new Facts(List.of());

    private record Fact(Expr target, String variant, boolean holds) {}

    private final List<Fact> facts;

    private Facts(List<Fact> facts) {
        this.facts = facts;
    }

    /** What is known besides where a condition holds, or where it does not. */
    Facts where(Expr condition, boolean holds) {
        List<Fact> more = new ArrayList<>(facts);
        learn(condition, holds, more);
        return new Facts(List.copyOf(more));
    }

    /** What is known besides where a value matches a pattern, or where it does not. */
    Facts where(Expr value, Pattern pattern, boolean matches) {
        if (!(pattern instanceof Pattern.Variant v)) {
            return this;
        }
        List<Fact> more = new ArrayList<>(facts);
        more.add(new Fact(Shape.bare(value), v.variant().name(), matches));
        return new Facts(List.copyOf(more));
    }

    /** What still holds in later steps: what is known of locals that can't be assigned. */
    Facts stable(Scope scope) {
        Set<String> fixed = scope.all().stream()
                .filter(l -> !l.assignable())
                .map(Scope.Local::name)
                .collect(Collectors.toSet());
        return new Facts(facts.stream().filter(f -> stable(f.target(), fixed)).toList());
    }

    /** The variants that a value may be of; where nothing is left, no step comes, and nothing is known. */
    List<Type.Struct> variants(Expr target) {
        List<Type.Struct> all = Kinds.variants(target.type()).orElse(List.of());
        Expr bare = Shape.bare(target);
        List<Fact> known = facts.stream().filter(f -> f.target().equals(bare)).toList();
        List<Type.Struct> left = all.stream()
                .filter(v ->
                        known.stream().allMatch(f -> f.holds() == f.variant().equals(v.name())))
                .toList();
        return left.isEmpty() ? all : left;
    }

    private static void learn(Expr condition, boolean holds, List<Fact> into) {
        if (condition instanceof Expr.Is is) {
            into.add(new Fact(Shape.bare(is.target()), is.variant(), holds));
        }
        if (condition instanceof Expr.Apply a) {
            if (a.op() == Op.NOT) {
                learn(a.arg(0), !holds, into);
            }
            if ((a.op() == Op.AND && holds) || (a.op() == Op.OR && !holds)) {
                a.args().forEach(arg -> learn(arg, holds, into));
            }
        }
    }

    private static boolean stable(Expr target, Set<String> fixed) {
        return (target instanceof Expr.Local local && fixed.contains(local.name()))
                || (target instanceof Expr.Get get && stable(get.target(), fixed))
                || (target instanceof Expr.As as && stable(as.target(), fixed));
    }
}
