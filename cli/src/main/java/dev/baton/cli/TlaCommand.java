package dev.baton.cli;

import dev.baton.checker.tla.TlaEmitter;
import dev.baton.checker.tla.TlaModule;
import dev.baton.cli.check.PlannedCheck;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final OneInstance instance = new OneInstance();

    @Mixin
    private final OutputFolderOptions output = new OutputFolderOptions();

    @Option(names = "--symmetry", description = "Let TLC use symmetry; the configuration then leaves liveness out.")
    private boolean symmetry;

    TlaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path target = output.folder();
        Optional<PlannedCheck> planned = instance.check(List.of(), console);
        if (planned.isEmpty()) {
            return ExitCode.USAGE.code();
        }
        TlaModule module = TlaEmitter.emit(planned.get().system());
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(module.name() + ".tla", module.text());
        texts.put(module.name() + ".cfg", module.configuration(symmetry));
        OutputFile.writeAll(target, texts);
        texts.keySet().forEach(name -> console.out().println("wrote " + target.resolve(name)));
        return ExitCode.EXPECTED.code();
    }
}
