package dev.baton.cli.differential;

import dev.baton.checker.CheckResult;
import dev.baton.checker.Reduction;
import dev.baton.checker.Watch;
import dev.baton.checker.explicit.ExplicitEngine;
import dev.baton.checker.interpreter.InterpreterEngine;
import dev.baton.checker.tla.WarmTlcEngine;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.dsl.format.Formatter;
import dev.baton.model.interpreter.Budget;
import dev.baton.model.interpreter.Explorer;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Severity;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of one protocol: through the front end, the formatter and lowering to all engines. */
final class Trial {
    /** More than there are processors: what they find must not depend on who comes first. */
    private static final int WORKERS = 4;

    /** How long the bounded search may take for one protocol, with reductions and without. */
    private static final Duration BUDGET = Duration.ofSeconds(10);

    private final WarmTlcEngine tlc = new WarmTlcEngine();
    private final int largest;
    private final Asked asked;

    /** @param largest state spaces above this are not looked at */
    Trial(int largest) {
        this(largest, Asked.ALL);
    }

    Trial(int largest, Asked asked) {
        this.largest = largest;
        this.asked = asked;
    }

    sealed interface Outcome {}

    /**
     * All said the same.
     *
     * @param reductions those that were applied to it
     * @param proofs how many properties were proved, refuted or undecided, by who said so
     */
    record Agreed(
            Protocol protocol,
            TransitionSystem system,
            CheckResult result,
            Set<Reduction.Kind> reductions,
            Map<String, Map<String, Integer>> proofs)
            implements Outcome {}

    /** Too many states, or no variable at all, of which TLC makes nothing. */
    record Discarded() implements Outcome {}

    /** The bounded search did not come to its end in time; what it said by then was right. */
    record OverTime() implements Outcome {}

    /** Something is wrong: with the generator, the front end, lowering or an engine. */
    record Failed(String stage, String what) implements Outcome {}

    Outcome of(String text) {
        String stage = "front end";
        try {
            Diagnosed<Protocol> protocol = protocol(text);
            if (protocol.result().isEmpty()) {
                return new Failed(stage, errors(protocol.diagnostics()));
            }
            stage = "lowering";
            TransitionSystem system = Lowering.lower(protocol.result().get());
            stage = "formatter";
            Optional<String> changed = formatted(text, system);
            if (changed.isPresent()) {
                return new Failed(stage, changed.get());
            }
            if (system.variables().isEmpty()) {
                return new Discarded();
            }
            stage = "interpreter";
            Budget budget =
                    progress -> progress.distinct() > largest ? Optional.of("too many states") : Optional.empty();
            if (!Explorer.explore(system, List.of(), budget).complete()) {
                return new Discarded();
            }
            if (asked == Asked.SMT) {
                stage = "bounded search";
                return bounded(protocol.result().get(), system);
            }
            CheckResult interpreted = Comparison.ask(new InterpreterEngine(), system);
            if (asked == Asked.PROVE) {
                stage = "proofs";
                Proofs.Found proofs = Proofs.compare(system, interpreted);
                return proofs.differences().isEmpty()
                        ? new Agreed(protocol.result().get(), system, interpreted, Set.of(), proofs.said())
                        : new Failed("disagreement", String.join("\n", proofs.differences()));
            }
            stage = "compiled search";
            Optional<String> searched = searched(system, interpreted);
            if (searched.isPresent()) {
                return new Failed("disagreement", searched.get());
            }
            stage = "early looks for lassos";
            List<String> early = EarlySearches.differences(system, interpreted, WORKERS);
            if (!early.isEmpty()) {
                return new Failed("disagreement", String.join("\n", early));
            }
            stage = "reductions";
            ReducedSearches reduced = new ReducedSearches(system, interpreted, WORKERS);
            reduced.run();
            if (!reduced.differences().isEmpty()) {
                return new Failed("disagreement", String.join("\n", reduced.differences()));
            }
            stage = "TLC";
            Agreed agreed = new Agreed(protocol.result().get(), system, interpreted, reduced.applied(), Map.of());
            return asked == Asked.ALL ? compared(agreed) : agreed;
        } catch (RuntimeException | StackOverflowError e) {
            return new Failed(stage, trace(e));
        }
    }

    private static Outcome bounded(Protocol protocol, TransitionSystem system) {
        CheckResult full = Comparison.ask(new ExplicitEngine(), system);
        BoundedSearches bounded = new BoundedSearches(system, full, BUDGET);
        bounded.run(true);
        bounded.run(false);
        if (!bounded.differences().isEmpty()) {
            return new Failed("disagreement", String.join("\n", bounded.differences()));
        }
        return bounded.finished() ? new Agreed(protocol, system, full, Set.of(), Map.of()) : new OverTime();
    }

    /** In what the compiled search differs from the interpreter, or with several workers from itself. */
    private static Optional<String> searched(TransitionSystem system, CheckResult interpreted) {
        ExplicitEngine engine = new ExplicitEngine();
        Optional<String> refusal = engine.refuses(Comparison.request(system, 1));
        if (refusal.isPresent()) {
            return refusal;
        }
        CheckResult alone = engine.check(Comparison.request(system, 1), Watch.NOBODY);
        List<String> differences = new ArrayList<>(Comparison.differences(system, interpreted, alone));
        if (alone.complete() && alone.coverage().isEmpty()) {
            differences.add("the compiled search does not know what is used");
        }
        CheckResult together = engine.check(Comparison.request(system, WORKERS), Watch.NOBODY);
        if (!together.answers().equals(alone.answers())) {
            differences.add("with " + WORKERS + " workers: " + together.answers() + "\nalone: " + alone.answers());
        }
        differences.addAll(Comparison.differences(system, alone, together));
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", differences));
    }

    /** What TLC loaded once says is believed where it agrees; where not, TLC is loaded anew and asked again. */
    private Outcome compared(Agreed others) {
        try {
            if (Comparison.differences(others.system, others.result, Comparison.ask(tlc, others.system))
                    .isEmpty()) {
                return others;
            }
        } catch (RuntimeException e) {
            // asked again below
        }
        List<String> differences =
                Comparison.differences(others.system, others.result, Comparison.ask(tlc.anew(), others.system));
        return differences.isEmpty() ? others : new Failed("disagreement", String.join("\n", differences));
    }

    /** The system of a text that has no errors. */
    static Optional<TransitionSystem> lowered(String text) {
        return protocol(text).result().map(Lowering::lower);
    }

    static Diagnosed<Protocol> protocol(String text) {
        SourceFile source = new SourceFile("random.baton", text);
        Diagnosed<LoadedFile> loaded = Frontend.load(Path.of("random.baton"), source);
        return loaded.result().isEmpty()
                ? new Diagnosed<>(Optional.empty(), loaded.diagnostics())
                : Frontend.protocol(loaded.result().get(), Map.of());
    }

    private static String errors(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(d -> d.code().severity() == Severity.ERROR)
                .map(Diagnostic::render)
                .collect(Collectors.joining());
    }

    /** What formatting changes and must not. */
    private static Optional<String> formatted(String text, TransitionSystem system) {
        Diagnosed<String> once = Formatter.format(new SourceFile("random.baton", text));
        if (once.result().isEmpty()) {
            return Optional.of("does not format: " + errors(once.diagnostics()));
        }
        String styled = once.result().get();
        Diagnosed<String> twice = Formatter.format(new SourceFile("random.baton", styled));
        if (!twice.result().equals(once.result())) {
            return Optional.of("formatting the formatted text changes it");
        }
        Diagnosed<Protocol> again = protocol(styled);
        if (again.result().isEmpty()) {
            return Optional.of("the formatted text is refused: " + errors(again.diagnostics()));
        }
        String before = Bare.text(system);
        String after = Bare.text(Lowering.lower(again.result().get()));
        return before.equals(after)
                ? Optional.empty()
                : Optional.of("the formatted text means something else:\n" + apart(before, after));
    }

    private static String apart(String before, String after) {
        int i = 0;
        while (i < Math.min(before.length(), after.length()) && before.charAt(i) == after.charAt(i)) {
            i++;
        }
        int from = Math.max(0, i - 100);
        return before.substring(from, Math.min(before.length(), i + 100)) + "\n"
                + after.substring(from, Math.min(after.length(), i + 100));
    }

    private static String trace(Throwable e) {
        List<String> lines = new ArrayList<>();
        for (Throwable at = e; at != null; at = at.getCause()) {
            lines.add(String.valueOf(at));
            for (int i = 0; i < Math.min(8, at.getStackTrace().length); i++) {
                lines.add("    at " + at.getStackTrace()[i]);
            }
        }
        return String.join("\n", lines);
    }
}
