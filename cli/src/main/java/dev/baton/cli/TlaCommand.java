package dev.baton.cli;

import dev.baton.checker.tla.TlaEmitter;
import dev.baton.checker.tla.TlaModule;
import dev.baton.cli.check.CheckOptions;
import dev.baton.cli.check.EngineChoice;
import dev.baton.cli.check.LongRun;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton tla}: a protocol as a TLA+ module with its configuration. */
@Command(
        name = "tla",
        description = "Writes a protocol as a TLA+ module, with a configuration to check it with: NAME.tla, NAME.cfg.",
        footer = {
            "",
            "Examples:",
            "  baton tla specs/ipi/single_slot.baton -o out",
            "  baton tla single_slot.baton -o . --check small    with the parameters of that check"
        })
final class TlaCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A .baton file.")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Where to write; the folder it is in must exist.")
    private String folder = "";

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "The check whose parameters to take. Default: the file's first.")
    private @Nullable String check;

    @Option(
            names = "--param",
            paramLabel = "N=3",
            converter = Setting.Converter.class,
            description = "A parameter's value, in place of the check's own; may be repeated.")
    private List<Setting> parameters = List.of();

    @Option(names = "--symmetry", description = "Let TLC use symmetry; the configuration then leaves liveness out.")
    private boolean symmetry;

    TlaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path target = OutputFile.writableFolder("-o", folder);
        CheckOptions options = new CheckOptions(
                List.of(file),
                check == null ? List.of() : List.of(check),
                Setting.map(parameters),
                EngineChoice.TLC,
                List.of(),
                1,
                Optional.empty(),
                Optional.empty(),
                LongRun.UNSAID,
                false);
        Plan plan = Plan.of(List.of(Path.of(file)), options);
        plan.diagnostics()
                .values()
                .forEach(all -> all.forEach(d -> console.err().println(d.render())));
        if (plan.failed()) {
            return ExitCode.USAGE.code();
        }
        if (plan.complaint().isPresent()) {
            throw new UsageException(plan.complaint().get());
        }
        PlannedCheck first = plan.checks().getFirst();
        TlaModule module = TlaEmitter.emit(first.system());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(module.name() + ".tla", module.text());
        texts.put(module.name() + ".cfg", module.configuration(symmetry));
        OutputFile.writeAll(target, texts);
        texts.keySet().forEach(name -> console.out().println("wrote " + target.resolve(name)));
        return ExitCode.EXPECTED.code();
    }
}
