package dev.baton.cli;

import dev.baton.trace.Ink;
import java.io.PrintStream;

/**
 * Where Baton prints. A reader that has gone away (a broken pipe) is no error: print streams ignore it.
 *
 * @param err for progress, warnings and errors
 * @param ink of {@code out}
 * @param errorInk of {@code err}
 * @param width columns
 * @param redraws whether {@code err} is a terminal, on which a line can be drawn anew
 */
public record Console(PrintStream out, PrintStream err, Ink ink, Ink errorInk, int width, boolean redraws) {

    /** For a program or a test: no colours, nothing drawn anew. */
    public static Console plain(PrintStream out, PrintStream err) {
        return new Console(out, err, Ink.PLAIN, Ink.PLAIN, 100, false);
    }

    Console withoutColour() {
        return new Console(out, err, Ink.PLAIN, Ink.PLAIN, width, redraws);
    }

    /** One line that says what is wrong. */
    public void error(String message) {
        err.println(errorInk.red("error: ") + message);
    }
}
