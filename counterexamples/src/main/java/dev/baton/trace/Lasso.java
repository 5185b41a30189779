package dev.baton.trace;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.interpreter.Environment;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a lasso breaks a liveness property: for which values of its outermost quantifiers, from which state on, and in
 * which states the awaited predicate is false.
 *
 * @param instance {@code s = Spawn(1)}; empty without quantifiers
 * @param cause for {@code leads to}: the last state in which the cause holds and after which the effect never does
 * @param missing the states to explain: those of the loop, or of them the first in which it is false
 */
public record Lasso(String instance, Expr awaited, Optional<Moment> cause, List<Moment> missing) {

    /** Empty if the trace does not break the property, for any values. */
    public static Optional<Lasso> of(Interpreter interpreter, Property property, Trace trace) {
        List<Moment> all = new ArrayList<>();
        for (int i = 0; i <= trace.steps().size(); i++) {
            all.add(new Moment(i, interpreter.evaluator(trace.state(i)), Environment.EMPTY));
        }
        return bind(property, 0, "", all, trace.loop());
    }

    private static Optional<Lasso> bind(
            Property property, int binder, String instance, List<Moment> all, OptionalInt loop) {
        if (binder == property.binders().size()) {
            return read(property, instance, all, loop);
        }
        Binder b = property.binders().get(binder);
        for (Value value : all.getFirst().elements(b.domain())) {
            String longer = instance + (instance.isEmpty() ? "" : ", ") + b.name() + " = " + value;
            List<Moment> bound = all.stream().map(m -> m.with(b.name(), value)).toList();
            Optional<Lasso> found = bind(property, binder + 1, longer, bound, loop);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Lasso> read(Property property, String instance, List<Moment> all, OptionalInt loop) {
        Expr left = property.left();
        int from = loop.orElse(all.size() - 1);
        // The last state of a loop is its first once more.
        int end = from == all.size() - 1 ? all.size() : all.size() - 1;
        List<Moment> again = all.subList(from, end);
        return switch (property.kind()) {
            case EVENTUALLY -> never(left, all) ? Optional.of(lasso(instance, left, again)) : Optional.empty();
            case ALWAYS_EVENTUALLY -> never(left, again) ? Optional.of(lasso(instance, left, again)) : Optional.empty();
            case EVENTUALLY_ALWAYS ->
                again.stream().filter(m -> !m.is(left, true)).findFirst().map(m -> lasso(instance, left, List.of(m)));
            case LEADS_TO -> {
                Expr effect = property.right().orElseThrow();
                if (!never(effect, again)) {
                    yield Optional.empty();
                }
                int silent = all.size();
                while (silent > 0 && !all.get(silent - 1).is(effect, true)) {
                    silent--;
                }
                yield all.subList(silent, all.size()).stream()
                        .filter(m -> m.is(left, true))
                        .findFirst()
                        .map(m -> new Lasso(instance, effect, Optional.of(m), again));
            }
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, DEADLOCK_FREE, STEP, COVER -> Optional.empty();
        };
    }

    private static Lasso lasso(String instance, Expr awaited, List<Moment> missing) {
        return new Lasso(instance, awaited, Optional.empty(), missing);
    }

    private static boolean never(Expr predicate, List<Moment> at) {
        return at.stream().noneMatch(m -> m.is(predicate, true));
    }
}
