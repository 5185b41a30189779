package dev.baton.checker.smt.script;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.Move;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import dev.baton.model.expr.Variable;
import dev.baton.model.system.Origin;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a system is, as functions over its state and the state after a step: where it begins, what steps there are. */
final class SystemDefinitions {
    private final Vocabulary vocabulary;
    private final SymbolicSystem system;
    private final Terms terms;
    private final Map<Variable, List<Leaf>> leaves = new LinkedHashMap<>();
    private final Map<Variable, Term> stays = new LinkedHashMap<>();

    private final List<Definition> states = new ArrayList<>();
    private final List<Definition> frames = new ArrayList<>();
    private final List<Definition> moves = new ArrayList<>();
    private final List<Term> enabled = new ArrayList<>();
    private final Term init;
    private final Term wellFormed;
    private final Term step;
    private final Term unchanged;

    SystemDefinitions(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.system = vocabulary.system();
        this.terms = system.terms();
        system.leaves()
                .forEach(leaf -> leaves.computeIfAbsent(leaf.variable(), _ -> new ArrayList<>())
                        .add(leaf));
        this.init = defined(
                states,
                "init",
                terms.all(system.leaves().stream()
                        .map(leaf -> terms.equal(leaf.now(), leaf.initial()))
                        .toList()),
                List.of("The first state."));
        this.wellFormed = defined(
                states,
                "well-formed",
                system.wellFormed(),
                List.of("What is true of every state: numbers are in range, and what is not there is zero."));
        leaves.forEach((variable, parts) -> stays.put(
                variable,
                defined(
                        frames,
                        variable.name() + " stays",
                        terms.all(parts.stream().map(this::same).toList()),
                        List.of())));
        this.unchanged =
                defined(frames, "unchanged", terms.all(List.copyOf(stays.values())), List.of("Nothing changes."));
        List<Term> all = new ArrayList<>();
        system.moves().forEach(move -> all.add(move(move)));
        this.step = defined(moves, "step", terms.any(all), List.of("Any of these."));
    }

    private Term defined(List<Definition> section, String name, Term term, List<String> comment) {
        String symbol = vocabulary.claim(name);
        section.add(new Definition(symbol, term, comment));
        return vocabulary.reference(symbol);
    }

    private Term same(Leaf leaf) {
        return terms.equal(leaf.next(), leaf.now());
    }

    private Term move(Move move) {
        Term guard = defined(moves, move.label() + " enabled", move.guard(), told(move));
        enabled.add(guard);
        List<Term> parts = new ArrayList<>(List.of(guard));
        Set<Variable> changed = new HashSet<>();
        move.changes().forEach((leaf, value) -> {
            Leaf place = system.leaves().get(leaf);
            changed.add(place.variable());
            parts.add(terms.equal(place.next(), value));
        });
        leaves.forEach((variable, places) -> {
            if (!changed.contains(variable)) {
                parts.add(stays.getOrDefault(variable, terms.yes));
            } else {
                places.stream()
                        .filter(place -> !move.changes().containsKey(place.number()))
                        .forEach(place -> parts.add(same(place)));
            }
        });
        return defined(moves, move.label(), terms.all(parts), List.of());
    }

    private List<String> told(Move move) {
        Origin origin = move.action().origin();
        StringBuilder text = new StringBuilder(origin.actor());
        text.append(origin.unit().isEmpty() ? "" : " " + origin.unit())
                .append(": ")
                .append(origin.text());
        for (int i = 0; i < move.arguments().size(); i++) {
            text.append(i == 0 ? ", with " : ", ")
                    .append(move.action().parameters().get(i).name())
                    .append(" = ")
                    .append(shown(move.arguments().get(i)));
        }
        if (origin.span().known()) {
            text.append(" (")
                    .append(origin.span().file().name())
                    .append(':')
                    .append(origin.span().line());
            text.append(')');
        }
        move.site()
                .ifPresent(site -> text.append(". Fails: ")
                        .append(system.system()
                                .error()
                                .orElseThrow()
                                .sites()
                                .get(site)
                                .message()));
        return List.of(text.toString());
    }

    private static String shown(Value value) {
        return value instanceof Value.Member(Type.Index type, int _) && type.single() ? type.name() : value.toString();
    }

    List<Definition> states() {
        return states;
    }

    /** That variables keep their values. */
    List<Definition> frames() {
        return frames;
    }

    List<Definition> moves() {
        return moves;
    }

    /** References to the functions of these names. */
    Term init() {
        return init;
    }

    Term wellFormed() {
        return wellFormed;
    }

    Term step() {
        return step;
    }

    Term unchanged() {
        return unchanged;
    }

    /** Of each move whether it can be taken. */
    List<Term> enabled() {
        return enabled;
    }
}
