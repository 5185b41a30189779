package dev.baton.cli;

import dev.baton.checker.smt.encode.CancelledException;
import dev.baton.checker.smt.script.SmtScript;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.TooLargeException;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton smt}: a protocol as formulas that any SMT solver reads. */
@Command(
        name = "smt",
        description = {
            "Writes a protocol as a script of SMT-LIB 2.6, one for each check: PROTOCOL-CHECK.smt2. State, steps and"
                    + " properties are functions over bit vectors; questions stand ready at the end."
        },
        footer = {
            "",
            "Examples:",
            "  baton smt specs/ipi/single_slot.baton -o out",
            "  baton smt single_slot.baton -o . --check small --property NoLoss",
            "  z3 out/SingleSlot-small.smt2",
            "  cvc5 --incremental out/SingleSlot-small.smt2",
            "",
            "Exit codes: 0 written, 2 wrong input, 3 too large to be written as formulas, 70 internal error,"
                    + " 130 interrupted.",
            "See docs/smt-lib.md."
        })
final class SmtCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Parameters(paramLabel = "FILE", description = "A .baton file.")
    private String file = "";

    @Mixin
    private final OutputFolderOptions output = new OutputFolderOptions();

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "Only this check; may be repeated. Default: all of the file.")
    private List<String> checks = List.of();

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Option(names = "--property", paramLabel = "P", description = "State only this property; may be repeated.")
    private List<String> properties = List.of();

    SmtCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        Path target = output.folder();
        Plan plan = Planning.plan(List.of(file), checks, parameters.settings(), properties, console);
        if (plan.failed()) {
            return ExitCode.USAGE.code();
        }
        if (plan.diagnostics().size() > 1) {
            throw new UsageException("there are several .baton files below `" + file + "`; name one");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (PlannedCheck check : plan.checks()) {
            try {
                SymbolicSystem system = new SymbolicSystem(check.system(), interruption::interrupted);
                texts.put(name(check), SmtScript.of(system, check.properties(), check.name()));
            } catch (TooLargeException e) {
                console.error(check.name() + ": can't be written as formulas: " + e.because());
                return ExitCode.UNDECIDED.code();
            } catch (CancelledException e) {
                return interrupted();
            }
        }
        if (interruption.interrupted()) {
            return interrupted();
        }
        OutputFile.writeAll(target, texts);
        texts.keySet().forEach(name -> console.out().println("wrote " + target.resolve(name)));
        return ExitCode.EXPECTED.code();
    }

    private int interrupted() {
        console.error("interrupted: nothing was written");
        return ExitCode.INTERRUPTED.code();
    }

    private static String name(PlannedCheck check) {
        return (check.system().name() + "-" + check.name()).replaceAll("[^A-Za-z0-9_.-]", "_") + ".smt2";
    }
}
