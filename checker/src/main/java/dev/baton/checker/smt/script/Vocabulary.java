package dev.baton.checker.smt.script;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.expr.Variable;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a script calls things: each leaf now and after a step, members of types, and functions as they are claimed. */
public final class Vocabulary {
    private final SymbolicSystem system;
    private final Names names = new Names();
    private final Map<Term, String> symbols = new LinkedHashMap<>();
    private final Map<Term, Type> types = new HashMap<>();
    private final Constants constants;

    public Vocabulary(SymbolicSystem system) {
        this.system = system;
        for (Leaf leaf : system.leaves()) {
            symbols.put(leaf.now(), names.claim(leaf.name()));
            types.put(leaf.now(), leaf.type());
        }
        for (Leaf leaf : system.leaves()) {
            symbols.put(leaf.next(), names.claim(leaf.next().name()));
            types.put(leaf.next(), leaf.type());
        }
        this.constants = new Constants(system.leaves(), names);
    }

    SymbolicSystem system() {
        return system;
    }

    Constants constants() {
        return constants;
    }

    /** A symbol for a function; no two are the same. */
    String claim(String wanted) {
        return names.claim(wanted);
    }

    /** A truth value that stands for a function of the script. */
    Term reference(String symbol) {
        Term reference = system.terms().symbol("script " + symbol, Sort.BOOL);
        symbols.put(reference, symbol);
        return reference;
    }

    /** What stands in the script for a symbol of a term. */
    public String symbol(Term term) {
        String symbol = symbols.get(term);
        if (symbol == null) {
            throw new IllegalArgumentException(term + " is no symbol of the script");
        }
        return symbol;
    }

    /** Definitions as text, with what they share. */
    Functions functions(List<Definition> definitions) {
        Sharing sharing = new Sharing(definitions.stream().map(Definition::term).toList());
        return new Functions(sharing, constants, this::symbol, types);
    }

    /** The members of types as constants, then every leaf with what its variable is for. */
    List<String> declarations() {
        List<String> lines = new ArrayList<>();
        constants.byType().forEach((type, members) -> {
            lines.add("; " + type);
            for (Constants.Named member : members) {
                lines.add("(define-fun " + member.symbol() + " () (_ BitVec " + member.width() + ") "
                        + Constants.number(member.value(), member.width()) + ")");
            }
            lines.add("");
        });
        Map<Variable, List<Leaf>> leaves = new LinkedHashMap<>();
        system.leaves()
                .forEach(leaf -> leaves.computeIfAbsent(leaf.variable(), _ -> new ArrayList<>())
                        .add(leaf));
        leaves.forEach((variable, parts) -> {
            lines.addAll(Comment.of(variable.name() + ": " + variable.type() + ", " + role(variable)
                    + variable.doc().map(doc -> ". " + doc).orElse("")));
            for (Leaf leaf : parts) {
                lines.add("(declare-const " + symbol(leaf.now()) + " "
                        + leaf.now().sort() + ")");
                lines.add("(declare-const " + symbol(leaf.next()) + " "
                        + leaf.next().sort() + ")");
            }
        });
        return lines;
    }

    private static String role(Variable variable) {
        return switch (variable.role()) {
            case PRIVATE, MEMORY, LOCAL, CONTROL, CHANNEL, PENDING, MASK, BUFFER, LIFE, OWNER, BUDGET, HISTORY, ERROR ->
                variable.role().name().toLowerCase(Locale.ROOT);
        };
    }
}
