package dev.baton.checker.smt.script;

import dev.baton.checker.smt.term.Operator;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.type.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Terms as definitions of functions without parameters. What several use is defined before the first of them, what one
 * uses twice is bound by a {@code let} in it: the text is as long as there are terms.
 */
final class Functions {
    private final Sharing sharing;
    private final Constants constants;
    private final Function<Term, String> symbols;
    private final Map<Term, Type> types;
    private final Map<Term, String> defined = new HashMap<>();
    private int numbered;

    /**
     * @param symbols what stands for a free constant
     * @param types of the free constants that are numbers
     */
    Functions(Sharing sharing, Constants constants, Function<Term, String> symbols, Map<Term, Type> types) {
        this.sharing = sharing;
        this.constants = constants;
        this.symbols = symbols;
        this.types = types;
    }

    /**
     * The definition of a function, behind those that it needs and that are not there yet.
     *
     * @param symbol as it stands in the script
     * @param comment lines to stand right above it
     */
    List<String> define(String symbol, Term term, List<String> comment) {
        List<String> lines = new ArrayList<>();
        for (Term needed : missing(term)) {
            String name = fresh();
            lines.add(definition(name, needed));
            defined.put(needed, name);
        }
        lines.addAll(comment);
        lines.add(definition(symbol, term));
        if (sharing.isFunction(term)) {
            defined.putIfAbsent(term, symbol);
        }
        return lines;
    }

    private String fresh() {
        return "$" + ++numbered;
    }

    /** The functions that a term is made of and that have no name yet, but for itself; each before its users. */
    private List<Term> missing(Term root) {
        Set<Term> seen = new HashSet<>(Set.of(root));
        Deque<Term> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Term arg : open.remove().args()) {
                if (!defined.containsKey(arg) && seen.add(arg)) {
                    open.add(arg);
                }
            }
        }
        return seen.stream()
                .filter(t -> t != root && sharing.isFunction(t))
                .sorted(Comparator.comparingInt(Term::id))
                .toList();
    }

    private String definition(String symbol, Term term) {
        String known = defined.get(term);
        Sexp body = known == null ? body(term) : Sexp.atom(known);
        return Layout.wrapped(Sexp.list(
                "define-fun",
                Sexp.atom(symbol),
                Sexp.list(List.of()),
                Sexp.atom(term.sort().toString()),
                body));
    }

    /** A term within the lets that it needs. */
    private Sexp body(Term root) {
        Map<Term, String> bound = new HashMap<>();
        Map<Term, Integer> levels = new HashMap<>();
        Map<Integer, List<Sexp>> bindings = new LinkedHashMap<>();
        for (Term term : inside(root)) {
            int level = 0;
            for (Term arg : term.args()) {
                level = Math.max(level, levels.getOrDefault(arg, 0));
            }
            if (term != root && sharing.isNamed(term)) {
                level++;
                String name = fresh();
                bindings.computeIfAbsent(level, _ -> new ArrayList<>())
                        .add(Sexp.list(name, sexp(term, Type.BOOL, bound)));
                bound.put(term, name);
            }
            levels.put(term, level);
        }
        Sexp body = sexp(root, Type.BOOL, bound);
        for (int level = bindings.size(); level > 0; level--) {
            body = Sexp.list("let", Sexp.list(bindings.getOrDefault(level, List.of())), body);
        }
        return body;
    }

    /** What is written out in the text of a function: all that it is made of but other functions. In order. */
    private List<Term> inside(Term root) {
        Set<Term> seen = new HashSet<>(Set.of(root));
        Deque<Term> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Term arg : open.remove().args()) {
                if (!sharing.isFunction(arg) && seen.add(arg)) {
                    open.add(arg);
                }
            }
        }
        return seen.stream().sorted(Comparator.comparingInt(Term::id)).toList();
    }

    /** @param type of what stands beside it, by which to call a number */
    private Sexp named(Term term, Type type, Map<Term, String> bound) {
        String name = bound.getOrDefault(term, defined.getOrDefault(term, ""));
        return name.isEmpty() ? sexp(term, type, bound) : Sexp.atom(name);
    }

    private Sexp sexp(Term term, Type type, Map<Term, String> bound) {
        return switch (term.operator()) {
            case SYMBOL -> Sexp.atom(symbols.apply(term));
            case TRUTH -> Sexp.atom(term.toString());
            case NUMBER -> constants.number(term, type);
            case OR -> disjunction(term, bound);
            case NOT, AND, ADD, SUB, MUL, UDIV, UREM, BITNOT -> applied(term, Type.BOOL, bound);
            case EQUAL -> {
                Type both = ofEither(term);
                Sexp left = named(term.arg(0), both, bound);
                Sexp right = named(term.arg(1), both, bound);
                yield readsBackwards(term) ? Sexp.list("=", right, left) : Sexp.list("=", left, right);
            }
            case ULT, SLT -> applied(term, ofEither(term), bound);
            case ITE -> {
                Type own = type.equals(Type.BOOL) ? typeOf(term) : type;
                yield Sexp.list(
                        "ite",
                        named(term.arg(0), Type.BOOL, bound),
                        named(term.arg(1), own, bound),
                        named(term.arg(2), own, bound));
            }
            case ZERO_EXTEND, SIGN_EXTEND -> indexed(term, bound, Long.toString(term.value()));
            case LOW_BITS -> indexed(term, bound, Integer.toString(term.width() - 1), "0");
        };
    }

    /** Whether it would read better with its sides the other way: what is defined stands first, what is known last. */
    private static boolean readsBackwards(Term equality) {
        return equality.arg(0).isConstant() || equality.arg(1).name().endsWith("'");
    }

    private Sexp applied(Term term, Type type, Map<Term, String> bound) {
        List<Sexp> parts = new ArrayList<>();
        parts.add(Sexp.atom(term.operator().symbol()));
        term.args().forEach(arg -> parts.add(named(arg, type, bound)));
        return Sexp.list(parts);
    }

    private Sexp indexed(Term term, Map<Term, String> bound, String... indices) {
        List<Sexp> function = new ArrayList<>(
                List.of(Sexp.atom("_"), Sexp.atom(term.operator().symbol())));
        List.of(indices).forEach(index -> function.add(Sexp.atom(index)));
        return Sexp.list(List.of(Sexp.list(function), named(term.arg(0), Type.BOOL, bound)));
    }

    /** Of two, the first negated: an implication. */
    private Sexp disjunction(Term term, Map<Term, String> bound) {
        Term first = term.arg(0);
        boolean implication = term.args().size() == 2 && first.operator() == Operator.NOT && !bound.containsKey(first);
        return implication && !defined.containsKey(first)
                ? Sexp.list("=>", named(first.arg(0), Type.BOOL, bound), named(term.arg(1), Type.BOOL, bound))
                : applied(term, Type.BOOL, bound);
    }

    private Type ofEither(Term comparison) {
        Type left = typeOf(comparison.arg(0));
        return left.equals(Type.BOOL) ? typeOf(comparison.arg(1)) : left;
    }

    /** The type of a number, as far as the symbols in it tell; else BOOL. */
    private Type typeOf(Term term) {
        Term at = term;
        while (at.operator() == Operator.ITE) {
            Type then = types.getOrDefault(at.arg(1), Type.BOOL);
            if (!then.equals(Type.BOOL)) {
                return then;
            }
            at = at.arg(2);
        }
        return types.getOrDefault(at, Type.BOOL);
    }
}
