package dev.baton.cli.differential;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.smt.ProofEngine;
import dev.baton.checker.smt.prove.Method;
import dev.baton.checker.smt.prove.ProofListener;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the methods of proofs say of safety properties, all at once and each alone, beside an engine that has seen every
 * state. That nothing is decided is no difference, and counted.
 */
final class Proofs {
    private static final Duration TOGETHER = Duration.ofSeconds(2);
    private static final Duration ALONE = Duration.ofSeconds(1);

    private final TransitionSystem system;
    private final Map<Property, Verdict> expected;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, Map<String, Integer>> said = new TreeMap<>();

    private Proofs(TransitionSystem system, Map<Property, Verdict> expected) {
        this.system = system;
        this.expected = expected;
    }

    /**
     * What was found.
     *
     * @param differences a sentence each
     * @param said how many properties were held for what, by who said so
     */
    record Found(List<String> differences, Map<String, Map<String, Integer>> said) {}

    /** @param full of an engine that visits every state */
    static Found compare(TransitionSystem system, CheckResult full) {
        Map<Property, Verdict> expected = new LinkedHashMap<>();
        full.answers().stream()
                .filter(a -> ProofEngine.decides(a.property()))
                .forEach(a -> expected.put(a.property(), a.verdict()));
        Proofs proofs = new Proofs(system, expected);
        if (!expected.isEmpty()) {
            proofs.ask("all methods", Method.usual(), TOGETHER);
            // a process for each property is too much here; the tests of methods have it
            for (Method method : EnumSet.complementOf(EnumSet.of(Method.SPACER))) {
                proofs.ask(method.label(), List.of(method), ALONE);
            }
        }
        return new Found(proofs.differences, proofs.said);
    }

    private void ask(String who, List<Method> methods, Duration timeout) {
        CheckRequest request =
                new CheckRequest(system, List.copyOf(expected.keySet()), 1, Optional.of(timeout), Optional.empty());
        for (CheckResult.Answer answer : new ProofEngine(ProofListener.NOBODY, methods)
                .check(request, Watch.NOBODY)
                .answers()) {
            compare(who, answer.property(), answer.verdict());
        }
    }

    private void compare(String who, Property property, Verdict verdict) {
        Verdict right = Objects.requireNonNull(expected.get(property));
        String what = property.kind() + " " + property.name() + " by " + who + ": ";
        count(who, verdict);
        switch (verdict) {
            case Verdict.Holds _ -> {
                if (!(right instanceof Verdict.Holds)) {
                    differences.add(what + "proved, and " + Comparison.word(right));
                }
            }
            case Verdict.Violated violated -> {
                if (!(right instanceof Verdict.Violated)) {
                    differences.add(what + "refuted, and " + Comparison.word(right));
                }
                if (!new Interpreter(system).shows(property, violated.trace().orElseThrow())) {
                    differences.add(what + "the trace shows nothing");
                }
            }
            case Verdict.Unknown unknown -> {
                if (unknown.reason().contains("internal error")
                        || unknown.reason().contains("stand a check")) {
                    differences.add(what + unknown.reason());
                }
            }
        }
    }

    private void count(String who, Verdict verdict) {
        String word = switch (verdict) {
            case Verdict.Holds _ -> "proved";
            case Verdict.Violated _ -> "refuted";
            case Verdict.Unknown _ -> "undecided";
        };
        said.computeIfAbsent(who, _ -> new TreeMap<>()).merge(word, 1, Integer::sum);
    }
}
