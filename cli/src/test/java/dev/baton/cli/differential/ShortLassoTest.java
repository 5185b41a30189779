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
import dev.baton.trace.minimize.Cost;
import dev.baton.trace.minimize.ShortLasso;
import dev.baton.trace.minimize.Shortest;
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

/**
 * Lassos of random protocols against the obvious way: all behaviours of so many steps, each closed wherever it can be.
 */
final class ShortLassoTest {
    private static final int LONGEST = 5;
    private static final int MOST = 8_000;
    private static final AtomicInteger FOUND = new AtomicInteger();
    private static final AtomicInteger NONE = new AtomicInteger();

    private int left;

    @net.jqwik.api.Property(tries = 60, seed = "20261127", edgeCases = EdgeCasesMode.NONE)
    void noLassoIsShorter(@ForAll("numbers") List<Integer> numbers) {
        String text = RandomProtocol.of(numbers);
        Optional<TransitionSystem> system = system(text);
        if (system.isEmpty()) {
            return;
        }
        Interpreter interpreter = new Interpreter(system.get());
        for (Property property : system.get().properties()) {
            if (property.kind().liveness()) {
                left = MOST;
                Optional<Trace> obvious = obvious(interpreter, property);
                if (left > 0) {
                    compare(interpreter, property, obvious, text);
                }
            }
        }
    }

    private static void compare(Interpreter interpreter, Property property, Optional<Trace> obvious, String text) {
        Shortest.Answer answer = ShortLasso.of(
                interpreter,
                property,
                interpreter.initial(),
                LONGEST,
                _ -> true,
                new Effort(1_000_000, () -> false),
                1_000_000);
        if (obvious.isEmpty()) {
            NONE.incrementAndGet();
            assertThat(answer).as(text).isEqualTo(new Shortest.Answer.None());
            return;
        }
        assertThat(answer).as(text).isInstanceOf(Shortest.Answer.Found.class);
        Shortest.Answer.Found found = (Shortest.Answer.Found) answer;
        assertThat(found.best()).as(text).isTrue();
        assertThat(interpreter.shows(property, found.trace())).as(text).isTrue();
        assertThat(steps(found.trace())).as(text).isEqualTo(steps(obvious.get()));
        FOUND.incrementAndGet();
    }

    private static List<Integer> steps(Trace trace) {
        Cost cost = Cost.of(trace);
        return List.of(cost.steps(), cost.faults());
    }

    private Optional<Trace> obvious(Interpreter interpreter, Property property) {
        Optional<Trace> best = Optional.empty();
        for (int length = 0; length <= LONGEST && best.isEmpty(); length++) {
            List<Trace> all = new ArrayList<>();
            extend(interpreter, property, new ArrayList<>(), length, all);
            best = all.stream().min((a, b) -> Cost.of(a).faults() - Cost.of(b).faults());
        }
        return best;
    }

    private void extend(Interpreter interpreter, Property property, List<Step> steps, int length, List<Trace> into) {
        State at = steps.isEmpty() ? interpreter.initial() : steps.getLast().after();
        if (steps.size() == length) {
            for (int loop = 0; loop <= length; loop++) {
                Trace trace = new Trace(interpreter.initial(), steps, OptionalInt.of(loop));
                if (trace.state(loop).equals(at) && interpreter.shows(property, trace)) {
                    into.add(trace);
                }
            }
            return;
        }
        for (Step step : interpreter.successors(at)) {
            if (left-- <= 0) {
                return;
            }
            List<Step> longer = new ArrayList<>(steps);
            longer.add(step);
            extend(interpreter, property, longer, length, into);
        }
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
    static void someAreFound() {
        assertThat(FOUND.get()).isGreaterThan(5);
        assertThat(NONE.get()).isGreaterThan(5);
    }
}
