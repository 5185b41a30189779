package dev.baton.checker.smt.script;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A system with an inductive invariant that proves properties of it, as a script: {@link SmtScript}'s functions, a
 * function for each clause of the invariant, and the three questions that make it a proof.
 */
public final class ProofScript {
    private final SymbolicSystem system;
    private final Vocabulary vocabulary;
    private final SystemDefinitions steps;
    private final PropertyDefinitions asked;
    private final String invariant;
    private final String invariantAfter;

    /** @param proved state invariants, STEPs, DEADLOCK_FREE */
    public ProofScript(SymbolicSystem system, List<Property> proved) {
        this.system = system;
        this.vocabulary = new Vocabulary(system);
        this.steps = new SystemDefinitions(vocabulary);
        this.asked = new PropertyDefinitions(vocabulary, steps, proved);
        this.invariant = vocabulary.claim("invariant");
        this.invariantAfter = vocabulary.claim("invariant'");
    }

    /** What the system and what is proved are, without a comment: the same text for the same formulas. */
    public String formulas() {
        List<Definition> all = given();
        Functions functions = vocabulary.functions(all);
        List<String> lines = new ArrayList<>();
        vocabulary.declarations().stream().filter(l -> !l.startsWith(";")).forEach(lines::add);
        all.forEach(d -> lines.addAll(functions.define(d.symbol(), d.term(), List.of())));
        return String.join("\n", lines) + "\n";
    }

    /** The free constants of the script, by their symbols. */
    public Map<String, Term> constants() {
        Map<String, Term> constants = new LinkedHashMap<>();
        for (Leaf leaf : system.leaves()) {
            constants.put(vocabulary.symbol(leaf.now()), leaf.now());
            constants.put(vocabulary.symbol(leaf.next()), leaf.next());
        }
        return constants;
    }

    /** The symbol of a clause, by its number from 1. */
    public static String clause(int number) {
        return "|clause " + number + "|";
    }

    private static String clauseAfter(int number) {
        return "|clause " + number + "'|";
    }

    private List<Definition> given() {
        return Stream.of(steps.states(), steps.frames(), steps.moves(), asked.definitions())
                .flatMap(List::stream)
                .toList();
    }

    private List<Definition> invariant(List<Term> clauses) {
        Substitution next = PropertyDefinitions.next(system);
        List<Definition> all = new ArrayList<>();
        List<Term> now = new ArrayList<>(List.of(steps.wellFormed()));
        List<Term> after = new ArrayList<>(List.of(next.of(system.wellFormed())));
        for (int i = 1; i <= clauses.size(); i++) {
            all.add(new Definition(clause(i), clauses.get(i - 1), List.of()));
            now.add(vocabulary.reference(clause(i)));
        }
        for (int i = 1; i <= clauses.size(); i++) {
            all.add(new Definition(clauseAfter(i), next.of(clauses.get(i - 1)), List.of()));
            after.add(vocabulary.reference(clauseAfter(i)));
        }
        all.add(new Definition(invariant, system.terms().all(now), List.of("The invariant.")));
        all.add(new Definition(invariantAfter, system.terms().all(after), List.of("The invariant after a step.")));
        return all;
    }

    /** The definitions that a script of this proof has, as terms over free constants alone, by their symbols. */
    public Map<String, Term> definitions(List<Term> clauses) {
        Map<Term, Term> meanings = new HashMap<>();
        Map<String, Term> all = new LinkedHashMap<>();
        vocabulary
                .constants()
                .byType()
                .values()
                .forEach(members ->
                        members.forEach(m -> all.put(m.symbol(), system.terms().number(m.value(), m.width()))));
        List<Definition> definitions = new ArrayList<>(given());
        definitions.addAll(invariant(clauses));
        for (Definition definition : definitions) {
            Term meaning = new Substitution(system.terms(), meanings).of(definition.term());
            all.put(definition.symbol(), meaning);
            meanings.put(vocabulary.reference(definition.symbol()), meaning);
        }
        return all;
    }

    /**
     * The whole script.
     *
     * @param comment paragraphs at the top
     * @param information lines of {@code set-info}
     */
    public String text(List<Term> clauses, List<String> comment, List<String> information) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : comment) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of(";"));
            lines.addAll(Comment.of(paragraph));
        }
        lines.addAll(information);
        lines.add("(set-logic QF_BV)");
        List<Definition> found = invariant(clauses);
        Functions functions = vocabulary.functions(
                Stream.of(given(), found).flatMap(List::stream).toList());
        lines.addAll(Comment.heading("State"));
        lines.addAll(vocabulary.declarations());
        section(
                lines,
                functions,
                "The first state, and steps",
                Stream.of(steps.states(), steps.frames(), steps.moves())
                        .flatMap(List::stream)
                        .toList());
        section(lines, functions, "What is proved", asked.definitions());
        section(lines, functions, "The invariant", found);
        lines.addAll(Comment.heading("The proof: no state satisfies any of these"));
        lines.addAll(questions());
        return String.join("\n", lines) + "\n";
    }

    private static void section(List<String> lines, Functions functions, String title, List<Definition> definitions) {
        lines.addAll(Comment.heading(title));
        for (Definition definition : definitions) {
            List<String> comment = definition.comment().stream()
                    .flatMap(text -> Comment.of(text).stream())
                    .toList();
            if (!comment.isEmpty() && !lines.getLast().isEmpty()) {
                lines.add("");
            }
            lines.addAll(functions.define(definition.symbol(), definition.term(), comment));
        }
    }

    /** Initiation, consecution, safety: commands that ask, each expected to be answered by {@code unsat}. */
    public List<String> questions() {
        List<String> lines = new ArrayList<>();
        ask(
                lines,
                "Initiation: is the first state outside of the invariant?",
                vocabulary.symbol(steps.init()),
                not(invariant));
        ask(
                lines,
                "Consecution: does a step lead out of the invariant?",
                invariant,
                vocabulary.symbol(steps.step()),
                not(invariantAfter));
        for (PropertyDefinitions.Stated stated : asked.stated()) {
            List<String> asserted = new ArrayList<>(List.of(invariant));
            if (stated.property().kind() == Property.Kind.STEP) {
                asserted.add(vocabulary.symbol(steps.step()));
            }
            asserted.add(not(stated.here()));
            ask(
                    lines,
                    "Safety: does the invariant allow a violation of "
                            + stated.property().name() + "?",
                    asserted.toArray(String[]::new));
        }
        return lines;
    }

    private static String not(String symbol) {
        return "(not " + symbol + ")";
    }

    private static void ask(List<String> lines, String question, String... asserted) {
        lines.addAll(Comment.of(question));
        lines.add("(push 1)");
        for (String formula : asserted) {
            lines.add("(assert " + formula + ")");
        }
        lines.add("(set-info :status unsat)");
        lines.add("(check-sat)");
        lines.add("(pop 1)");
    }

    /** A script that asks whether terms over the state can all be true. */
    public static String question(SymbolicSystem system, List<Term> asserted) {
        Vocabulary vocabulary = new Vocabulary(system);
        List<Definition> parts = IntStream.range(0, asserted.size())
                .mapToObj(i -> new Definition(vocabulary.claim("part " + i), asserted.get(i), List.of()))
                .toList();
        Functions functions = vocabulary.functions(parts);
        List<String> lines = new ArrayList<>();
        lines.add("(set-logic QF_BV)");
        vocabulary.declarations().stream()
                .filter(l -> !l.startsWith(";") && !l.isEmpty())
                .forEach(lines::add);
        for (Definition part : parts) {
            lines.addAll(functions.define(part.symbol(), part.term(), List.of()));
            lines.add("(assert " + part.symbol() + ")");
        }
        lines.add("(check-sat)");
        return String.join("\n", lines) + "\n";
    }
}
