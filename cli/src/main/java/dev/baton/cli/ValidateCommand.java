package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.UsageException;
import dev.baton.validate.MapText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton validate}: holds a log of running code against a protocol. */
@Command(
        name = "validate",
        description = {
            "Decides whether a log of running code is a behaviour of a protocol: whether its events can be steps of the"
                    + " protocol, in an order that their times allow. If not, it says how far they can, which is the"
                    + " first event that can't be, and what the protocol would have allowed there."
        },
        footer = {
            "",
            "Examples:",
            "  baton validate ring.baton --log run.log",
            "  baton validate ring.baton --log run.log.gz --json -",
            "  zcat run.log.gz | baton validate ring.baton --log -",
            "  baton validate ring.baton --log dmesg.txt --map ring.map  a log of something else; see docs/validate.md",
            "",
            "Exit codes: 0 the log is a behaviour, 1 it is none, or violates what it should not in every explanation,",
            "2 wrong input, 3 it can't be told, 70 internal error, 130 interrupted."
        })
final class ValidateCommand implements Callable<Integer> {
    private static final int WAYS = 100_000;

    private final Console console;
    private final Interruption interruption;

    @Parameters(arity = "1", paramLabel = "FILE", description = "A .baton file.")
    private String file = "";

    @Option(
            names = "--log",
            required = true,
            paramLabel = "LOG|-",
            description = "The log, compressed by gzip or not; - is standard input.")
    private String log = "";

    @Option(
            names = "--map",
            paramLabel = "MAP",
            description = "How to read a log that is not Baton's: patterns of lines, and the events that they tell.")
    private @Nullable String map;

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "Whose parameters and expectations to take where the log says nothing. Default: the first.")
    private @Nullable String check;

    @Mixin
    private final ParameterOptions parameters = new ParameterOptions();

    @Option(
            names = "--property",
            paramLabel = "P",
            description = "Hold it against only this invariant or step property; may be repeated.")
    private List<String> properties = List.of();

    @Option(
            names = "--unlimited-faults",
            description = "Faults that the log tells of may strike more often than the protocol says.")
    private boolean unlimited;

    @Option(
            names = "--no-hidden-faults",
            description = "No message or IPI is lost, duplicated or reordered but where the log says so.")
    private boolean noHiddenFaults;

    @Option(
            names = "--skew",
            paramLabel = "2us",
            description = "By how much clocks of different kernels may differ. Default: not at all.")
    private @Nullable String skew;

    @Option(
            names = "--ways",
            paramLabel = "N",
            description = "Give up where there are more ways to explain the log than this. Default: ${DEFAULT-VALUE}.")
    private int ways = WAYS;

    @Mixin
    private final JsonOptions json = new JsonOptions();

    ValidateCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() {
        if (ways < 1) {
            throw new UsageException("`--ways " + ways + "`: at least 1 is needed");
        }
        long nanoseconds = skew == null
                ? 0
                : MapText.nanoseconds(skew)
                        .orElseThrow(() -> new UsageException("`--skew " + skew + "`: write 500ns, 2us, 1ms"));
        JsonTarget target = json.target();
        LogValidation.Request request = new LogValidation.Request(
                file,
                log,
                Optional.ofNullable(map),
                Optional.ofNullable(check),
                parameters.settings(),
                properties,
                unlimited,
                !noHiddenFaults,
                nanoseconds,
                ways);
        return new LogValidation(request, console, interruption).run(target).code();
    }
}
