package dev.baton.cli;

import dev.baton.checker.Watch;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.cli.report.Labels;
import dev.baton.cli.report.ValidationJson;
import dev.baton.cli.report.ValidationReport;
import dev.baton.cli.report.ValidationText;
import dev.baton.cli.view.DeclaredParameters;
import dev.baton.dsl.Frontend;
import dev.baton.model.protocol.Protocol;
import dev.baton.validate.LogException;
import dev.baton.validate.LogHeader;
import dev.baton.validate.LogMap;
import dev.baton.validate.LogReader;
import dev.baton.validate.MapText;
import dev.baton.validate.Subject;
import dev.baton.validate.Validation;
import dev.baton.validate.Validator;
import dev.baton.validate.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** From a log and a protocol to the verdict. Apart from {@link ValidateCommand}: no other command loads it. */
final class LogValidation {
    private final Request request;
    private final Console console;
    private final Interruption interruption;
    private final long start = System.nanoTime();

    /**
     * What the command line asks.
     *
     * @param skew nanoseconds
     */
    record Request(
            String file,
            String log,
            Optional<String> map,
            Optional<String> check,
            List<Setting> parameters,
            List<String> properties,
            boolean unlimitedFaults,
            boolean hiddenFaults,
            long skew,
            int ways) {
        Request {
            parameters = List.copyOf(parameters);
            properties = List.copyOf(properties);
        }
    }

    LogValidation(Request request, Console console, Interruption interruption) {
        this.request = request;
        this.console = console;
        this.interruption = interruption;
    }

    ExitCode run(JsonTarget json) {
        Optional<ValidationReport> report = report();
        if (report.isEmpty()) {
            return ExitCode.USAGE;
        }
        json.write(() -> ValidationJson.text(report.get()), console);
        if (!json.toOut()) {
            print(report.get());
        }
        return code(report.get().verdict(), report.get().check());
    }

    /** Says what came out. */
    void print(ValidationReport report) {
        ValidationText.lines(report, console.width()).forEach(console.out()::println);
        console.out().flush();
    }

    /** What came out; empty if the log or the protocol can't be read, which has been said then. */
    Optional<ValidationReport> report() {
        Optional<LogMap> map = request.map().map(this::map);
        try (InputStream in = opened()) {
            LogReader reader = LogReader.open(in, map);
            Optional<PlannedCheck> planned = planned(reader.header());
            if (planned.isEmpty()) {
                return Optional.empty();
            }
            warn(reader.header(), planned.get());
            Verdict verdict = verdict(reader, planned.get());
            double seconds = (System.nanoTime() - start) / 1e9;
            return Optional.of(new ValidationReport(
                    Version.number(),
                    planned.get(),
                    request.log(),
                    verdict,
                    seconds,
                    code(verdict, planned.get()).code()));
        } catch (LogException e) {
            broken(request.log(), e);
            return Optional.empty();
        } catch (IOException e) {
            throw new UsageException("can't read the log `" + request.log() + "`: " + OutputFile.reason(e));
        }
    }

    private void broken(String name, LogException e) {
        String shown = name.equals("-") ? "standard input" : name;
        console.error((e.line() > 0 ? shown + ":" + e.line() : shown) + ": " + e.getMessage());
        e.help().ifPresent(help -> console.err().println("help: " + help));
    }

    private InputStream opened() throws IOException {
        if (request.log().equals("-")) {
            return System.in;
        }
        Path path = path(request.log());
        if (Files.isDirectory(path)) {
            throw new UsageException("can't read the log `" + request.log() + "`: it is a folder");
        }
        return Files.newInputStream(path);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` is no name of a file: " + e.getReason());
        }
    }

    private LogMap map(String name) {
        try {
            return MapText.read(Files.readString(path(name)));
        } catch (LogException e) {
            String where = e.line() > 0 ? name + ":" + e.line() : name;
            throw new UsageException(where + ": " + e.getMessage()
                    + e.help().map(help -> "; " + help).orElse(""));
        } catch (MalformedInputException e) {
            throw new UsageException("can't read the map `" + name + "`: it is no UTF-8");
        } catch (IOException e) {
            throw new UsageException("can't read the map `" + name + "`: " + OutputFile.reason(e));
        }
    }

    /** The check of the file, with the parameters that the log tells. */
    private Optional<PlannedCheck> planned(LogHeader header) {
        sameProtocol(header);
        Map<String, Setting> settings = new LinkedHashMap<>();
        if (request.file().endsWith(".baton")) {
            DeclaredParameters.of(path(request.file()), header.parameters())
                    .forEach((name, value) -> settings.put(name, new Setting(name, value)));
        }
        for (Setting setting : request.parameters()) {
            Setting said = settings.put(setting.parameter(), setting);
            if (said != null && said.value() != setting.value()) {
                throw new UsageException("`--param " + setting.parameter() + "=" + setting.value()
                        + "`: the log is of a run with " + said.parameter() + "=" + said.value());
            }
        }
        Plan plan = Planning.plan(
                List.of(request.file()),
                request.check().stream().toList(),
                new ArrayList<>(settings.values()),
                request.properties(),
                console);
        if (plan.failed()) {
            return Optional.empty();
        }
        if (plan.diagnostics().size() > 1) {
            throw new UsageException("there are several .baton files below `" + request.file() + "`; name one");
        }
        return Optional.of(plan.checks().getFirst());
    }

    private void sameProtocol(LogHeader header) {
        if (header.protocol().isEmpty() || !request.file().endsWith(".baton")) {
            return;
        }
        String said = header.protocol().get();
        Frontend.load(path(request.file()))
                .result()
                .map(loaded -> loaded.syntax().name().text())
                .filter(name -> !name.equals(said))
                .ifPresent(name -> {
                    String shown = said.length() > 80 ? said.substring(0, 80) + "…" : said;
                    throw new UsageException("the log is of the protocol `" + shown.replaceAll("[^ -~]", "?")
                            + "`, and `" + request.file() + "` holds `" + name + "`");
                });
    }

    private void warn(LogHeader header, PlannedCheck planned) {
        String name = planned.system().name();
        String hash = planned.system().source().sha256();
        if (header.sha256().filter(other -> !other.equalsIgnoreCase(hash)).isPresent()) {
            console.err()
                    .println("warning: the log was written by code of another text of `" + name + "` than `"
                            + planned.file() + "`");
        }
    }

    private Verdict verdict(LogReader reader, PlannedCheck planned) throws IOException, LogException {
        Map<String, Integer> values = new LinkedHashMap<>();
        planned.system().parameters().forEach(p -> values.put(p.name(), p.value()));
        Path path = path(planned.file());
        Protocol protocol = Frontend.protocol(
                        Frontend.load(path).result().orElseThrow(), DeclaredParameters.of(path, values))
                .result()
                .orElseThrow();
        Subject subject = new Subject(
                protocol,
                planned.system(),
                new Subject.Terms(planned.properties(), request.unlimitedFaults(), request.hiddenFaults()));
        long skew = Math.max(request.skew(), reader.map().map(LogMap::skew).orElse(0L));
        Validator.Options options =
                new Validator.Options(request.ways(), skew, reader.map().flatMap(LogMap::lasts));
        ProgressLine progress = new ProgressLine(console, new Labels(List.of(planned)));
        try {
            return Validation.of(
                    subject,
                    reader,
                    options,
                    interruption::interrupted,
                    (count, ways) -> progress.progress(planned, "validate", tell(count, ways)));
        } finally {
            progress.done();
        }
    }

    private static Watch.Progress tell(Verdict.Count count, int ways) {
        return new Watch.Progress(
                String.format(
                        Locale.ROOT,
                        "%,d events explained in %,d %s",
                        count.events(),
                        ways,
                        ways == 1 ? "way" : "ways"),
                OptionalLong.empty(),
                OptionalLong.of(count.steps()),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty());
    }

    static ExitCode code(Verdict verdict, PlannedCheck planned) {
        boolean unexpected = verdict.violations().stream()
                .anyMatch(v -> !planned.expected().violated(v.property().name()));
        return switch (verdict) {
            case Verdict.Accepted _ -> unexpected ? ExitCode.UNEXPECTED : ExitCode.EXPECTED;
            case Verdict.Refused _ -> ExitCode.UNEXPECTED;
            case Verdict.Undecided _ -> unexpected ? ExitCode.UNEXPECTED : ExitCode.UNDECIDED;
            case Verdict.Interrupted _ -> ExitCode.INTERRUPTED;
        };
    }
}
