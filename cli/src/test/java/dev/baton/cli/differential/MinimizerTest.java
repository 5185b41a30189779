package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Frontend;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.Effort;
import dev.baton.trace.Why;
import dev.baton.trace.minimize.Cost;
import dev.baton.trace.minimize.Minimizer;
import dev.baton.trace.why.WhyFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random walks through random protocols come out minimised: they show the same, and cost no more. */
final class MinimizerTest {
    private static final int LONGEST = 40;
    private static final AtomicInteger SHOWN = new AtomicInteger();
    private static final AtomicInteger BETTER = new AtomicInteger();

    @net.jqwik.api.Property(tries = 250, seed = "20261127", edgeCases = EdgeCasesMode.NONE)
    void costsNoMoreAndShowsTheSame(@ForAll("numbers") List<Integer> numbers) {
        String text = RandomProtocol.of(numbers);
        Optional<TransitionSystem> system = system(text);
        if (system.isEmpty()) {
            return;
        }
        Interpreter interpreter = new Interpreter(system.get());
        for (Property property : system.get().properties()) {
            if (!property.kind().liveness()) {
                walk(interpreter, property, numbers).ifPresent(trace -> check(interpreter, property, trace, text));
            }
        }
    }

    private static void check(Interpreter interpreter, Property property, Trace trace, String text) {
        Trace made = minimised(interpreter, property, trace);
        assertThat(interpreter.shows(property, made)).as(text).isTrue();
        assertThat(replayed(interpreter, made)).as(text).isTrue();
        assertThat(Cost.of(made)).as(text).isLessThanOrEqualTo(Cost.of(trace));
        assertThat(minimised(interpreter, property, trace))
                .as("once more: %s", text)
                .isEqualTo(made);
        Why why = WhyFinder.of(interpreter, property, made, new Effort(5_000, () -> false));
        assertThat(why.steps())
                .as(text)
                .allMatch(i -> i >= 0 && i < made.steps().size());
        SHOWN.incrementAndGet();
        if (Cost.of(made).compareTo(Cost.of(trace)) < 0) {
            BETTER.incrementAndGet();
        }
    }

    private static Trace minimised(Interpreter interpreter, Property property, Trace trace) {
        return Minimizer.of(interpreter, property, trace, Minimizer.Length.ANY, new Effort(20_000, () -> false));
    }

    private static boolean replayed(Interpreter interpreter, Trace trace) {
        State at = interpreter.initial();
        for (Step step : trace.steps()) {
            if (!interpreter.successors(at).contains(step)) {
                return false;
            }
            at = step.after();
        }
        return true;
    }

    /** A walk that the numbers choose, up to where it shows something. */
    private static Optional<Trace> walk(Interpreter interpreter, Property property, List<Integer> numbers) {
        List<Step> steps = new ArrayList<>();
        State at = interpreter.initial();
        for (int i = 0; i < LONGEST; i++) {
            Trace trace = new Trace(interpreter.initial(), steps, OptionalInt.empty());
            if (interpreter.shows(property, trace)) {
                return Optional.of(trace);
            }
            List<Step> next = interpreter.successors(at);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            int number = numbers.isEmpty() ? i : numbers.get(i % numbers.size()) + i;
            steps.add(next.get(Math.floorMod(number, next.size())));
            at = steps.getLast().after();
        }
        return Optional.empty();
    }

    private static Optional<TransitionSystem> system(String text) {
        SourceFile source = new SourceFile("random.baton", text);
        return Frontend.load(Path.of("random.baton"), source)
                .result()
                .flatMap(file -> Frontend.protocol(file, Map.of()).result())
                .map(Lowering::lower);
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Numbers.arbitrary();
    }

    /** So that it is not said of nothing. */
    @AfterContainer
    static void someWalksShowSomething() {
        assertThat(SHOWN.get()).isGreaterThan(40);
        assertThat(BETTER.get()).isGreaterThan(10);
    }
}
