package dev.baton.cli.differential;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Verdict.Guarantee;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.SmtEngine;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The bounded search beside one that has visited every state, as deep as the farthest state: it finds every violation
 * and witness of safety, as short as they are, and no other; lassos no longer than the other's where they fit; and what
 * it does not find it does not claim to be absent, or rightly so.
 */
public final class BoundedSearches {
    /** Lassos may be longer than the way to the farthest state. */
    private static final int DEEPEST = 40;

    private final TransitionSystem system;
    private final CheckResult full;
    private final Duration budget;
    private final List<String> differences = new ArrayList<>();
    private List<CheckResult.Answer> answers = List.of();
    private boolean finished = true;

    /** @param full of a search that visited every state and gives shortest traces, of all properties */
    public BoundedSearches(TransitionSystem system, CheckResult full, Duration budget) {
        this.system = system;
        this.full = full;
        this.budget = budget;
    }

    /**
     * Searches and compares.
     *
     * @param reduce whether the bounded search may leave out orders of steps
     */
    public void run(boolean reduce) {
        compare(depth(), reduce);
    }

    /** In what the searches differ, a sentence each. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** What the bounded search said last; empty if it was refused. */
    public List<CheckResult.Answer> answers() {
        return answers;
    }

    /** Whether the bounded search came to its bound within its budget. */
    public boolean finished() {
        return finished;
    }

    /** How deep it searches: a bad step may leave the farthest state. */
    public int depth() {
        int farthest = full.depth().orElseThrow();
        int lasso = full.answers().stream()
                .flatMap(answer -> trace(answer.verdict()).stream())
                .mapToInt(trace -> trace.steps().size())
                .filter(steps -> steps <= DEEPEST)
                .max()
                .orElse(0);
        return Math.max(farthest, lasso);
    }

    private void compare(int depth, boolean reduce) {
        SmtEngine engine = new SmtEngine();
        CheckRequest request = new CheckRequest(
                system,
                full.answers().stream().map(CheckResult.Answer::property).toList(),
                1,
                Optional.of(budget),
                Optional.empty(),
                OptionalInt.of(depth),
                false,
                Optional.empty(),
                reduce);
        Optional<String> refusal = engine.refuses(request);
        if (refusal.isPresent()) {
            if (!refusal.get().contains("terms") && !refusal.get().contains("kinds of steps")) {
                differences.add("refused: " + refusal.get());
            }
            finished = false;
            return;
        }
        CheckResult bounded = engine.check(request, Watch.NOBODY);
        answers = bounded.answers();
        for (int i = 0; i < full.answers().size(); i++) {
            CheckResult.Answer answer = full.answers().get(i);
            compare(answer, bounded.answers().get(i), depth)
                    .ifPresent(difference -> differences.add(answer.property().kind() + " "
                            + answer.property().name() + ", depth " + depth + (reduce ? ", reduced: " : ": ")
                            + difference));
        }
    }

    private Optional<String> compare(CheckResult.Answer answer, CheckResult.Answer other, int depth) {
        Verdict whole = answer.verdict();
        Verdict bounded = other.verdict();
        Optional<Trace> shortest = trace(whole);
        Optional<Trace> found = trace(bounded);
        if (found.isPresent() && !new Interpreter(system).shows(other.property(), found.get())) {
            return Optional.of("a trace that shows nothing");
        }
        Optional<String> difference = switch (bounded) {
            case Verdict.Unknown unknown -> {
                if (!unknown.reason().startsWith("bounded: ")) {
                    finished &= !unknown.reason().startsWith("timeout");
                    yield unknown.reason().startsWith("timeout") ? Optional.empty() : Optional.of(unknown.reason());
                }
                yield shortest.filter(trace -> trace.steps().size() <= depth)
                        .map(trace -> "not found in " + trace.steps().size() + " steps");
            }
            case Verdict.Holds holds -> sameVerdict(whole, bounded, holds.guarantee(), found);
            case Verdict.Violated violated -> sameVerdict(whole, bounded, violated.guarantee(), found);
        };
        return difference.isEmpty() && found.isPresent() && shortest.isPresent()
                ? lengths(other.property(), shortest.get(), found.get())
                : difference;
    }

    private static Optional<String> sameVerdict(
            Verdict whole, Verdict bounded, Guarantee guarantee, Optional<Trace> found) {
        if (!Comparison.word(whole).equals(Comparison.word(bounded))) {
            return Optional.of(Comparison.word(whole) + " and, by the bounded search, " + Comparison.word(bounded));
        }
        return found.isPresent() || guarantee instanceof Guarantee.AllWithin || guarantee instanceof Guarantee.Proof
                ? Optional.empty()
                : Optional.of(guarantee + " of a bounded search without a trace");
    }

    private static Optional<String> lengths(Property property, Trace shortest, Trace found) {
        int wanted = shortest.steps().size();
        int steps = found.steps().size();
        boolean right = property.kind().liveness() ? states(found) <= states(shortest) : steps == wanted;
        return right ? Optional.empty() : Optional.of(steps + " steps, where " + wanted + " are enough");
    }

    /** The states of stem and loop. */
    private static int states(Trace lasso) {
        boolean stops = lasso.loop().orElseThrow() == lasso.steps().size();
        return stops ? lasso.length() : lasso.length() - 1;
    }

    private static Optional<Trace> trace(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> v.witness();
            case Verdict.Violated v -> v.trace();
            case Verdict.Unknown _ -> Optional.empty();
        };
    }
}
