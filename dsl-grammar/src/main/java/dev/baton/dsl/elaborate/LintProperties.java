package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Shape;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Code;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;

/** Properties that say nothing of the state. */
final class LintProperties {
    private LintProperties() {}

    static void lint(Protocol protocol, Problems problems) {
        for (Property p : protocol.properties()) {
            List<Expr> asked = new ArrayList<>(List.of(p.left()));
            p.right().ifPresent(asked::add);
            String word = switch (p.kind()) {
                case INVARIANT -> "the invariant";
                case LEMMA -> "the lemma";
                case STEP -> "the step property";
                case COVER -> "the cover";
                case EVENTUALLY,
                        ALWAYS_EVENTUALLY,
                        EVENTUALLY_ALWAYS,
                        LEADS_TO,
                        WELL_DEFINED,
                        OWNERSHIP,
                        DEADLOCK_FREE -> "the liveness property";
            };
            constant(word, p.name(), asked, p.span(), problems);
        }
        for (Protocol.Until u : protocol.untils()) {
            constant("the liveness property", u.name(), List.of(u.hold(), u.goal()), u.span(), problems);
        }
    }

    private static void constant(String word, String name, List<Expr> asked, Span span, Problems problems) {
        if (asked.stream().allMatch(e -> Shape.reads(e).isEmpty() && !Asks.any(e))) {
            problems.say(Code.B0809, LintSignals.head(span), word, name);
        }
    }
}
