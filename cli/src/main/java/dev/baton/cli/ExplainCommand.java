package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import dev.baton.model.source.Code;
import dev.baton.model.source.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baton explain}: the page of a diagnostic's code. */
@Command(
        name = "explain",
        description = "Explains what a diagnostic means, with an example that shows it and one that mends it.",
        footer = {"", "Examples:", "  baton explain B0201", "  baton explain            the list of all codes"})
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "CODE", description = "As a diagnostic shows it. Without: all codes.")
    private @Nullable String code;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (code == null) {
            for (Code each : Code.values()) {
                console.out().println(each.id() + "  " + padded(each) + "  " + template(each));
            }
            return ExitCode.EXPECTED.code();
        }
        String wanted = code.toUpperCase(Locale.ROOT);
        Code found = Arrays.stream(Code.values())
                .filter(c -> c.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException("there is no code `" + code + "`" + suggestion(wanted)));
        console.out()
                .println(page(found)
                        .orElseGet(() -> found.id() + ": " + template(found))
                        .stripTrailing());
        return ExitCode.EXPECTED.code();
    }

    private static String padded(Code code) {
        String word = code.severity().word();
        return word + " ".repeat(Math.max(0, "warning".length() - word.length()));
    }

    private static String template(Code code) {
        return code.template().replaceAll("\\{[0-9]}", "…");
    }

    private static String suggestion(String wanted) {
        List<String> all = Arrays.stream(Code.values()).map(Code::id).toList();
        return Spelling.nearest(wanted, all)
                .map(n -> "; did you mean `" + n + "`?")
                .orElse("; `baton explain` lists all");
    }

    /** The page as it stands in {@code docs/errors}. */
    static Optional<String> page(Code code) {
        try (InputStream in = ExplainCommand.class.getResourceAsStream("errors/" + code.id() + ".md")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the page of " + code.id(), e);
        }
    }
}
