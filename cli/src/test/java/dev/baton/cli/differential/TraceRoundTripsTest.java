package dev.baton.cli.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.checker.tla.TlaDialect;
import dev.baton.checker.tla.TlcJson;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Step;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.format.TraceDocument;
import dev.baton.trace.format.TraceFormat;
import dev.baton.trace.format.TraceReader;
import dev.baton.trace.format.WrittenTrace;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.xml.sax.InputSource;

/** Traces of protocols that nobody wrote: what is written is read again as the same, whoever's notation it is. */
final class TraceRoundTripsTest {
    private static final int STEPS = 12;

    @Property(tries = 150, seed = "20261126", edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsRead(@ForAll("numbers") List<Integer> numbers) throws Exception {
        String text = RandomProtocol.of(numbers);
        Optional<TransitionSystem> system = Trial.lowered(text);
        if (system.isEmpty()) {
            return;
        }
        Trace trace = walk(system.get(), new Random(numbers.size()));
        TraceDocument document =
                new TraceDocument(system.get(), Optional.empty(), trace, "random.baton", "default", Optional.empty());
        String itf = TraceFormat.ITF.write(document);
        assertThat(read(itf, system.get())).as(text).isEqualTo(trace);
        for (TraceFormat format : TraceFormat.values()) {
            assertThat(format.write(document)).as(format.word()).isNotBlank();
        }
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(TraceFormat.SVG.write(document))));
        if (!system.get().variables().isEmpty()) {
            tlc(text, system.get(), trace);
        }
    }

    /** TLC's JSON says less; the states are the same, and each step is one that leads there. */
    private static void tlc(String text, TransitionSystem system, Trace trace) {
        for (boolean named : List.of(true, false)) {
            Trace read = read(TlcJson.of(system, trace, named), system);
            assertThat(moving(read)).as(text).isEqualTo(moving(trace));
            assertThat(read.loop().isPresent()).isEqualTo(trace.loop().isPresent());
        }
    }

    private static List<State> moving(Trace trace) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < trace.length(); i++) {
            if (states.isEmpty() || !states.getLast().equals(trace.state(i))) {
                states.add(trace.state(i));
            }
        }
        return states;
    }

    static Trace read(String text, TransitionSystem system) {
        Diagnosed<WrittenTrace> written = TraceReader.written(new SourceFile("t.itf.json", text));
        assertThat(rendered(written)).isEmpty();
        List<TlaDialect> dialects = system.variables().isEmpty() ? List.of() : List.of(new TlaDialect(system));
        Diagnosed<Trace> trace = TraceReader.trace(written.result().orElseThrow(), system, dialects);
        assertThat(rendered(trace)).isEmpty();
        return trace.result().orElseThrow();
    }

    private static String rendered(Diagnosed<?> said) {
        return said.diagnostics().stream().map(Diagnostic::render).collect(Collectors.joining());
    }

    /** Random steps; where a state comes again, a lasso. */
    private static Trace walk(TransitionSystem system, Random random) {
        Interpreter interpreter = new Interpreter(system);
        State first = interpreter.initial();
        List<State> seen = new ArrayList<>(List.of(first));
        List<Step> steps = new ArrayList<>();
        while (steps.size() < STEPS) {
            List<Step> possible = interpreter.successors(seen.getLast());
            if (possible.isEmpty()) {
                return new Trace(first, steps, OptionalInt.of(steps.size()));
            }
            Step step = possible.get(random.nextInt(possible.size()));
            steps.add(step);
            int before = seen.indexOf(step.after());
            seen.add(step.after());
            if (before >= 0 && before < seen.size() - 2 && steps.size() > 4) {
                return new Trace(first, steps, OptionalInt.of(before));
            }
        }
        return new Trace(first, steps, OptionalInt.empty());
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        return Numbers.arbitrary();
    }
}
