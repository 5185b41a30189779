package dev.baton.cli.report;

import dev.baton.checker.smt.certificate.Lemmas;
import dev.baton.checker.smt.proof.Outcome;
import dev.baton.checker.smt.prove.Method;
import dev.baton.checker.smt.prove.Obstacle;
import dev.baton.checker.smt.prove.Proof;
import dev.baton.checker.smt.prove.ProofListener;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.Ink;
import dev.baton.trace.StepText;
import dev.baton.trace.TraceStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to say of proofs beside their verdicts, and of what stands in the way of others. */
public final class ProofTexts implements ProofListener {
    private final List<Proof> proofs = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final List<String> bugs = new ArrayList<>();

    @Override
    public void proved(Proof proof) {
        proofs.add(proof);
    }

    @Override
    public void obstacle(Obstacle obstacle) {
        obstacles.add(obstacle);
    }

    @Override
    public void broken(Property property, Method method, Throwable bug) {
        bugs.add(property.name() + " by " + method.label() + ": "
                + bug.getClass().getSimpleName()
                + (bug.getMessage() == null ? "" : ": " + bug.getMessage()));
    }

    /** What went wrong that never should, a sentence each; what else is said stands. */
    public List<String> bugs() {
        return List.copyOf(bugs);
    }

    /**
     * What was proved of one system, together.
     *
     * @param invariant of all proofs
     * @param method how the proofs were found
     */
    public record Proved(SymbolicSystem system, List<Property> properties, List<Term> invariant, String method) {}

    /** The proof of a property, if there is one that says why. */
    Optional<Proof> proof(TransitionSystem system, Property property) {
        return proofs.stream()
                .filter(p -> p.system().system().equals(system) && p.property().equals(property))
                .findFirst();
    }

    /** What stands in the way of a property's proof, if that is known. */
    Optional<Obstacle> obstacle(TransitionSystem system, Property property) {
        return obstacles.stream()
                .filter(o -> o.system().system().equals(system) && o.property().equals(property))
                .findFirst();
    }

    /** What was proved, by system. */
    public List<Proved> proved() {
        Map<SymbolicSystem, List<Proof>> bySystem = new LinkedHashMap<>();
        proofs.forEach(p ->
                bySystem.computeIfAbsent(p.system(), _ -> new ArrayList<>()).add(p));
        List<Proved> all = new ArrayList<>();
        bySystem.forEach((system, of) -> all.add(new Proved(
                system,
                of.stream().map(Proof::property).toList(),
                of.stream().flatMap(p -> p.invariant().stream()).distinct().toList(),
                of.stream().map(p -> p.property().name() + ": " + p.method()).collect(Collectors.joining("; ")))));
        return all;
    }

    /** What each proof rests on. */
    public List<String> proofs(Ink ink) {
        List<String> lines = new ArrayList<>();
        for (Proof proof : proofs) {
            lines.add(ink.bold(proof.property().name())
                    + String.format(
                            Locale.ROOT,
                            ": %s, %.2f s",
                            proof.method(),
                            proof.took().toMillis() / 1e3));
            Lemmas.clauses(proof.system(), proof.invariant()).forEach(clause -> lines.add("  " + clause));
            lines.addAll(PremiseTexts.lines(proof));
            lines.add("");
        }
        return lines;
    }

    /** Why induction alone does not prove what was not decided. */
    public List<String> obstacles(TraceStyle style) {
        List<String> lines = new ArrayList<>();
        for (Obstacle obstacle : obstacles) {
            lines.add(style.ink().bold(obstacle.property().name())
                    + " is not inductive: a step leads from a state that satisfies it to one that does not.");
            lines.add("It may be that the state before can't be reached; a lemma that excludes it would help.");
            lines.addAll(StepText.lines(
                    obstacle.system().system(), obstacle.property(), obstacle.before(), obstacle.step(), style));
            obstacle.blocked()
                    .ifPresentOrElse(
                            learned -> lines.addAll(blocked(obstacle, learned)),
                            () -> lines.add("  No clause is known that excludes the state before."));
            lines.add("");
        }
        return lines;
    }

    private static List<String> blocked(Obstacle obstacle, Outcome.Learned learned) {
        String clause =
                Lemmas.clauses(obstacle.system(), List.of(learned.clause())).getFirst();
        String known = "  A clause that excludes the state before; it holds " + learned.standing() + ":";
        return lemma(obstacle)
                .map(lemma -> List.of(known, "    " + lemma))
                .orElseGet(() -> List.of(known, "    " + clause, "  It speaks of what has no name in the text."));
    }

    /** The clause that excludes the state before as a lemma of the protocol, if it can be said there. */
    static Optional<String> lemma(Obstacle obstacle) {
        return obstacle.blocked()
                .flatMap(l -> Lemmas.lemma(
                        obstacle.system(), l.clause(), obstacle.property().name() + "Needs"));
    }
}
