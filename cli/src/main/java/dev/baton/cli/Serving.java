package dev.baton.cli;

import dev.baton.cli.check.Interruption;
import dev.baton.cli.check.UsageException;
import dev.baton.view.server.ViewServer;
import dev.baton.view.server.ViewSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Serves a page until the user stops it. */
final class Serving {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Console console;
    private final Interruption interruption;

    Serving(Console console, Interruption interruption) {
        this.console = console;
        this.interruption = interruption;
    }

    ExitCode serve(ViewSession session, ServingOptions options) {
        try (ViewServer server =
                ViewServer.start(session, options.port(), broken -> console.error("internal error: " + broken))) {
            console.out().println(server.address());
            console.out().flush();
            if (options.open() && !Browser.open(server.address(), System.getenv())) {
                console.err().println("no browser was found: open the address above");
            }
            console.err().println("serving this machine alone; Ctrl-C stops");
            while (!interruption.interrupted()) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
            return ExitCode.INTERRUPTED;
        } catch (IOException e) {
            throw new UsageException("can't listen on port " + options.port() + ": " + e.getMessage());
        }
    }
}
