package dev.baton.cli.differential;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Engine;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What two engines say of one system, side by side. */
final class Comparison {
    private Comparison() {}

    static CheckResult ask(Engine engine, TransitionSystem system) {
        return engine.check(request(system, 1), Watch.NOBODY);
    }

    /** All properties, and no bounds. */
    static CheckRequest request(TransitionSystem system, int workers) {
        return new CheckRequest(system, system.properties(), workers, Optional.empty(), Optional.empty());
    }

    /** In what the engines differ, a sentence each; empty if they agree. */
    static List<String> differences(TransitionSystem system, CheckResult one, CheckResult other) {
        List<String> differences = new ArrayList<>();
        differ("distinct states", one.distinct(), other.distinct(), differences);
        differ("generated states", one.generated(), other.generated(), differences);
        differ("depth", one.depth(), other.depth(), differences);
        differ("complete", one.complete(), other.complete(), differences);
        if (one.coverage().isPresent() && other.coverage().isPresent()) {
            differ(
                    "what is used",
                    one.coverage().get().seen(),
                    other.coverage().get().seen(),
                    differences);
        }
        differences.addAll(answers(system, one.answers(), other.answers()));
        return differences;
    }

    /** In what answers to the same questions differ. */
    static List<String> answers(
            TransitionSystem system, List<CheckResult.Answer> some, List<CheckResult.Answer> others) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            CheckResult.Answer a = some.get(i);
            CheckResult.Answer b = others.get(i);
            String name = a.property().kind() + " " + a.property().name();
            differ("verdict on " + name, word(a.verdict()), word(b.verdict()), differences);
            if (!a.property().kind().liveness()) {
                differ("length of the trace of " + name, length(a.verdict()), length(b.verdict()), differences);
            }
            replays(system, a, differences);
            replays(system, b, differences);
        }
        return differences;
    }

    private static void differ(String what, Object one, Object other, List<String> into) {
        if (!one.equals(other)) {
            into.add(what + ": " + one + " and " + other);
        }
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> "holds";
            case Verdict.Violated v -> "violated";
            case Verdict.Unknown v -> "unknown, " + v.reason();
        };
    }

    private static OptionalInt length(Verdict verdict) {
        return trace(verdict).map(t -> OptionalInt.of(t.length())).orElse(OptionalInt.empty());
    }

    private static Optional<Trace> trace(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Holds v -> v.witness();
            case Verdict.Violated v -> v.trace();
            case Verdict.Unknown v -> Optional.empty();
        };
    }

    private static void replays(TransitionSystem system, CheckResult.Answer answer, List<String> into) {
        Property property = answer.property();
        boolean cover = property.kind() == Property.Kind.COVER;
        Optional<Trace> trace = trace(answer.verdict());
        boolean owed = answer.verdict() instanceof Verdict.Violated != cover;
        if (owed && trace.isEmpty() && !(answer.verdict() instanceof Verdict.Unknown)) {
            if (answer.verdict() instanceof Verdict.Violated || cover) {
                into.add("no trace of " + property.name());
            }
            return;
        }
        if (trace.isPresent() && !new Interpreter(system).shows(property, trace.get())) {
            into.add("a trace of " + property.name() + " shows nothing");
        }
    }
}
