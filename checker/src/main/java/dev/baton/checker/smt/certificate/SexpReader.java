package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.script.Sexp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The commands of a script. Bounded in how deeply lists nest, so that whoever walks them may call itself. */
final class SexpReader {
    /** Beyond what the writer nests. */
    private static final int DEEPEST = 1_000;

    /** A list at the top. */
    record Command(int line, List<Sexp> parts) {
        Command {
            parts = List.copyOf(parts);
        }

        String word() {
            return parts.getFirst().toString();
        }

        @Override
        public String toString() {
            return Sexp.list(parts).toString();
        }
    }

    private record Open(int line, List<Sexp> parts) {}

    private final String text;
    private final List<Command> commands = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private int line = 1;

    private SexpReader(String text) {
        this.text = text;
    }

    static List<Command> read(String text) throws CertificateException {
        SexpReader reader = new SexpReader(text);
        reader.read();
        return reader.commands;
    }

    private void read() throws CertificateException {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\n' -> {
                    line++;
                    at++;
                }
                case ' ', '\t', '\r' -> at++;
                case ';' -> {
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end;
                }
                case '(' -> {
                    if (open.size() == DEEPEST) {
                        throw new CertificateException(line, "lists nest deeper than " + DEEPEST);
                    }
                    open.push(new Open(line, new ArrayList<>()));
                    at++;
                }
                case ')' -> close();
                default -> add(Sexp.atom(token(c)));
            }
        }
        if (!open.isEmpty()) {
            throw new CertificateException(open.peekLast().line(), "the file ends within what begins here");
        }
    }

    private void close() throws CertificateException {
        at++;
        if (open.isEmpty()) {
            throw new CertificateException(line, "a `)` too many");
        }
        Open done = open.pop();
        if (!open.isEmpty()) {
            open.peek().parts().add(Sexp.list(done.parts()));
        } else if (done.parts().isEmpty()) {
            throw new CertificateException(done.line(), "an empty command");
        } else {
            commands.add(new Command(done.line(), done.parts()));
        }
    }

    private void add(Sexp token) throws CertificateException {
        if (open.isEmpty()) {
            String shown = token.toString();
            throw new CertificateException(
                    line, "`" + shown.substring(0, Math.min(20, shown.length())) + "` where a command is expected");
        }
        open.peek().parts().add(token);
    }

    private String token(char first) throws CertificateException {
        int start = at;
        if (first == '|' || first == '"') {
            do {
                int end = text.indexOf(first, at + 1);
                if (end < 0) {
                    throw new CertificateException(line, "a " + first + " that nothing closes");
                }
                at = end + 1;
                // a quote within a string stands twice
            } while (first == '"' && at < text.length() && text.charAt(at) == '"');
        } else {
            while (at < text.length() && " \t\r\n();\"|".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }
        String token = text.substring(start, at);
        line += (int) token.chars().filter(c -> c == '\n').count();
        return token;
    }
}
