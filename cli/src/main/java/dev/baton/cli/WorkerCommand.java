package dev.baton.cli;

import dev.baton.checker.tla.RemoteWorker;
import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton worker}: lends this machine to a {@code baton check --distributed} on another. */
@Command(
        name = "worker",
        description = {
            "Works for a `baton check --distributed --listen` on another machine, until it is stopped (Ctrl-C).",
            "Nothing is asked of who connects: only on a network on which you trust everybody."
        },
        footer = {
            "",
            "Examples:",
            "  baton worker 10.0.0.1                   for a server that listens at 10.0.0.1",
            "  baton worker 10.0.0.1:12000 --threads 8",
            "",
            "See docs/distributed.md."
        })
final class WorkerCommand implements Callable<Integer> {
    private final Console console;
    private final Interruption interruption;

    @Parameters(
            paramLabel = "HOST[:PORT]",
            converter = HostAndPort.class,
            description = "Where the server listens, as in its --listen.")
    private InetSocketAddress server = InetSocketAddress.createUnresolved("", 0);

    @Option(names = "--threads", paramLabel = "N", description = "Threads that search. Default: the cores there are.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "4g",
            converter = Amounts.Size.class,
            description = "How much memory the worker may use: 512m, 4g.")
    private @Nullable Long memory;

    WorkerCommand(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    @Override
    public Integer call() throws IOException {
        if (threads < 1) {
            throw new UsageException("`--threads " + threads + "`: at least 1 is needed");
        }
        RemoteWorker worker = new RemoteWorker(server, threads, Optional.ofNullable(memory));
        worker.refuses().ifPresent(reason -> {
            throw new UsageException(reason);
        });
        Optional<String> failure = worker.work(interruption::interrupted, console.out()::println);
        failure.ifPresent(console::error);
        return (failure.isPresent() ? ExitCode.UNDECIDED : ExitCode.INTERRUPTED).code();
    }
}
