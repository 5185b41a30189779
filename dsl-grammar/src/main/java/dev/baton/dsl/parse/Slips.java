package dev.baton.dsl.parse;

import dev.baton.dsl.grammar.BatonParser;
import dev.baton.model.source.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/** Advice for the slips of those who come from C, Rust or TLA+, and for those that anyone makes. */
final class Slips {
    private static final Set<String> C_TYPES = Set.of(
            "auto",
            "bool",
            "char",
            "int",
            "long",
            "mut",
            "short",
            "size_t",
            "static",
            "u8",
            "u16",
            "u32",
            "u64",
            "i8",
            "i16",
            "i32",
            "i64",
            "unsigned",
            "usize",
            "void",
            "volatile");

    /** Words of other languages for what Baton has too. */
    private static final Map<String, String> FOREIGN_WORDS = Map.ofEntries(
            Map.entry("always", "what always holds is an `invariant`"),
            Map.entry("assume", "`terminal`, `check` and the types' bounds say what is assumed"),
            Map.entry("await", "statements stand in a `task`, `interrupt`, `action` or `on`"),
            Map.entry("case", "write `match e { pattern => … }`"),
            Map.entry("def", "a function is `fn name(x: T): U = e`; statements are a `proc`"),
            Map.entry("do", "write `loop { … }` or `while c { … }`"),
            Map.entry("elif", "write `else if`"),
            Map.entry("elseif", "write `else if`"),
            Map.entry("elsif", "write `else if`"),
            Map.entry("func", "a function is `fn name(x: T): U = e`; statements are a `proc`"),
            Map.entry("function", "a function is `fn name(x: T): U = e`; statements are a `proc`"),
            Map.entry("module", "a file begins with `protocol Name`"),
            Map.entry("print", "a trace shows every variable: nothing is printed"),
            Map.entry("printf", "a trace shows every variable: nothing is printed"),
            Map.entry("process", "a `kernel` has tasks: `kernel K { task name { … } }`"),
            Map.entry("property", "properties are `invariant`, `step`, `liveness` and `cover`"),
            Map.entry("shared", "shared variables are `memory name: T = e`"),
            Map.entry("struct", "write `record Name { field: T }`"),
            Map.entry("switch", "write `match e { pattern => … }`"),
            Map.entry("thread", "a `kernel` has tasks: `kernel K { task name { … } }`"),
            Map.entry("type", "types are `enum`, `record` and `index`"),
            Map.entry("typedef", "types are `enum`, `record` and `index`"),
            Map.entry("until", "`until` stands in `liveness` properties"),
            Map.entry("wait", "write `await condition`"));

    private Slips() {}

    /** One line of advice, if there is any worth giving. */
    static Optional<String> help(Slip slip) {
        return begun(slip).or(() -> symbol(slip)).or(() -> word(slip)).or(() -> place(slip));
    }

    /** The token found is a sign. */
    private static Optional<String> symbol(Slip slip) {
        Expected expected = slip.expected();
        return Optional.ofNullable(
                switch (slip.found().getType()) {
                    case BatonParser.FAT_ARROW -> expected.operator() ? "write `implies`" : null;
                    case BatonParser.QUESTION ->
                        expected.operator() ? "write `if condition then this else that`" : null;
                    case BatonParser.BAR -> expected.operator() ? "write `or`, and `union` for sets" : null;
                    case BatonParser.STRING -> expected.expression() ? "there are no strings: use an `enum`" : null;
                    case BatonParser.ARROW ->
                        expected.contains(BatonParser.FAT_ARROW)
                                ? "an arm is `pattern => statement`"
                                : expected.contains(BatonParser.COLON)
                                        ? "the type of the result stands after `:`"
                                        : null;
                    case BatonParser.COLON -> colon(slip);
                    case BatonParser.ASSIGN ->
                        slip.within(BatonParser.RULE_fieldValue)
                                ? "a field is `name: e`"
                                : expected.contains(BatonParser.COLON) && !expected.statement()
                                        ? "say its type: `name: T = e`"
                                        : null;
                    case BatonParser.COMMA -> comma(slip);
                    case BatonParser.LPAREN -> parenthesis(slip);
                    case BatonParser.LBRACE, BatonParser.HEAD_BRACE -> brace(slip);
                    default -> null;
                });
    }

    private static @Nullable String colon(Slip slip) {
        if (slip.expected().contains(BatonParser.FAT_ARROW)) {
            return "an arm is `pattern => statement`";
        }
        if (slip.within(BatonParser.RULE_change)) {
            return "a change is `field = e`";
        }
        if (slip.within(BatonParser.RULE_setting)) {
            return "write `name = e`";
        }
        return slip.type(-2) == BatonParser.LET ? "`let` takes no type: `let x = e`, or `var x: T = e`" : null;
    }

    private static @Nullable String comma(Slip slip) {
        if (slip.parser().getContext() instanceof BatonParser.MemoryDeclContext) {
            return "no comma stands between variables";
        }
        return slip.expected().contains(BatonParser.RBRACKET)
                        && !slip.expected().contains(BatonParser.COMMA)
                ? "an entry of a map of maps is `m[a][b]`"
                : null;
    }

    private static @Nullable String parenthesis(Slip slip) {
        if (slip.type(-2) == BatonParser.DOT) {
            return "a function stands before its arguments: `append(s, x)`";
        }
        return slip.type(-2) == BatonParser.MESSAGE || slip.type(-2) == BatonParser.RECORD
                ? "fields stand in braces: `{ name: T }`"
                : null;
    }

    private static @Nullable String brace(Slip slip) {
        if (slip.expected().contains(BatonParser.ASSIGN) && slip.within(BatonParser.RULE_declaration)) {
            return "a function is one expression, `fn f(x: T): U = e`; statements are a `proc`";
        }
        return null;
    }

    /** The token found is a word. */
    private static Optional<String> word(Slip slip) {
        String text = slip.text(0);
        Expected expected = slip.expected();
        if (slip.found().getType() == BatonParser.THEN && expected.contains(BatonParser.LBRACE)) {
            return Optional.of("`then` belongs to expressions; the statement is `if c { … }`");
        }
        if (slip.found().getType() == BatonParser.ELSE && expected.statement()) {
            return Optional.of("`else` goes on with `{` or `if`");
        }
        boolean begins = expected.statement() || expected.member() || expected.declaration();
        if (!begins || !Words.isWord(slip.found())) {
            return Optional.empty();
        }
        if (expected.declaration() && Words.MEMBER.contains(slip.found().getType())) {
            return Optional.of("`" + text + "` stands in the braces of a `kernel`, `core` or `environment`");
        }
        boolean ofDeclaration = Words.DECLARATION.contains(slip.found().getType());
        if (ofDeclaration && !expected.declaration()) {
            return Optional.of("`" + text + "` stands outside of all braces: is a `}` missing before it?");
        }
        boolean ofStatement = Words.STATEMENT.contains(slip.found().getType())
                && !Words.NAME.contains(slip.found().getType());
        if (ofStatement && !expected.statement()) {
            return Optional.of("statements stand in a `task`, `interrupt`, `action`, `on` or `proc`");
        }
        if (Words.MEMBER.contains(slip.found().getType()) && !expected.member()) {
            return Optional.of("`" + text + "` can't stand among statements: is a `}` missing before it?");
        }
        return foreign(text).or(() -> meant(text, expected));
    }

    private static Optional<String> foreign(String word) {
        if (C_TYPES.contains(word)) {
            return Optional.of("a variable is `var x: 0..3 = 0`, a name for a value `let x = e`");
        }
        return Optional.ofNullable(FOREIGN_WORDS.get(word.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> meant(String word, Expected expected) {
        IntervalSet starts = expected.declaration()
                ? Words.DECLARATION
                : expected.member() ? Words.MEMBER : Words.STATEMENT.subtract(Words.NAME);
        List<String> candidates = new ArrayList<>();
        for (int type : starts.toList()) {
            String literal = BatonParser.VOCABULARY.getLiteralName(type);
            if (literal != null) {
                candidates.add(literal.substring(1, literal.length() - 1));
            }
        }
        return Spelling.nearest(word, candidates).map(near -> "did you mean `" + near + "`?");
    }

    /** What is missing tells what was meant. */
    private static Optional<String> place(Slip slip) {
        Expected expected = slip.expected();
        boolean glued = slip.before().getStopIndex() + 1 == slip.found().getStartIndex();
        if (slip.type(-1) == BatonParser.INT && glued && Words.isWord(slip.found())) {
            return Optional.of("names begin with a letter");
        }
        if (expected.expression() || expected.statement()) {
            return Optional.empty();
        }
        if (expected.contains(BatonParser.LBRACE) && slip.within(BatonParser.RULE_statement)) {
            return Optional.of("a branch stands in braces, even if it is one statement");
        }
        if (slip.lacksName()) {
            return Optional.of("a property has a name: `invariant Name: P`");
        }
        boolean type = Words.TYPE.contains(slip.found().getType()) && Words.NAME.contains(slip.type(-1));
        if (expected.contains(BatonParser.COLON) && type && !expected.contains(BatonParser.ASSIGN)) {
            return Optional.of("a `:` stands between a name and its type");
        }
        return Optional.empty();
    }

    /** A statement that begins with a name, and goes on as none does. */
    private static Optional<String> begun(Slip slip) {
        if (!slip.expected().begun()) {
            return Optional.empty();
        }
        String first = slip.text(-1);
        if (slip.type(-2) == BatonParser.RETURN) {
            return Optional.of("`return` ends the task or handler and gives nothing back");
        }
        return foreign(first).or(() -> meantStatement(first));
    }

    private static Optional<String> meantStatement(String first) {
        List<String> candidates = new ArrayList<>();
        for (int type : Words.STATEMENT.subtract(Words.NAME).toList()) {
            String literal = BatonParser.VOCABULARY.getLiteralName(type);
            candidates.add(literal.substring(1, literal.length() - 1));
        }
        return Spelling.nearest(first, candidates).map(near -> "did you mean `" + near + "`?");
    }
}
