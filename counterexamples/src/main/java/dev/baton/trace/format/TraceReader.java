package dev.baton.trace.format;

import dev.baton.model.interpreter.State;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads traces: ITF, of Baton and of others, and the JSON of TLC. It takes two steps, for the first tells of which
 * protocol the trace may be: {@link #written} looks at the file alone, {@link #trace} replays it as a behaviour of a
 * system. Nothing that a file holds makes either throw: what is wrong is a diagnostic.
 */
public final class TraceReader {
    private TraceReader() {}

    /** A file, without knowing the system. */
    public static Diagnosed<WrittenTrace> written(Path path) {
        Diagnosed<SourceFile> file = TraceSource.read(path);
        return file.result().isPresent()
                ? written(file.result().get())
                : new Diagnosed<>(Optional.empty(), file.diagnostics());
    }

    /** A text, without knowing the system. */
    public static Diagnosed<WrittenTrace> written(SourceFile file) {
        Diagnosed<Json> json = JsonParsing.parse(file);
        if (json.result().isEmpty()) {
            return new Diagnosed<>(Optional.empty(), json.diagnostics());
        }
        try {
            return new Diagnosed<>(Optional.of(shaped(file, json.result().get())), List.of());
        } catch (Malformed malformed) {
            return new Diagnosed<>(Optional.empty(), List.of(malformed.diagnostic()));
        }
    }

    private static WrittenTrace shaped(SourceFile file, Json top) {
        if (top instanceof Json.Fields fields && ItfShape.fits(fields)) {
            return ItfShape.of(file, fields);
        }
        if (TlcShape.fits(top)) {
            return TlcShape.of(file, top);
        }
        boolean ours = top instanceof Json.Fields fields && fields.get("trace").isPresent();
        Diagnostic said = Diagnostic.of(
                Code.B1103,
                Malformed.span(file, top),
                top instanceof Json.Fields ? "it has neither `states` nor `state`" : "it is " + top.kind());
        throw new Malformed(said.withHelp(
                ours
                        ? "Baton's own JSON is for other programs; the file that ends in `.itf.json` can be read again"
                        : "an ITF trace has `vars` and `states`, one of TLC `state` and `action`"));
    }

    /**
     * A written trace as a behaviour of a system: its states are states, and each step is one that the interpreter
     * takes.
     *
     * @param dialects how tools call the system's variables, beside Baton itself
     */
    public static Diagnosed<Trace> trace(
            WrittenTrace written, TransitionSystem system, List<? extends StateDialect> dialects) {
        List<StateDialect> all = new ArrayList<>();
        all.add(new BatonDialect(system));
        if (!written.baton()) {
            all.addAll(dialects);
        }
        List<StateDialect> fitting = all.stream()
                .filter(dialect -> new StateDecoding(written, system, dialect).fits())
                .toList();
        if (fitting.isEmpty()) {
            // the one that knows most of the names says best what is wrong
            fitting = all.stream()
                    .max(Comparator.comparingInt(
                            (StateDialect dialect) -> new StateDecoding(written, system, dialect).known()))
                    .stream()
                    .toList();
        }
        Optional<Malformed> first = Optional.empty();
        for (StateDialect dialect : fitting) {
            try {
                List<State> states = new StateDecoding(written, system, dialect).states();
                Trace trace = new Replaying(written, dialect, system, states).trace();
                return new Diagnosed<>(Optional.of(trace), List.of());
            } catch (Malformed malformed) {
                first = first.or(() -> Optional.of(malformed));
            }
        }
        return new Diagnosed<>(Optional.empty(), List.of(first.orElseThrow().diagnostic()));
    }
}
