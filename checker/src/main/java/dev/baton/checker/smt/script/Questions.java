package dev.baton.checker.smt.script;

import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.List;

/** What can be asked of a script as it stands. */
final class Questions {
    private final Vocabulary vocabulary;
    private final SystemDefinitions steps;
    private final List<PropertyDefinitions.Stated> stated;
    private final List<String> lines = new ArrayList<>();

    Questions(Vocabulary vocabulary, SystemDefinitions steps, List<PropertyDefinitions.Stated> stated) {
        this.vocabulary = vocabulary;
        this.steps = steps;
        this.stated = stated;
    }

    /** For each property whether the first state has it, and whether steps keep it if all are taken together. */
    List<String> lines() {
        String init = vocabulary.symbol(steps.init());
        String step = vocabulary.symbol(steps.step());
        String wellFormed = vocabulary.symbol(steps.wellFormed());
        List<PropertyDefinitions.Stated> kept = stated.stream()
                .filter(s ->
                        s.property().kind().stateInvariant() || s.property().kind() == Property.Kind.DEADLOCK_FREE)
                .toList();
        for (PropertyDefinitions.Stated s : kept) {
            ask(
                    "Does the first state violate " + s.property().name() + "?",
                    "unsat: it does not.",
                    List.of(init, "(not " + s.here() + ")"));
        }
        List<String> all = new ArrayList<>(List.of(wellFormed));
        kept.forEach(s -> all.add(s.here()));
        all.add(step);
        for (PropertyDefinitions.Stated s : kept) {
            List<String> asserted = new ArrayList<>(all);
            asserted.add("(not " + s.after() + ")");
            ask(
                    "Does a step violate " + s.property().name() + " from a state with all properties?",
                    "unsat of all of these: they hold in every reachable state. sat: nothing is known, the state need"
                            + " not be reachable.",
                    asserted);
        }
        for (PropertyDefinitions.Stated s : stated) {
            if (s.property().kind() == Property.Kind.STEP) {
                List<String> asserted = new ArrayList<>(all);
                asserted.add("(not " + s.here() + ")");
                ask(
                        "Does a step from a state with all properties violate "
                                + s.property().name() + "?",
                        "unsat, and those above: no step from a reachable state does.",
                        asserted);
            }
        }
        return lines;
    }

    private void ask(String question, String meaning, List<String> asserted) {
        lines.addAll(Comment.of(question + " " + meaning));
        lines.add("(push 1)");
        asserted.forEach(formula -> lines.add("(assert " + formula + ")"));
        lines.add("(echo \"" + question.replace("\"", "\"\"") + "\")");
        lines.add("(check-sat)");
        lines.add("(pop 1)");
    }
}
