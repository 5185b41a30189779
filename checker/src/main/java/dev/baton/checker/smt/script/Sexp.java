package dev.baton.checker.smt.script;

import java.util.List;

/** An s-expression of SMT-LIB: a token, or a list. */
public sealed interface Sexp {

    /** How many characters it has on one line. */
    int length();

    /** @param text as it stands in a script: a quoted symbol with its bars, a string with its quotes */
    record Atom(String text) implements Sexp {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** @param length of the text with its parentheses and single blanks */
    record Group(List<Sexp> parts, int length) implements Sexp {
        @Override
        public String toString() {
            return Layout.flat(this);
        }
    }

    static Sexp atom(String text) {
        return new Atom(text);
    }

    static Sexp list(List<Sexp> parts) {
        int length = 1 + Math.max(1, parts.size());
        for (Sexp part : parts) {
            length += part.length();
        }
        return new Group(List.copyOf(parts), length);
    }

    static Sexp list(String head, Sexp... parts) {
        List<Sexp> all = new java.util.ArrayList<>(List.of(atom(head)));
        all.addAll(List.of(parts));
        return list(all);
    }
}
