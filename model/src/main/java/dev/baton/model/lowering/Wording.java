package dev.baton.model.lowering;

import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.Locale;
import java.util.Set;

/** Steps in the designer's words: labels for places, lines for traces. */
final class Wording {
    private Wording() {}

    /** A name for the place before a statement: {@code raise_bell}. */
    static String label(Stmt s) {
        return switch (s) {
            case Stmt.Assign x ->
                switch (x.value()) {
                    case Source.Pure p -> "set_" + name(x.place());
                    case Source.Cas p -> "cas_" + name(p.place());
                    case Source.FetchAdd p -> "fetch_add_" + name(p.place());
                    case Source.Exchange p -> "xchg_" + name(p.place());
                };
            case Stmt.Let x ->
                switch (x.value()) {
                    case Source.Pure p -> "let_" + identifier(x.name());
                    case Source.Cas p -> "cas_" + name(p.place());
                    case Source.FetchAdd p -> "fetch_add_" + name(p.place());
                    case Source.Exchange p -> "xchg_" + name(p.place());
                };
            case Stmt.If x -> test("if", x.test());
            case Stmt.While x -> test("while", x.test());
            case Stmt.Loop x -> "loop";
            case Stmt.ForEach x -> "for_" + identifier(x.name());
            case Stmt.Break x -> "break";
            case Stmt.Continue x -> "continue";
            case Stmt.Return x -> "return";
            case Stmt.Match x -> "match";
            case Stmt.Await x -> "await";
            case Stmt.Either x -> "either";
            case Stmt.Choose x -> "choose_" + identifier(x.name());
            case Stmt.Send x -> "send_" + identifier(x.channel());
            case Stmt.Receive x -> "receive_" + identifier(x.channel());
            case Stmt.Raise x -> "raise_" + identifier(x.ipi());
            case Stmt.Mask x -> "mask_" + identifier(x.ipi());
            case Stmt.Unmask x -> "unmask_" + identifier(x.ipi());
            case Stmt.Fence x -> "fence";
            case Stmt.Start x -> "start_" + identifier(((Type.Index) x.actor().type()).name());
            case Stmt.Halt x -> "halt";
            case Stmt.Assert x -> "assert";
            case Stmt.Atomic x -> x.body().size() == 1 ? label(x.body().getFirst()) : "atomic";
            case Stmt.Skip x -> "skip";
            case Stmt.Labelled x -> identifier(x.label());
            case Stmt.Use x -> "use";
            case Stmt.Give x -> "give";
            case Stmt.Take x -> "take";
            case Stmt.Release x -> "release";
        };
    }

    private static String test(String word, Stmt.Test test) {
        return switch (test.source()) {
            case Source.Pure p -> word;
            case Source.Cas p -> "cas_" + name(p.place());
            case Source.FetchAdd p -> "fetch_add_" + name(p.place());
            case Source.Exchange p -> "xchg_" + name(p.place());
        };
    }

    private static String name(Place place) {
        StringBuilder out = new StringBuilder();
        switch (place.root()) {
            case Place.VariableRoot r -> {
                String full = r.variable().name();
                out.append(full.substring(full.lastIndexOf('.') + 1));
            }
            case Place.LocalRoot r -> out.append(r.name());
        }
        for (Place.Step step : place.path()) {
            if (step instanceof Place.Field f) {
                out.append('_').append(f.name());
            }
        }
        return identifier(out.toString());
    }

    /** The characters of a name that an identifier may have. */
    static String identifier(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "_");
    }

    /** What a step does, on one line: the statement's own text up to its block, without comments. */
    static String line(Stmt s) {
        String text = s.span().text();
        String plain = text.replaceAll("//[^\\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
        boolean headed = s instanceof Stmt.If
                || s instanceof Stmt.While
                || s instanceof Stmt.Match
                || s instanceof Stmt.Loop
                || s instanceof Stmt.ForEach
                || s instanceof Stmt.Either;
        if (headed && plain.indexOf('{') > 0) {
            plain = headOf(plain);
        }
        String line = plain.replaceAll("\\s+", " ").strip();
        return line.length() > 100 ? line.substring(0, 97) + "..." : line;
    }

    /** The text of a declaration before its block, on one line. */
    static String header(dev.baton.model.source.Span span) {
        String plain = span.text().replaceAll("//[^\\n]*", " ").replaceAll("(?s)/\\*.*?\\*/", " ");
        return headOf(plain).replaceAll("\\s+", " ").strip();
    }

    /** The text before the block: the last opening brace at depth 0 that is followed by a block. */
    private static String headOf(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' && depth == 0 && !literal(text, i)) {
                return text.substring(0, i);
            }
            depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
        }
        return text;
    }

    /** Words after which a brace opens a set, not a block. */
    private static final Set<String> BEFORE_SETS =
            Set.of("in", "union", "intersect", "minus", "subset", "and", "or", "not", "implies", "is");

    /** Whether a brace opens a value rather than a block: a set after an operator, a record after its name. */
    private static boolean literal(String text, int brace) {
        String before = text.substring(0, brace).stripTrailing();
        String after = text.substring(brace + 1).stripLeading();
        if (before.isEmpty()) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        if (!Character.isJavaIdentifierPart(last)) {
            return "=<>+-*/%(,[".indexOf(last) >= 0;
        }
        String word = before.substring(before.replaceAll("[A-Za-z0-9_]+$", "").length());
        return BEFORE_SETS.contains(word) || after.toLowerCase(Locale.ROOT).matches("(?s)[a-z_][a-z0-9_]*\\s*:.*");
    }
}
