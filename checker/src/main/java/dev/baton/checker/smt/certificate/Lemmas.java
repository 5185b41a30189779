package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.system.SymbolicSystem;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.ExprPrinter;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An invariant in the words of the language: for people, and for engines that read a {@link TransitionSystem}. */
public final class Lemmas {
    private Lemmas() {}

    /**
     * The system with the invariant as one more lemma, called {@code Certificate}, which stands before all other
     * properties. Empty where a clause calculates, for which the language has other words than formulas.
     *
     * @param name of the system that it becomes
     */
    public static Optional<TransitionSystem> system(SymbolicSystem system, List<Term> invariant, String name) {
        ClauseExprs exprs = new ClauseExprs(system);
        List<Expr> clauses = new ArrayList<>();
        for (Term clause : invariant) {
            Optional<Expr> expr = exprs.truth(clause);
            if (expr.isEmpty()) {
                return Optional.empty();
            }
            clauses.add(expr.get());
        }
        Property lemma = new Property(
                "Certificate",
                Property.Kind.LEMMA,
                List.of(),
                Exprs.and(clauses),
                Optional.empty(),
                Optional.of("The inductive invariant of the certificate."),
                Span.NONE);
        TransitionSystem from = system.system();
        List<Property> properties = new ArrayList<>(List.of(lemma));
        properties.addAll(from.properties());
        return Optional.of(new TransitionSystem(
                name,
                from.doc(),
                from.source(),
                from.parameters(),
                from.types(),
                from.definitions(),
                from.variables(),
                from.actions(),
                from.fairness(),
                properties,
                from.terminal(),
                from.symmetric(),
                from.error(),
                from.coverables()));
    }

    /** Each clause for people: in the words of the language, and where it has none as a formula. */
    public static List<String> clauses(SymbolicSystem system, List<Term> invariant) {
        ClauseExprs exprs = new ClauseExprs(system);
        return invariant.stream().map(clause -> inWords(clause, exprs)).toList();
    }

    private static String inWords(Term term, ClauseExprs exprs) {
        Optional<Expr> expr = exprs.truth(term);
        if (expr.isPresent()) {
            return ExprPrinter.print(expr.get());
        }
        return switch (term.operator()) {
            case SYMBOL -> term.name();
            case TRUTH -> Boolean.toString(term.isTrue());
            case NUMBER -> Long.toUnsignedString(term.value());
            case OR -> term.args().stream().map(a -> inWords(a, exprs)).collect(Collectors.joining(" or "));
            case NOT -> "not (" + inWords(term.arg(0), exprs) + ")";
            case EQUAL -> {
                boolean flipped = term.arg(0).isConstant();
                yield operand(term.arg(flipped ? 1 : 0)) + " == " + operand(term.arg(flipped ? 0 : 1));
            }
            case AND, ITE, ULT, SLT, ADD, SUB, MUL, UDIV, UREM, BITNOT, ZERO_EXTEND, SIGN_EXTEND, LOW_BITS ->
                term.toString();
        };
    }

    private static String operand(Term term) {
        return term.isConstant() ? Long.toUnsignedString(term.value()) : term.toString();
    }

    /** The clauses as {@code lemma}s that can be put into the protocol; those of what has no name there as comments. */
    public static String text(SymbolicSystem system, List<Property> proved, List<Term> invariant) {
        ClauseExprs exprs = new ClauseExprs(system);
        String names = proved.stream().map(Property::name).collect(Collectors.joining(", "));
        StringBuilder out = new StringBuilder();
        out.append("// An inductive invariant of protocol ")
                .append(system.system().name());
        out.append(", which proves ").append(names).append(".\n");
        out.append("// Lemmas can stand in the protocol's text; what is a comment speaks of what has no name there.\n");
        for (int i = 0; i < invariant.size(); i++) {
            Optional<Expr> expr = exprs.truth(invariant.get(i));
            String text = expr.map(ExprPrinter::print).orElse("(it calculates: see the SMT-LIB text)");
            boolean sayable = expr.filter(Lemmas::sayable).isPresent();
            out.append(sayable ? "" : "// ")
                    .append("lemma Clause")
                    .append(i + 1)
                    .append(": ")
                    .append(text)
                    .append('\n');
        }
        return out.toString();
    }

    /** A clause as a lemma of the protocol; empty where it speaks of what has no name in the text. */
    public static Optional<String> lemma(SymbolicSystem system, Term clause, String name) {
        return new ClauseExprs(system)
                .truth(clause)
                .filter(Lemmas::sayable)
                .map(expr -> "lemma " + name + ": " + ExprPrinter.print(expr));
    }

    private static boolean sayable(Expr expr) {
        boolean named = !(expr instanceof Expr.Read read)
                || read.variable().role() == Variable.Role.PRIVATE
                || read.variable().role() == Variable.Role.MEMORY;
        return named && expr.children().stream().allMatch(Lemmas::sayable);
    }
}
