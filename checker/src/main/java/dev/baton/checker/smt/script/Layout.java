package dev.baton.checker.smt.script;

import java.util.List;

/** S-expressions on lines of at most {@value #WIDTH} characters, as far as tokens and nesting allow. */
final class Layout {
    static final int WIDTH = 110;

    private final StringBuilder out = new StringBuilder();

    private Layout() {}

    static String flat(Sexp sexp) {
        Layout layout = new Layout();
        layout.line(sexp);
        return layout.out.toString();
    }

    static String wrapped(Sexp sexp) {
        Layout layout = new Layout();
        layout.print(sexp, 0, 0);
        return layout.out.toString();
    }

    private void line(Sexp sexp) {
        switch (sexp) {
            case Sexp.Atom atom -> out.append(atom.text());
            case Sexp.Group group -> {
                out.append('(');
                for (int i = 0; i < group.parts().size(); i++) {
                    out.append(i == 0 ? "" : " ");
                    line(group.parts().get(i));
                }
                out.append(')');
            }
        }
    }

    /**
     * @param column where it begins
     * @param closing how many parentheses will stand behind it
     */
    private void print(Sexp sexp, int column, int closing) {
        if (column + sexp.length() + closing <= WIDTH || sexp instanceof Sexp.Atom) {
            line(sexp);
            return;
        }
        List<Sexp> parts = ((Sexp.Group) sexp).parts();
        out.append('(');
        int first = onFirstLine(parts);
        int indent = column + (first == 0 ? 1 : 2);
        int at = column + 1;
        for (int i = 0; i < parts.size(); i++) {
            int after = i == parts.size() - 1 ? closing + 1 : 0;
            if (i > 0 && i < first) {
                out.append(' ');
                at++;
            } else if (i > 0) {
                out.append('\n').repeat(' ', indent);
                at = indent;
            }
            print(parts.get(i), at, after);
            at += parts.get(i).length();
        }
        out.append(')');
    }

    /** How many parts stand behind the opening parenthesis; 0 if all are alike. */
    private static int onFirstLine(List<Sexp> parts) {
        if (!(parts.getFirst() instanceof Sexp.Atom head)) {
            return 0;
        }
        return switch (head.text()) {
            case "define-fun" -> 4;
            case "let", "ite", "=>" -> 2;
            default -> 1;
        };
    }
}
