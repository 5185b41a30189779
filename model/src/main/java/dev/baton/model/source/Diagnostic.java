package dev.baton.model.source;

import java.util.List;
import java.util.Optional;

/**
 * Something wrong or doubtful in the designer's text.
 *
 * @param code what kind of thing, with its page
 * @param span where
 * @param arguments the words that fill the code's template, in order; tests assert on them
 * @param help one line of advice, without a final full stop
 */
public record Diagnostic(Code code, Span span, List<String> arguments, Optional<String> help) {

    public Diagnostic {
        arguments = List.copyOf(arguments);
    }

    /** A diagnostic without advice. */
    public static Diagnostic of(Code code, Span span, String... arguments) {
        return new Diagnostic(code, span, List.of(arguments), Optional.empty());
    }

    /** The same with a line of advice. */
    public Diagnostic withHelp(String help) {
        return new Diagnostic(code, span, arguments, Optional.of(help));
    }

    /** The sentence, with its arguments filled in. */
    public String message() {
        String message = code.template();
        for (int i = 0; i < arguments.size(); i++) {
            message = message.replace("{" + i + "}", arguments.get(i));
        }
        return message;
    }

    /** As a person reads it: the sentence, the place, the line with the span underlined, the advice. */
    public String render() {
        StringBuilder out = new StringBuilder();
        out.append(code.severity().word())
                .append('[')
                .append(code.id())
                .append("]: ")
                .append(message())
                .append('\n');
        if (!span.known() || span.wholeFile()) {
            if (span.known()) {
                out.append(" ┌ ").append(span.file().name()).append('\n');
            }
            return advice(out.append(' ')).toString();
        }
        int line = span.line();
        int column = span.column();
        String number = Integer.toString(line);
        String gutter = " ".repeat(number.length());
        String raw = span.file().lineText(line);
        int from = Math.max(0, column - 1 - 60);
        int to = Math.min(raw.length(), Math.max(from + 120, column));
        String shown = clean(raw.substring(Math.min(from, raw.length()), to));
        int width = Math.max(1, Math.min(span.end() - span.start(), to - (column - 1)));
        out.append(gutter).append("┌ ").append(span).append('\n');
        out.append(number).append("│ ").append(shown).append('\n');
        out.append(gutter)
                .append("│ ")
                .append(" ".repeat(Math.max(0, column - 1 - from)))
                .append("^".repeat(Math.max(1, Math.min(width, 120))))
                .append('\n');
        return advice(out.append(gutter)).toString();
    }

    private StringBuilder advice(StringBuilder out) {
        out.append("= help: ");
        help.ifPresent(text -> out.append(text).append("      "));
        return out.append("see `baton explain ").append(code.id()).append("`\n");
    }

    /** Without what moves a terminal's cursor, or reverses the order in which it shows what stands there. */
    private static String clean(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : (char) c));
        return out.toString();
    }
}
