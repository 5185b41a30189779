package dev.baton.cli;

import dev.baton.checker.tla.TlaDialect;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.view.DeclaredParameters;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Severity;
import dev.baton.model.source.SourceFile;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.format.TraceHeader;
import dev.baton.trace.format.TraceReader;
import dev.baton.trace.format.WrittenTrace;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From a trace's file to the trace, and the protocol that it is of. What the command line does not say, the file does,
 * if it is Baton's own.
 *
 * @param spec the protocol's file
 * @param check whose parameters to take
 * @param parameters in place of the check's own
 * @param property what the trace is to show
 */
record TraceLoading(
        Optional<String> spec,
        Optional<String> check,
        List<Setting> parameters,
        Optional<String> property,
        Console console) {

    /**
     * Reads and replays.
     *
     * @return empty if something is wrong, which has been printed then
     * @throws UsageException if it can't be told which protocol the trace is of
     */
    Optional<LoadedTrace> load(Path path) {
        return printed(TraceReader.written(path))
                .flatMap(written -> planned(path, written).flatMap(p -> load(written, p)));
    }

    private Optional<LoadedTrace> load(WrittenTrace written, PlannedCheck planned) {
        TransitionSystem system = planned.system();
        List<TlaDialect> dialects = system.variables().isEmpty() ? List.of() : List.of(new TlaDialect(system));
        Optional<Trace> trace = printed(TraceReader.trace(written, system, dialects));
        if (trace.isEmpty()) {
            return Optional.empty();
        }
        Interpreter interpreter = new Interpreter(system);
        Optional<String> asked = property.or(() -> written.header().property());
        Optional<Property> shown = candidates(planned, asked)
                .filter(p -> interpreter.shows(p, trace.get()))
                .findFirst();
        if (asked.isPresent() && shown.isEmpty()) {
            return printed(new Diagnosed<>(Optional.empty(), List.of(shownNot(written, planned, asked.get()))));
        }
        return Optional.of(new LoadedTrace(planned, shown, trace.get(), written));
    }

    /** What is violated comes before what is reached. */
    private static Stream<Property> candidates(PlannedCheck planned, Optional<String> asked) {
        List<Property> all = planned.system().properties().stream()
                .filter(p -> asked.isEmpty() || asked.get().equals(p.name()))
                .toList();
        return Stream.concat(
                all.stream().filter(p -> p.kind() != Property.Kind.COVER),
                all.stream().filter(p -> p.kind() == Property.Kind.COVER));
    }

    private static Diagnostic shownNot(WrittenTrace written, PlannedCheck planned, String name) {
        boolean cover = planned.system().properties().stream()
                .anyMatch(p -> p.name().equals(name) && p.kind() == Property.Kind.COVER);
        boolean liveness = planned.system().properties().stream()
                .anyMatch(p -> p.name().equals(name) && p.kind().liveness());
        Span span = new Span(new SourceFile(written.file().name(), ""), 0, 0);
        return Diagnostic.of(Code.B1113, span, planned.system().name(), name, cover ? "is reached" : "is violated")
                .withHelp(
                        liveness
                                ? "it takes a loop that is fair to everybody, and in which what is awaited does not"
                                        + " come"
                                : "it must in the last state; without `--property` Baton says what it does show, if it"
                                        + " is no trace of its own");
    }

    private Optional<PlannedCheck> planned(Path path, WrittenTrace written) {
        TraceHeader header = written.header();
        String file = spec.orElseGet(() -> said(path, header));
        boolean same = check.isEmpty() || check.equals(header.check());
        Map<String, Setting> settings = new LinkedHashMap<>();
        if (same) {
            declared(file, header.parameters()).forEach((name, value) -> settings.put(name, new Setting(name, value)));
        }
        parameters.forEach(setting -> settings.put(setting.parameter(), setting));
        Optional<String> name = check.or(header::check);
        Plan plan = Planning.plan(
                List.of(file),
                name.map(List::of).orElse(List.of()),
                new ArrayList<>(settings.values()),
                property.or(header::property).map(List::of).orElse(List.of()),
                console,
                Severity.ERROR);
        if (plan.failed()) {
            return Optional.empty();
        }
        if (plan.diagnostics().size() > 1) {
            throw new UsageException("there are several .baton files below `" + file + "`; name one");
        }
        return Optional.of(plan.checks().getFirst());
    }

    /** Those that the file has a parameter for: a trace tells the values of constants too. */
    private static Map<String, Integer> declared(String file, Map<String, Integer> values) {
        try {
            return DeclaredParameters.of(Path.of(file), values);
        } catch (InvalidPathException e) {
            // whoever reads it says so
            return values;
        }
    }

    /** The protocol that the trace says it is of: from here, from the trace's folder, or right beside the trace. */
    private static String said(Path trace, TraceHeader header) {
        String file = header.file()
                .orElseThrow(
                        () -> new UsageException("the trace does not say of which protocol it is; `--spec FILE` does"));
        Path folder = trace.toAbsolutePath().getParent();
        try {
            Path given = Path.of(file);
            List<Path> places = new ArrayList<>(List.of(given));
            if (folder != null) {
                places.add(folder.resolve(given));
                places.add(folder.resolve(String.valueOf(given.getFileName())));
            }
            return places.stream()
                    .filter(place -> place.toString().endsWith(".baton") && Files.isRegularFile(place))
                    .findFirst()
                    .map(Path::toString)
                    .orElseThrow(() -> missing(file));
        } catch (InvalidPathException e) {
            throw missing(file);
        }
    }

    private static UsageException missing(String file) {
        String shown = file.length() > 200 ? file.substring(0, 200) + "…" : file;
        return new UsageException("the trace says that it is of `" + shown.replaceAll("[^ -~]", "?")
                + "`, which is no protocol that can be read from here; `--spec FILE` says where it is");
    }

    private <T> Optional<T> printed(Diagnosed<T> diagnosed) {
        diagnosed.diagnostics().forEach(d -> console.err().println(d.render()));
        return diagnosed.result();
    }
}
