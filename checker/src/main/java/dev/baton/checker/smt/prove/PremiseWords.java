package dev.baton.checker.smt.prove;

import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Origin;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.ActionWords;
import dev.baton.trace.ExprWords;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a condition of a step is to the designer: something that was written, or something that the language promises.
 */
record PremiseWords(TransitionSystem system) {
    private static final Set<Variable.Role> CONTROL = EnumSet.of(Variable.Role.CONTROL);
    private static final Set<Variable.Role> LIFE = EnumSet.of(Variable.Role.LIFE);

    /** What a condition is told as; several that are told as one are one premise. */
    record Told(Premise.Kind kind, String name, Span span) {}

    Told of(Condition condition) {
        if (condition.check().isPresent()) {
            return new Told(
                    Premise.Kind.CHECK,
                    condition.check().get().message(),
                    condition.check().get().span());
        }
        Action action = condition.action();
        Origin origin = action.origin();
        Set<Variable> reads = Shape.reads(condition.expr());
        Set<Variable.Role> roles = EnumSet.noneOf(Variable.Role.class);
        reads.forEach(variable -> roles.add(variable.role()));
        if (roles.contains(Variable.Role.ERROR)) {
            return assumed("nothing happens after an error");
        }
        if (roles.contains(Variable.Role.BUDGET)) {
            return limit(action);
        }
        if (roles.equals(CONTROL)) {
            String own = origin.actor() + "." + origin.unit();
            boolean order = reads.stream().allMatch(v -> v.name().equals(own + ".at"));
            return assumed(
                    order
                            ? "statements of " + own + " are taken in their order"
                            : "no step of " + own + " while a handler runs on its core");
        }
        if (roles.equals(LIFE) && origin.kind() != Origin.Kind.FAULT) {
            return assumed(origin.actor() + " steps only while it and its core are live");
        }
        Span written = condition.expr().span();
        String who = origin.kind() == Origin.Kind.FAULT
                ? origin.text()
                : ActionWords.of(system, action).who();
        return new Told(
                Premise.Kind.GUARD,
                who + ": " + ExprWords.of(condition.expr()),
                written.known() ? written : origin.span());
    }

    private static Told assumed(String promise) {
        return new Told(Premise.Kind.ASSUMPTION, promise, Span.NONE);
    }

    /** As it was declared, without the word {@code fault}. */
    static String fault(Action fault) {
        String text = fault.origin().span().known()
                ? fault.origin().span().text()
                : fault.origin().text();
        return text.strip().replaceAll("\\s+", " ").replaceFirst("^fault ", "");
    }

    Told limit(Action fault) {
        return new Told(Premise.Kind.LIMIT, fault(fault), fault.origin().span());
    }

    Told strikes(Action fault) {
        return new Told(
                Premise.Kind.FAULT, fault.origin().text(), fault.origin().span());
    }

    Told effect(Effect effect) {
        return new Told(
                Premise.Kind.EFFECT,
                "what " + effect.fault().origin().text() + " makes of "
                        + effect.variable().name(),
                effect.fault().origin().span());
    }
}
