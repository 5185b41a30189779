package dev.baton.cli;

import picocli.CommandLine.Option;

/** Whether there may be colours. */
final class ColourOptions {
    @Option(names = "--no-color", description = "No colours, whatever the terminal can do.")
    private boolean noColor;

    Console of(Console given) {
        return noColor ? given.withoutColour() : given;
    }
}
