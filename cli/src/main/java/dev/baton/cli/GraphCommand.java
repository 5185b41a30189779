package dev.baton.cli;

import dev.baton.cli.check.Interruption;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final OneInstance instance = new OneInstance();

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
        Optional<PlannedCheck> planned = instance.check(properties, console);
        if (planned.isEmpty()) {
            return ExitCode.USAGE.code();
        }
        int limit = most != null ? most : merge == null ? MOST : MOST_TO_MERGE;
        return new GraphDrawing(planned.get(), variables(planned.get()), merge != null, limit, console, interruption)
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
