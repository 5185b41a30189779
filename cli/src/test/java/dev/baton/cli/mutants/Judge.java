package dev.baton.cli.mutants;

import dev.baton.model.lowering.Lowering;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.system.TransitionSystem;
import dev.baton.runtime.Machine;
import dev.baton.runtime.SharedMemory;
import dev.baton.runtime.process.MachineRun;
import dev.baton.runtime.process.RunOptions;
import dev.baton.runtime.process.RunReport;
import dev.baton.runtime.trace.Follower;
import dev.baton.runtime.trace.TraceFile;
import dev.baton.validate.LogException;
import dev.baton.validate.LogReader;
import dev.baton.validate.Subject;
import dev.baton.validate.Validation;
import dev.baton.validate.Validator;
import dev.baton.validate.Verdict;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries the code that comes first on its class path, in a process of its own, until something is wrong with it. Says
 * {@code BEGIN TRIAL}, and in the end {@code CAUGHT TRIAL: WHY} or {@code PASSED}.
 */
final class Judge {
    private static final int WAYS = 20_000;

    private final Subjects subjects;

    private Judge(Path root) {
        this.subjects = new Subjects(root);
    }

    /** Arguments: the root of Baton's sources, then trials: {@code trace NAME CLASS}, {@code run NAME CLASS}. */
    public static void main(String[] arguments) throws IOException {
        Judge judge = new Judge(Path.of(arguments[0]));
        for (String trial : Arrays.asList(arguments).subList(1, arguments.length)) {
            String[] words = trial.split(" ", -1);
            say("BEGIN " + words[0] + " " + words[1]);
            Optional<String> wrong = words[0].equals("trace") ? trace(words[2]) : judge.run(words[1], words[2]);
            if (wrong.isPresent()) {
                say("CAUGHT " + words[0] + " " + words[1] + ": " + wrong.get().replaceAll("\\s+", " "));
                System.exit(0);
            }
        }
        say("PASSED");
        System.exit(0);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static Optional<String> trace(String machine) {
        try {
            Class<?> type = Class.forName(machine);
            TraceFile file = TraceFile.of(type, type.getSimpleName() + ".traces");
            Follower follower = new Follower(file, memory -> construct(type, memory));
            file.traces().forEach(follower::follow);
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e.toString());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Machine construct(Class<?> type, SharedMemory memory) {
        try {
            return (Machine) type.getConstructor(SharedMemory.class).newInstance(memory);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> run(String name, String machine) throws IOException {
        Scenario scenario = Scenario.of(name);
        Protocol protocol = subjects.protocol(Subjects.ran(scenario.protocol()));
        TransitionSystem system = Lowering.lower(protocol);
        Path log = Files.createTempFile("mutant", ".log");
        try {
            for (int time = 0; time < scenario.times(); time++) {
                RunOptions options = scenario.options().seed(time + 1L);
                options = scenario.logged() ? options.log(log) : options;
                List<Path> classPath = Arrays.stream(
                                System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .toList();
                RunReport report = new MachineRun(machine, Judge.class.getClassLoader(), classPath).run(options);
                Optional<String> wrong = wrong(scenario, report);
                if (wrong.isEmpty() && scenario.logged()) {
                    wrong = refused(
                            new Subject(protocol, system, new Subject.Terms(system.properties(), true, false)), log);
                }
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            return Optional.empty();
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static Optional<String> wrong(Scenario scenario, RunReport report) {
        if (!report.violations().isEmpty()) {
            return Optional.of("stops: " + report.violations().getFirst());
        }
        if (scenario.logged() && report.events() == 0) {
            return Optional.of("nothing happens");
        }
        for (Map.Entry<String, String> reached : scenario.reached().entrySet()) {
            int dot = reached.getKey().indexOf('.');
            Map<String, String> all =
                    report.variables().getOrDefault(reached.getKey().substring(0, dot), Map.of());
            String is = all.getOrDefault(reached.getKey().substring(dot + 1), "nothing");
            if (!is.equals(reached.getValue())) {
                return Optional.of("gets stuck: " + reached.getKey() + " is " + is + " in the end");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refused(Subject subject, Path log) {
        try (InputStream in = Files.newInputStream(log)) {
            Verdict verdict = Validation.of(
                    subject,
                    LogReader.open(in, Optional.empty()),
                    new Validator.Options(WAYS, 0, Optional.empty()),
                    () -> false,
                    (count, ways) -> {});
            Optional<String> refused = switch (verdict) {
                case Verdict.Refused r ->
                    Optional.of("its log is no behaviour: line " + r.refusal().line() + ", `"
                            + r.refusal().event() + "`");
                case Verdict.Undecided u -> Optional.of("its log can't be decided: " + u.why());
                case Verdict.Accepted _, Verdict.Interrupted _ -> Optional.empty();
            };
            return verdict.violations().stream()
                    .findFirst()
                    .map(v -> "its log violates " + v.property().name() + " at line " + v.line())
                    .or(() -> refused);
        } catch (LogException e) {
            return Optional.of("its log can't be read: line " + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
