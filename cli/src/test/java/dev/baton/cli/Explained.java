package dev.baton.cli;

import dev.baton.checker.CheckRequest;
import dev.baton.checker.CheckResult;
import dev.baton.checker.Verdict;
import dev.baton.checker.Watch;
import dev.baton.checker.interpreter.InterpreterEngine;
import dev.baton.dsl.Frontend;
import dev.baton.dsl.LoadedFile;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.Trace;
import dev.baton.model.lowering.Lowering;
import dev.baton.model.source.SourceFile;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.trace.Effort;
import dev.baton.trace.StepWords;
import dev.baton.trace.Why;
import dev.baton.trace.minimize.Minimizer;
import dev.baton.trace.why.WhyFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A counterexample of a protocol, minimised, and where it comes from. */
record Explained(Interpreter interpreter, Property property, Trace trace, Why why) {

    static Explained of(String text, String property, Map<String, Integer> parameters) {
        return of(new SourceFile("test.baton", text), property, parameters);
    }

    static Explained ofLibrary(String file, String property, Map<String, Integer> parameters) throws IOException {
        Path path = Path.of("..", "specs").resolve(file + ".baton");
        return of(new SourceFile(path.toString(), Files.readString(path)), property, parameters);
    }

    private static Explained of(SourceFile source, String name, Map<String, Integer> parameters) {
        LoadedFile file = Frontend.load(Path.of(source.name()), source).result().orElseThrow();
        TransitionSystem system =
                Lowering.lower(Frontend.protocol(file, parameters).result().orElseThrow());
        Property property = system.properties().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
        Interpreter interpreter = new Interpreter(system);
        Trace trace = Minimizer.of(interpreter, property, found(system, property), Minimizer.Length.ANY, effort());
        return new Explained(interpreter, property, trace, WhyFinder.of(interpreter, property, trace, effort()));
    }

    static Effort effort() {
        return new Effort(60_000, () -> false);
    }

    private static Trace found(TransitionSystem system, Property property) {
        CheckResult result = new InterpreterEngine()
                .check(
                        new CheckRequest(system, List.of(property), 1, Optional.empty(), Optional.empty()),
                        Watch.NOBODY);
        return ((Verdict.Violated) result.answers().getFirst().verdict())
                .trace()
                .orElseThrow();
    }

    /** The two steps that are at odds, and over what. */
    String race() {
        Why.Race race = why.race().orElseThrow();
        return words(race.first()) + " | " + words(race.second()) + " | " + race.entry();
    }

    String words(int step) {
        return StepWords.of(interpreter, trace.state(step), trace.steps().get(step));
    }

    String story() {
        return String.join("\n", why.story());
    }
}
