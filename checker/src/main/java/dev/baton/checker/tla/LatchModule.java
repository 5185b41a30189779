package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Layout;
import dev.baton.checker.tla.syntax.Prefix;
import dev.baton.checker.tla.syntax.Term;
import dev.baton.checker.tla.syntax.Terms;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A module around the emitted one that lets a single run of TLC tell of every property. With {@code -continue} TLC goes
 * on after a violation, but tells of every state that violates the same; here each property is violated once (in each
 * worker) and counts as true from then on.
 */
final class LatchModule {
    static final String NAME = "OnceEach";
    private static final String LATCH = Naming.LATCHED;

    private final TlaModule module;
    private final List<Property> latched;

    /** @param properties those to check; liveness stops TLC in any case and is not latched */
    LatchModule(TlaModule module, List<Property> properties) {
        this.module = module;
        this.latched = properties.stream().filter(p -> predicate(p).isPresent()).toList();
    }

    /** What to check for a property. */
    String operator(Property property) {
        return latched.contains(property) ? LATCH + "_" + plain(property) : plain(property);
    }

    private String plain(Property property) {
        return module.naming().property(property);
    }

    /** What must hold of each state, or of each step. */
    private Optional<Term> predicate(Property property) {
        return switch (property.kind()) {
            case INVARIANT, LEMMA, WELL_DEFINED, OWNERSHIP, COVER -> Optional.of(Terms.word(plain(property)));
            case STEP -> Optional.of(step(module.operator(property).body()));
            case DEADLOCK_FREE -> Optional.empty();
            case EVENTUALLY, ALWAYS_EVENTUALLY, EVENTUALLY_ALWAYS, LEADS_TO -> Optional.empty();
        };
    }

    /** {@code P} of {@code [][P]_vars}, or nothing changes: such a step violates nothing and so may not count. */
    static Term step(Term box) {
        Term unchanged = Terms.unary(Prefix.UNCHANGED, Terms.word(Naming.VARS));
        return Terms.or(List.of(box.children().getFirst().children().getFirst(), unchanged));
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("---- MODULE " + NAME + " ----");
        lines.add("EXTENDS " + module.name() + ", TLC");
        // the last conjunct is false; constant operators are evaluated once and for all, this one reads the state
        lines.add(LATCH + "(Once_i, Once_P) == Once_P \\/ TLCGet(Once_i) \\/ (TLCSet(Once_i, TRUE) /\\ vars # vars)");
        for (int i = 0; i < latched.size(); i++) {
            Property property = latched.get(i);
            Term use =
                    Terms.call(LATCH, Terms.number(i + 1), predicate(property).orElseThrow());
            String head = operator(property) + " == ";
            String box = property.kind() == Property.Kind.STEP ? "[][" : "";
            lines.add("ASSUME TLCSet(" + (i + 1) + ", FALSE)");
            List<String> body = Layout.hang(head + box, Layout.lines(use, 100));
            lines.addAll(body);
            if (!box.isEmpty()) {
                lines.set(lines.size() - 1, lines.getLast() + "]_vars");
            }
        }
        lines.add("====");
        return String.join("\n", lines) + "\n";
    }
}
