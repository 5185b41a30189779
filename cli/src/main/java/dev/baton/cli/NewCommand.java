package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code baton new}: a protocol to start from. */
@Command(
        name = "new",
        description = "Writes NAME.baton: a small protocol that checks, to start from. Never overwrites a file.",
        footer = {"", "Examples:", "  baton new mailbox && baton check mailbox.baton"})
final class NewCommand implements Callable<Integer> {
    private static final String PLACE = "PROTOCOL_NAME";

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "A name of letters, digits and `_`; may stand behind a folder's.")
    private String name = "";

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String bare = name.endsWith(".baton") ? name.substring(0, name.length() - ".baton".length()) : name;
        Path path = OutputFile.writable("the protocol", bare + ".baton").path();
        String last = String.valueOf(Path.of(bare).getFileName());
        if (!last.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new UsageException(
                    "`" + last + "` is no name for a protocol: letters, digits and `_` only, no digit first");
        }
        String protocol = last.substring(0, 1).toUpperCase(Locale.ROOT) + last.substring(1);
        new OutputFile(path).create(template().replace(PLACE, protocol));
        console.out().println("wrote " + path + "; next: baton check " + path);
        return ExitCode.EXPECTED.code();
    }

    private static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(NewCommand.class.getResourceAsStream("new.baton"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
