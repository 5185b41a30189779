package dev.baton.trace;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which elements of its set make a quantifier what it is, and why. */
final class Instances {
    /** More than this are only counted. */
    private static final int SHOWN = 4;

    private Instances() {}

    static List<Reason> of(Expr.Quantified e, List<Moment> at) {
        return switch (e.kind()) {
            case FORALL -> Explanation.always(e, at, false) ? instance(e, false, at) : List.of();
            case EXISTS -> {
                if (Explanation.always(e, at, true)) {
                    yield instance(e, true, at);
                }
                yield instances(e, at);
            }
            case COUNT -> List.of(Reason.leaf("counted", Explanation.value(filter(e), at)));
            case SUM, MIN, MAX -> instances(e, at);
            case FILTER, IMAGE, MAP -> List.of();
        };
    }

    private static Expr filter(Expr.Quantified e) {
        Type set = new Type.SetOf(e.binder().type());
        return new Expr.Quantified(Quantifier.FILTER, e.binder(), e.body(), set, e.span());
    }

    /** The first instance that decides in every state; if there is none, the first that decides in each. */
    private static List<Reason> instance(Expr.Quantified e, boolean decisive, List<Moment> at) {
        List<Value> elements = elements(e, at);
        List<Value> all = elements.stream()
                .filter(v -> at.stream().allMatch(m -> decides(e, v, decisive, m)))
                .toList();
        if (!all.isEmpty()) {
            return List.of(bound(e, all.getFirst(), at, all.size() - 1));
        }
        List<Reason> reasons = new ArrayList<>();
        List<Moment> left = new ArrayList<>(at);
        for (Value v : elements) {
            List<Moment> here =
                    left.stream().filter(m -> decides(e, v, decisive, m)).toList();
            if (!here.isEmpty()) {
                reasons.add(bound(e, v, here, 0).in(here));
                left.removeAll(here);
            }
        }
        return reasons;
    }

    private static boolean decides(Expr.Quantified e, Value element, boolean decisive, Moment m) {
        return m.elements(e.binder().domain()).contains(element)
                && m.with(e.binder().name(), element).is(e.body(), decisive);
    }

    private static List<Reason> instances(Expr.Quantified e, List<Moment> at) {
        List<Value> elements = elements(e, at);
        if (elements.isEmpty()) {
            return List.of(Reason.leaf(Explanation.text(e.binder().domain(), ""), "{}"));
        }
        List<Reason> reasons = new ArrayList<>();
        elements.stream().limit(SHOWN).forEach(v -> reasons.add(bound(e, v, at, 0)));
        if (elements.size() > SHOWN) {
            reasons.add(Reason.leaf("and " + (elements.size() - SHOWN) + " more", ""));
        }
        return reasons;
    }

    /** {@code for a = RM(0), b = RM(1): …}: a quantifier directly within another one of its kind joins it. */
    private static Reason bound(Expr.Quantified e, Value element, List<Moment> at, int more) {
        List<Moment> inside =
                at.stream().map(m -> m.with(e.binder().name(), element)).toList();
        String head = Wording.binder(e) + " = " + element;
        if (e.body() instanceof Expr.Quantified inner && inner.kind() == e.kind()) {
            List<Reason> within = of(inner, inside);
            if (within.size() == 1 && within.getFirst().text().startsWith("for ")) {
                Reason one = within.getFirst();
                return new Reason(
                        "for " + head + ", " + one.text().substring("for ".length()), one.value(), one.because());
            }
        }
        String others = more == 0 ? "" : " (and for " + more + " more)";
        Reason body = Explanation.why(e.body(), inside);
        return new Reason(
                "for " + head + others + ": " + body.text(),
                body.value(),
                body.because(),
                e.body().span());
    }

    private static List<Value> elements(Expr.Quantified e, List<Moment> at) {
        Set<Value> all = new LinkedHashSet<>();
        at.forEach(m -> all.addAll(m.elements(e.binder().domain())));
        return List.copyOf(all);
    }
}
