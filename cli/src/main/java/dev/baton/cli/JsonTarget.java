package dev.baton.cli;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where a result goes as JSON, if anywhere.
 *
 * @param toOut whether to standard output, in place of the text
 * @param file known to be writable
 */
record JsonTarget(boolean toOut, Optional<OutputFile> file) {

    /** @param json made only if somebody wants it */
    void write(Supplier<String> json, Console console) {
        if (!toOut && file.isEmpty()) {
            return;
        }
        String text = json.get();
        file.ifPresent(f -> f.write(text));
        if (toOut) {
            console.out().print(text);
            console.out().flush();
        }
    }
}
