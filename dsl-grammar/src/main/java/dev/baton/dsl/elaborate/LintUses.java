package dev.baton.dsl.elaborate;

import dev.baton.dsl.syntax.Decl;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Shape;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Declarations that nothing uses, and variables that nobody reads. */
final class LintUses {
    private static final java.util.regex.Pattern LOCAL =
            java.util.regex.Pattern.compile("^(?:let|var)\\s+([A-Za-z_][A-Za-z0-9_]*)");

    private LintUses() {}

    static void lint(Protocol protocol, Session session) {
        for (Symbol symbol : session.symbols.all()) {
            boolean here = symbol.name().span().file().equals(protocol.source());
            if (here
                    && counts(symbol.declaration())
                    && !session.symbols.isUsed(symbol.name().text())) {
                String word = "the" + symbol.word().substring(symbol.word().indexOf(' '));
                session.problems.say(
                        Code.B0801, symbol.name().span(), word, symbol.name().text());
            }
        }
        protocol.actors().forEach(a -> Bodies.of(a).forEach(body -> locals(body, session)));
        Set<String> read = read(protocol);
        for (Variable variable : variables(protocol)) {
            if (!read.contains(variable.name()) && variable.span().file().equals(protocol.source())) {
                session.problems.say(Code.B0802, variable.span(), variable.name());
            }
        }
    }

    /** What {@code let} and {@code var} name, and nobody uses; parameters of procedures are not meant. */
    private static void locals(List<Stmt> body, Session session) {
        Set<String> used = new LinkedHashSet<>();
        List<Stmt.Let> lets = new ArrayList<>();
        Statements.visit(body, stmt -> {
            Statements.expressions(stmt)
                    .forEach(e -> Shape.visit(e, x -> {
                        if (x instanceof Expr.Local local) {
                            used.add(local.name());
                        }
                    }));
            if (stmt instanceof Stmt.Let let) {
                lets.add(let);
            }
        });
        for (Stmt.Let let : lets) {
            Matcher written = LOCAL.matcher(let.span().text());
            if (!used.contains(let.name()) && written.find()) {
                String help = let.value() instanceof Source.Pure
                        ? "take it out"
                        : "leave `let " + written.group(1) + " =` out: the operation stands alone too";
                session.problems.help(Code.B0802, LintSignals.head(let.span()), help, written.group(1));
            }
        }
    }

    /** The variables that designers declare. */
    static List<Variable> variables(Protocol protocol) {
        List<Variable> all = new ArrayList<>();
        protocol.variables().forEach(m -> all.add(m.variable()));
        protocol.actors().forEach(a -> all.addAll(a.variables()));
        return all;
    }

    /** The names of the variables that anything reads. */
    static Set<String> read(Protocol protocol) {
        Set<String> names = new LinkedHashSet<>();
        for (Stmt stmt : Bodies.statements(protocol)) {
            Statements.expressions(stmt).forEach(e -> add(e, names));
            Statements.sources(stmt).forEach(s -> {
                if (!ignored(stmt)) {
                    locked(s).ifPresent(v -> names.add(v.name()));
                }
            });
        }
        Bodies.guards(protocol).forEach(e -> add(e, names));
        Bodies.asked(protocol).forEach(e -> add(e, names));
        return names;
    }

    /** The variable on which a locked operation works, and whose old value it gives. */
    static Optional<Variable> locked(Source source) {
        Optional<Place> place = switch (source) {
            case Source.Pure s -> Optional.empty();
            case Source.Cas s -> Optional.of(s.place());
            case Source.FetchAdd s -> Optional.of(s.place());
            case Source.Exchange s -> Optional.of(s.place());
        };
        return place.flatMap(
                p -> p.root() instanceof Place.VariableRoot root ? Optional.of(root.variable()) : Optional.empty());
    }

    /** Whether a statement is a locked operation whose result nobody wants. */
    private static boolean ignored(Stmt stmt) {
        return stmt instanceof Stmt.If test
                && test.test()
                        .pattern()
                        .filter(p -> p instanceof Pattern.Anything)
                        .isPresent()
                && test.then().isEmpty()
                && test.otherwise().isEmpty();
    }

    private static void add(Expr expr, Set<String> names) {
        Shape.reads(expr).forEach(v -> names.add(v.name()));
    }

    /** Channels and IPIs have words of their own; kernels need no user. */
    private static boolean counts(Decl declaration) {
        return declaration instanceof Decl.Param
                || declaration instanceof Decl.Const
                || declaration instanceof Decl.Enumeration
                || declaration instanceof Decl.RecordType
                || declaration instanceof Decl.Message
                || declaration instanceof Decl.Index
                || declaration instanceof Decl.Resource
                || declaration instanceof Decl.Function
                || declaration instanceof Decl.Procedure;
    }
}
