package dev.baton.cli.check;

import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.Severity;
import dev.baton.model.source.Spelling;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checks to run, read, elaborated and lowered, and what the front end had to say of each file.
 *
 * @param diagnostics by file, in order, each once
 * @param complaint what is wrong with the selection: a check or property that no file has
 */
public record Plan(List<PlannedCheck> checks, Map<String, List<Diagnostic>> diagnostics, Optional<String> complaint) {

    /** Reads everything before anything is run. */
    public static Plan of(List<Path> files, CheckOptions options) {
        Builder builder = new Builder(options);
        files.forEach(builder::file);
        return builder.plan();
    }

    /** Whether some file has an error, so that nothing should be run. */
    public boolean failed() {
        return diagnostics.values().stream()
                .flatMap(List::stream)
                .anyMatch(d -> d.code().severity() == Severity.ERROR);
    }

    /** Whether there is something to say that stops no run. */
    public boolean warned() {
        return diagnostics.values().stream()
                .flatMap(List::stream)
                .anyMatch(d -> d.code().severity() == Severity.WARNING);
    }

    /** The same with more to say of files. */
    public Plan with(Map<String, List<Diagnostic>> more) {
        Map<String, List<Diagnostic>> all = new LinkedHashMap<>();
        diagnostics.forEach((file, said) -> {
            List<Diagnostic> both = new ArrayList<>(said);
            both.addAll(more.getOrDefault(file, List.of()));
            all.put(file, List.copyOf(both));
        });
        return new Plan(checks, all, complaint);
    }

    private static final class Builder {
        private final CheckOptions options;
        private final List<PlannedCheck> checks = new ArrayList<>();
        private final Map<String, Set<Diagnostic>> diagnostics = new LinkedHashMap<>();
        private final Set<String> checkNames = new LinkedHashSet<>();
        private final Set<String> propertyNames = new LinkedHashSet<>();

        Builder(CheckOptions options) {
            this.options = options;
        }

        void file(Path path) {
            Set<Diagnostic> said = diagnostics.computeIfAbsent(path.toString(), p -> new LinkedHashSet<>());
            Diagnosed<LoadedFile> loaded = Frontend.load(path);
            said.addAll(loaded.diagnostics());
            if (loaded.failed() || loaded.result().isEmpty()) {
                return;
            }
            LoadedFile file = loaded.result().get();
            for (CheckSpec spec : file.checks()) {
                checkNames.add(spec.name());
                if (options.checks().isEmpty() || options.checks().contains(spec.name())) {
                    check(path, file, spec, said);
                }
            }
        }

        private void check(Path path, LoadedFile file, CheckSpec spec, Set<Diagnostic> said) {
            Map<String, Integer> parameters = new HashMap<>(spec.parameters());
            parameters.putAll(options.parameters());
            Diagnosed<Protocol> protocol = Frontend.protocol(file, parameters);
            said.addAll(protocol.diagnostics());
            if (protocol.failed() || protocol.result().isEmpty()) {
                return;
            }
            TransitionSystem system = Lowering.lower(protocol.result().get());
            system.properties().forEach(p -> propertyNames.add(p.name()));
            List<Property> asked = system.properties().stream()
                    .filter(p -> options.properties().isEmpty()
                            || options.properties().contains(p.name()))
                    .toList();
            if (!asked.isEmpty()) {
                Set<String> violated = spec.expectations().stream()
                        .filter(CheckSpec.Expectation::violated)
                        .map(CheckSpec.Expectation::property)
                        .collect(Collectors.toSet());
                checks.add(new PlannedCheck(path.toString(), spec.name(), system, asked, new Expected(violated)));
            }
        }

        Plan plan() {
            Map<String, List<Diagnostic>> all = new LinkedHashMap<>();
            diagnostics.forEach((file, said) -> all.put(file, List.copyOf(said)));
            Optional<String> complaint = unknown("check", options.checks(), checkNames)
                    .or(() -> unknown("property", options.properties(), propertyNames));
            return new Plan(List.copyOf(checks), all, complaint);
        }

        private static Optional<String> unknown(String what, List<String> asked, Set<String> known) {
            return asked.stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .map(name -> {
                        String there = known.isEmpty() ? "" : "; there is " + String.join(", ", known);
                        return "there is no " + what + " `" + name + "`"
                                + Spelling.nearest(name, known)
                                        .map(n -> "; did you mean `" + n + "`?")
                                        .orElse(there);
                    });
        }
    }
}
