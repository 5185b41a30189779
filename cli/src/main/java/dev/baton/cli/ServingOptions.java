package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import picocli.CommandLine.Option;

/** How a page is served. */
final class ServingOptions {
    @Option(names = "--port", paramLabel = "N", description = "The port to listen on. Default: any that is free.")
    private int port;

    @Option(names = "--no-open", description = "Only say the address, and open no browser.")
    private boolean noOpen;

    /** @throws UsageException if they make no sense */
    void check() {
        if (port < 0 || port > 65_535) {
            throw new UsageException("`--port " + port + "`: there are ports 1 to 65535");
        }
    }

    int port() {
        return port;
    }

    boolean open() {
        return !noOpen;
    }
}
