package dev.baton.cli.report;

import dev.baton.cli.check.Outcome;
import dev.baton.cli.check.PropertyOutcome;
import dev.baton.model.interpreter.Trace;
import dev.baton.trace.format.TraceDocument;
import dev.baton.trace.format.TraceFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each trace of a run as files, one a format: {@code CHECK-PROPERTY-ENGINE.txt}, {@code .json}, {@code .itf.json}. */
public final class TraceFiles {
    /** For people, for programs, and to be read again. */
    public static final List<TraceFormat> USUAL = List.of(TraceFormat.TEXT, TraceFormat.JSON, TraceFormat.ITF);

    private TraceFiles() {}

    /** The files' names and contents; witnesses of covers too. */
    public static Map<String, String> of(List<Outcome> outcomes, Labels labels, List<TraceFormat> formats) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            for (PropertyOutcome property : outcome.properties()) {
                property.trace().ifPresent(trace -> {
                    String label = labels.of(outcome.check()).replace(": ", "-");
                    String name = fileName(label + "-" + property.name() + "-" + outcome.engine());
                    TraceDocument document = document(outcome, property, trace);
                    formats.forEach(format -> files.put(name + format.suffix(), format.write(document)));
                });
            }
        }
        return files;
    }

    private static String fileName(String wish) {
        return wish.replace(".baton", "").replaceAll("[^A-Za-z0-9_.-]", "_").replaceAll("^[._]+", "");
    }

    private static TraceDocument document(Outcome outcome, PropertyOutcome property, Trace trace) {
        return new TraceDocument(
                outcome.check().system(),
                Optional.of(property.property()),
                trace,
                outcome.check().file(),
                outcome.check().name(),
                Optional.of(outcome.engine()),
                property.why());
    }
}
