package dev.baton.cli.view;

import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.dsl.elaborate.CheckSpec;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.Property;
import dev.baton.view.Subject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a check that was planned to what a view is about. */
public final class Subjects {
    private Subjects() {}

    /**
     * The subject of one check.
     *
     * @param overrides of its parameters
     * @param property whose name was checked already
     * @param trace decides between properties of one name
     */
    public static Subject of(
            String baton,
            PlannedCheck planned,
            Map<String, Integer> overrides,
            Optional<String> property,
            Optional<String> engine,
            Optional<Trace> trace) {
        List<Property> named = planned.system().properties().stream()
                .filter(p -> property.filter(p.name()::equals).isPresent())
                .toList();
        Interpreter interpreter = new Interpreter(planned.system());
        Optional<Property> shown = named.stream()
                .filter(p -> trace.filter(t -> interpreter.shows(p, t)).isPresent())
                .findFirst();
        Optional<String> guarantee =
                shown.map(p -> p.kind() == Property.Kind.COVER ? "witness, replayed" : "counterexample, replayed");
        return new Subject(
                baton,
                planned.file(),
                protocol(planned, overrides),
                planned.system(),
                shown.or(() -> named.stream().findFirst()),
                Optional.of(new Subject.CheckFacts(planned.name(), engine, guarantee)),
                overrides);
    }

    /** Planning has shown that it can be read. */
    private static Protocol protocol(PlannedCheck planned, Map<String, Integer> overrides) {
        LoadedFile file = Frontend.load(Path.of(planned.file()))
                .result()
                .orElseThrow(() -> new UsageException("`" + planned.file() + "` has changed meanwhile"));
        Map<String, Integer> parameters = new HashMap<>();
        file.checks().stream()
                .filter(c -> c.name().equals(planned.name()))
                .map(CheckSpec::parameters)
                .forEach(parameters::putAll);
        parameters.putAll(overrides);
        return Frontend.protocol(file, parameters)
                .result()
                .orElseThrow(() -> new UsageException("`" + planned.file() + "` has changed meanwhile"));
    }
}
