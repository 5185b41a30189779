package dev.baton.cli;

import dev.baton.cli.check.UsageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line with Baton's manners: what goes wrong is one sentence and an exit code, never a stack trace. */
final class CommandRun {
    private final CommandLine line;
    private final Console console;

    CommandRun(CommandLine line, Console console) {
        this.line = line;
        this.console = console;
        line.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(Math.clamp(console.width(), 80, 120));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setAbbreviatedOptionsAllowed(false);
        for (CommandLine verb : line.getSubcommands().values()) {
            verb.getCommandSpec().addOption(help());
        }
        line.getCommandSpec().addOption(help());
        line.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description("Say which Baton this is.")
                        .build());
        line.setParameterExceptionHandler(
                (exception, arguments) -> usage(exception).code());
        line.setExecutionExceptionHandler(
                (exception, command, parsed) -> failed(exception).code());
    }

    private static CommandLine.Model.OptionSpec help() {
        return CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this.")
                .build();
    }

    ExitCode run(List<String> arguments) {
        try {
            int code = line.execute(arguments.toArray(String[]::new));
            return List.of(ExitCode.values()).stream()
                    .filter(c -> c.code() == code)
                    .findFirst()
                    .orElseThrow();
        } catch (OutOfMemoryError full) {
            console.error("out of memory: give the JVM more, with BATON_JAVA_OPTS=-Xmx8g for 8 GB");
            return ExitCode.UNDECIDED;
        } catch (Error broken) {
            return internal(broken);
        }
    }

    /** One sentence, what may have been meant, and the usage line. */
    private ExitCode usage(ParameterException exception) {
        console.error(message(exception));
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                console.err()
                        .println("did you mean "
                                + suggestions.stream().map(s -> "`" + s + "`").collect(Collectors.joining(" or "))
                                + "?");
            }
        }
        CommandLine command = exception.getCommandLine();
        console.err().println("usage: " + synopsis(command));
        console.err().println("see `" + command.getCommandSpec().qualifiedName() + " --help`");
        return ExitCode.USAGE;
    }

    private static String message(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        if (exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !command.getSubcommands().isEmpty()) {
            return "there is no command `" + unmatched.getUnmatched().getFirst() + "`";
        }
        return uncapitalised(Objects.requireNonNullElse(exception.getMessage(), "wrong usage"))
                .replaceAll("'(.*?)'", "`$1`")
                .replaceFirst("(for option `--[a-z-]+`) \\(.*?\\)", "$1");
    }

    private static String synopsis(CommandLine command) {
        String operands = command.getCommandSpec().positionalParameters().stream()
                .map(p -> p.arity().max() > 1 ? p.paramLabel() + "…" : p.paramLabel())
                .collect(Collectors.joining(" "));
        String name = command.getCommandSpec().qualifiedName();
        return command.getSubcommands().isEmpty() ? (name + " [OPTIONS] " + operands).strip() : name + " COMMAND …";
    }

    private ExitCode failed(Exception exception) {
        return switch (exception) {
            case UsageException e -> {
                console.error(String.valueOf(e.getMessage()));
                yield ExitCode.USAGE;
            }
            default -> internal(exception);
        };
    }

    private ExitCode internal(Throwable broken) {
        console.error("internal error: " + broken.getClass().getSimpleName()
                + (broken.getMessage() == null ? "" : ": " + broken.getMessage()));
        if (debug()) {
            StringWriter stack = new StringWriter();
            broken.printStackTrace(new PrintWriter(stack, true));
            console.err().print(stack);
        } else {
            console.err().println("This is a bug in Baton; with BATON_DEBUG=1 it says where.");
        }
        return ExitCode.INTERNAL;
    }

    private static boolean debug() {
        return "1".equals(System.getenv("BATON_DEBUG"));
    }

    private static String uncapitalised(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
