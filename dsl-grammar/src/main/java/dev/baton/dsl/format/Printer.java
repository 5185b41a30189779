package dev.baton.dsl.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Lays a {@link Doc} out in lines. Comments at the ends of neighbouring lines are aligned where they fit. */
final class Printer {
    private static final int GAP = 2;
    private static final int CONTINUED = 4;

    private final int width;
    private final List<Row> rows = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private String comment = "";
    private int indent;

    private Printer(int width) {
        this.width = width;
    }

    /** The text, with lines of at most {@code width} columns where that is possible. */
    static String print(Doc doc, int width) {
        Printer printer = new Printer(width);
        printer.lay(doc);
        printer.endLine(0);
        return printer.aligned();
    }

    private record Row(String code, String comment) {}

    private record Command(int indent, boolean flat, Doc doc) {}

    private void lay(Doc whole) {
        Deque<Command> commands = new ArrayDeque<>();
        commands.push(new Command(0, false, whole));
        while (!commands.isEmpty()) {
            Command command = commands.pop();
            int in = command.indent;
            switch (command.doc) {
                case Doc.Text text -> write(text.text(), in);
                case Doc.Line soft -> {
                    if (command.flat) {
                        write(soft.flat(), in);
                    } else {
                        endLine(in);
                    }
                }
                case Doc.Hard hard -> endLine(in);
                case Doc.Fresh fresh -> {
                    if (line.toString().isBlank()) {
                        line.setLength(0);
                        indent = in;
                    } else {
                        endLine(in);
                    }
                }
                case Doc.Verbatim verbatim -> {
                    endLine(0);
                    write(verbatim.line(), 0);
                }
                case Doc.Suffix suffix -> comment = suffix.comment();
                case Doc.Choice choice -> line.append(command.flat ? choice.flat() : choice.broken());
                case Doc.Concat concat -> {
                    for (Doc part : concat.parts().reversed()) {
                        commands.push(new Command(in, command.flat, part));
                    }
                }
                case Doc.Nest nest -> commands.push(new Command(in + nest.blanks(), command.flat, nest.body()));
                case Doc.Group group -> {
                    boolean flat =
                            command.flat || (!group.forced() && fits(new Command(in, true, group.body()), commands));
                    commands.push(new Command(in, flat, group.body()));
                }
            }
        }
    }

    /** Whether a command, and what follows it up to the next end of a line, fits on this line. */
    private boolean fits(Command first, Deque<Command> following) {
        int left = width - column();
        boolean commented = !comment.isEmpty();
        Deque<Command> ahead = new ArrayDeque<>();
        ahead.push(first);
        Iterator<Command> rest = following.iterator();
        while (left >= 0) {
            if (ahead.isEmpty()) {
                if (!rest.hasNext()) {
                    return true;
                }
                ahead.push(rest.next());
                continue;
            }
            Command command = ahead.pop();
            switch (command.doc) {
                case Doc.Text text -> {
                    if (commented && !text.text().isBlank()) {
                        return false;
                    }
                    left -= text.text().length();
                }
                case Doc.Line soft -> {
                    if (!command.flat) {
                        return true;
                    }
                    left -= soft.flat().length();
                }
                case Doc.Hard hard -> {
                    return true;
                }
                case Doc.Fresh fresh -> {
                    return true;
                }
                case Doc.Verbatim verbatim -> {
                    return true;
                }
                case Doc.Suffix suffix -> commented = true;
                case Doc.Choice choice -> left -= (command.flat ? choice.flat() : choice.broken()).length();
                case Doc.Concat concat -> {
                    for (Doc part : concat.parts().reversed()) {
                        ahead.push(new Command(command.indent, command.flat, part));
                    }
                }
                case Doc.Nest nest -> ahead.push(new Command(command.indent, command.flat, nest.body()));
                case Doc.Group group ->
                    ahead.push(new Command(command.indent, command.flat && !group.forced(), group.body()));
            }
        }
        return false;
    }

    private int column() {
        return line.isEmpty() ? indent : line.length();
    }

    /** What comes behind a comment goes to the next line, even if no line should end there. */
    private void write(String text, int in) {
        if (text.isBlank() && !comment.isEmpty()) {
            return;
        }
        if (!comment.isEmpty()) {
            endLine(in + CONTINUED);
        }
        if (line.isEmpty() && !text.isEmpty()) {
            line.append(" ".repeat(indent));
        }
        line.append(text);
    }

    private void endLine(int nextIndent) {
        rows.add(new Row(line.toString().stripTrailing(), comment));
        line.setLength(0);
        comment = "";
        indent = nextIndent;
    }

    private String aligned() {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < rows.size()) {
            int end = i;
            while (end < rows.size() && !rows.get(end).comment.isEmpty()) {
                end++;
            }
            int column = column(rows.subList(i, end));
            for (Row row : rows.subList(i, Math.max(end, i + 1))) {
                out.append(row.code);
                if (!row.comment.isEmpty()) {
                    int blanks = row.code.isEmpty() ? 0 : Math.max(GAP, column - row.code.length());
                    out.append(" ".repeat(blanks)).append(row.comment);
                }
                out.append('\n');
            }
            i = Math.max(end, i + 1);
        }
        return out.toString();
    }

    /** Where the comments of neighbouring lines begin; 0, right behind the code, if one would not fit there. */
    private int column(List<Row> run) {
        int column = run.stream().mapToInt(row -> row.code.length() + GAP).max().orElse(0);
        boolean fits = run.stream().allMatch(row -> column + row.comment.length() <= width);
        return fits ? column : 0;
    }
}
