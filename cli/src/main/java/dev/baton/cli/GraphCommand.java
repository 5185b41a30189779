package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.Plan;
import dev.baton.cli.check.PlannedCheck;
import dev.baton.cli.check.UsageException;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Spelling;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton graph}: the reachable states of a small protocol as a picture. */
@Command(
        name = "graph",
        description = {
            "Draws all reachable states of a small protocol and the steps between them: as DOT for Graphviz, as SVG,"
                    + " or as an HTML page to look around in."
        },
        footer = {
            "",
            "Examples:",
            "  baton graph specs/classic/peterson.baton -o peterson.html",
            "  baton graph a.baton --param N=2 | dot -Tpng -o a.png",
            "  baton graph a.baton --merge bisimilar --show Host.phase -o a.svg",
            "",
            "Exit codes: 0 drawn, 2 wrong input, 3 too many states, 70 internal error, 130 interrupted.",
            "See docs/graph.md."
        })
final class GraphCommand implements Callable<Integer> {
    private static final int MOST = 3_000;
    private static final int MOST_TO_MERGE = 30_000;

    private final Console console;
    private final Interruption interruption;

    @Parameters(paramLabel = "FILE", description = "A .baton file.")
    private String file = "";

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

    @Option(
            names = "--property",
            paramLabel = "P",
            description = "Mark violations of only this property; may be repeated.")
    private List<String> properties = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write: a name that ends in .dot, .svg or .html. Default: DOT to standard output.")
    private @Nullable String output;

    @Option(
            names = "--merge",
            paramLabel = "bisimilar",
            converter = Merging.Converter.class,
            description =
                    "Draw states as one that no sequence of steps tells apart, by the truth of the properties or by"
                            + " what --show names.")
    private @Nullable Merging merge;

    @Option(
            names = "--show",
            paramLabel = "VAR",
            description = "Show only this variable in the nodes; may be repeated.")
    private List<String> shown = List.of();

    @Option(
            names = "--max-states",
            paramLabel = "N",
            description = "Give up beyond so many states. Default: 3000, with --merge 30000.")
    private @Nullable Integer most;

    GraphCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    /** How to merge states. */
    enum Merging {
        BISIMILAR;

        /** As it is typed. */
        static final class Converter implements picocli.CommandLine.ITypeConverter<Merging> {
            @Override
            public Merging convert(String text) {
                if (!text.toLowerCase(Locale.ROOT).equals("bisimilar")) {
                    throw new picocli.CommandLine.TypeConversionException(
                            "`" + text + "` is no way to merge states; there is bisimilar");
                }
                return BISIMILAR;
            }
        }
    }

    @Override
    public Integer call() {
        if (most != null && most < 1) {
            throw new UsageException("`--max-states " + most + "`: at least 1 is needed");
        }
        GraphFormat format = output == null ? GraphFormat.DOT : GraphFormat.of(output);
        Optional<OutputFile> target = Optional.ofNullable(output).map(name -> OutputFile.writable("-o", name));
        Plan plan = Planning.plan(
                List.of(file), check == null ? List.of() : List.of(check), parameters, properties, console);
        if (plan.failed()) {
            return ExitCode.USAGE.code();
        }
        if (plan.diagnostics().size() > 1) {
            throw new UsageException("there are several .baton files below `" + file + "`; name one");
        }
        PlannedCheck planned = plan.checks().getFirst();
        int limit = most != null ? most : merge == null ? MOST : MOST_TO_MERGE;
        return new GraphDrawing(planned, variables(planned), merge != null, limit, console, interruption)
                .draw(format, target)
                .code();
    }

    /** The variables that {@code --show} names. */
    private Set<String> variables(PlannedCheck planned) {
        List<String> known =
                planned.system().variables().stream().map(Variable::name).toList();
        for (String name : shown) {
            if (!known.contains(name)) {
                throw new UsageException("there is no variable `" + name + "`"
                        + Spelling.nearest(name, known)
                                .map(n -> "; did you mean `" + n + "`?")
                                .orElse("; there is " + String.join(", ", known)));
            }
        }
        return new LinkedHashSet<>(shown);
    }
}
