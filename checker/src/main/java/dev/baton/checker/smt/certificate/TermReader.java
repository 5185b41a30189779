package dev.baton.checker.smt.certificate;

import dev.baton.checker.smt.script.Sexp;
import dev.baton.checker.smt.term.Sort;
import dev.baton.checker.smt.term.Term;
import dev.baton.checker.smt.term.Terms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Definitions of a script as terms; of SMT-LIB it knows what the writer writes. */
final class TermReader {
    private final Terms terms;
    private final Map<String, Term> known;
    private final Map<String, Term> defined = new LinkedHashMap<>();
    private int line;

    /** @param known free constants, by what stands for them in the script */
    TermReader(Terms terms, Map<String, Term> known) {
        this.terms = terms;
        this.known = Map.copyOf(known);
    }

    /** All that was defined, by name, in order. */
    Map<String, Term> defined() {
        return defined;
    }

    /** Reads a {@code define-fun} without parameters. */
    void define(SexpReader.Command command) throws CertificateException {
        line = command.line();
        List<Sexp> parts = command.parts();
        if (parts.size() != 5 || !parts.get(2).equals(Sexp.list(List.of()))) {
            throw wrong("a `define-fun` has a name, no parameters, a sort and a value");
        }
        String name = parts.get(1).toString();
        if (known.containsKey(name) || defined.containsKey(name)) {
            throw wrong("`" + name + "` is there already");
        }
        Term value = term(parts.get(4), Map.of());
        if (!value.sort().toString().equals(parts.get(3).toString())) {
            throw wrong("`" + name + "` is said to be " + parts.get(3) + " and is " + value.sort());
        }
        defined.put(name, value);
    }

    private CertificateException wrong(String why) {
        return new CertificateException(line, why);
    }

    private Term term(Sexp sexp, Map<String, Term> bound) throws CertificateException {
        return switch (sexp) {
            case Sexp.Atom(String text) -> atom(text, bound);
            case Sexp.Group group -> group(group.parts(), bound);
        };
    }

    private Term atom(String text, Map<String, Term> bound) throws CertificateException {
        if (text.equals("true") || text.equals("false")) {
            return terms.truth(text.equals("true"));
        }
        if (text.matches("#b[01]{1,64}")) {
            return terms.number(Long.parseUnsignedLong(text.substring(2), 2), text.length() - 2);
        }
        Term found = bound.getOrDefault(text, defined.getOrDefault(text, known.get(text)));
        if (found == null) {
            throw wrong("`" + text + "` is nothing that is known here");
        }
        return found;
    }

    private Term group(List<Sexp> parts, Map<String, Term> bound) throws CertificateException {
        if (parts.isEmpty()) {
            throw wrong("`()` is no term");
        }
        if (parts.getFirst() instanceof Sexp.Group function) {
            return indexed(function.parts(), parts, bound);
        }
        String word = parts.getFirst().toString();
        if (word.equals("_")) {
            return number(parts);
        }
        if (word.equals("let")) {
            return let(parts, bound);
        }
        List<Term> args = new ArrayList<>();
        for (Sexp part : parts.subList(1, parts.size())) {
            args.add(term(part, bound));
        }
        return applied(word, args);
    }

    private Term number(List<Sexp> parts) throws CertificateException {
        String value = parts.size() == 3 ? parts.get(1).toString() : "";
        int width = parts.size() == 3 ? width(parts.get(2)) : 0;
        if (!value.matches("bv[0-9]{1,20}") || width < 1) {
            throw wrong("`(_ …)` is a number: (_ bv5 8)");
        }
        try {
            long bits = Long.parseUnsignedLong(value.substring(2));
            if (width == 64 || bits >>> width == 0) {
                return terms.number(bits, width);
            }
        } catch (NumberFormatException _) {
            // more than 64 bits
        }
        throw wrong("`" + value + "` does not fit into " + width + " bits");
    }

    /** A number of bits, or 0 where it is none. */
    private static int width(Sexp sexp) {
        String text = sexp.toString();
        int width = text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 0;
        return width <= 64 ? width : 0;
    }

    private Term let(List<Sexp> parts, Map<String, Term> bound) throws CertificateException {
        if (parts.size() != 3 || !(parts.get(1) instanceof Sexp.Group bindings)) {
            throw wrong("a `let` has bindings and a body");
        }
        Map<String, Term> inner = new HashMap<>(bound);
        for (Sexp binding : bindings.parts()) {
            if (!(binding instanceof Sexp.Group pair) || pair.parts().size() != 2) {
                throw wrong("a binding of `let` is a name and a value");
            }
            inner.put(pair.parts().getFirst().toString(), term(pair.parts().get(1), bound));
        }
        return term(parts.get(2), inner);
    }

    private Term indexed(List<Sexp> function, List<Sexp> parts, Map<String, Term> bound) throws CertificateException {
        String name = function.size() > 2 ? function.get(1).toString() : "";
        if (parts.size() != 2 || !function.getFirst().toString().equals("_")) {
            throw wrong("`" + Sexp.list(function) + "` is no function that is known here");
        }
        Term argument = term(parts.get(1), bound);
        int width = argument.sort() instanceof Sort.Bits bits ? bits.width() : 0;
        int index = width(function.get(2));
        boolean well = width > 0
                && switch (name) {
                    case "zero_extend", "sign_extend" -> function.size() == 3 && index > 0 && width + index <= 64;
                    case "extract" ->
                        function.size() == 4 && function.get(3).toString().equals("0") && index < width;
                    default -> false;
                };
        if (!well) {
            throw wrong("`" + Sexp.list(function) + "` can't be applied to " + argument.sort());
        }
        return terms.resize(argument, name.equals("extract") ? index + 1 : width + index, name.equals("sign_extend"));
    }

    private Term applied(String word, List<Term> args) throws CertificateException {
        boolean truths = args.stream().allMatch(a -> a.sort() instanceof Sort.Bool);
        boolean alike = args.stream().map(Term::sort).distinct().count() == 1;
        boolean numbers = alike && !truths;
        int n = args.size();
        if (word.equals("ite")) {
            if (n != 3
                    || !(args.get(0).sort() instanceof Sort.Bool)
                    || !args.get(1).sort().equals(args.get(2).sort())) {
                throw misused(word, args);
            }
            return terms.choose(args.get(0), args.get(1), args.get(2));
        }
        boolean well = switch (word) {
            case "not" -> truths && n == 1;
            case "and", "or" -> truths && n >= 1;
            case "=>" -> truths && n == 2;
            case "=" -> alike && n == 2;
            case "bvnot" -> numbers && n == 1;
            case "bvult", "bvslt", "bvadd", "bvsub", "bvmul", "bvudiv", "bvurem" -> numbers && n == 2;
            default -> false;
        };
        if (!well) {
            throw misused(word, args);
        }
        return switch (word) {
            case "not" -> terms.not(args.getFirst());
            case "and" -> terms.all(args);
            case "or" -> terms.any(args);
            case "=>" -> terms.implies(args.get(0), args.get(1));
            case "=" -> terms.equal(args.get(0), args.get(1));
            case "bvnot" -> terms.complement(args.getFirst());
            case "bvult" -> terms.below(args.get(0), args.get(1));
            case "bvslt" -> terms.belowSigned(args.get(0), args.get(1));
            case "bvadd" -> terms.add(args.get(0), args.get(1));
            case "bvsub" -> terms.subtract(args.get(0), args.get(1));
            case "bvmul" -> terms.multiply(args.get(0), args.get(1));
            case "bvudiv" -> terms.divide(args.get(0), args.get(1));
            case "bvurem" -> terms.remainder(args.get(0), args.get(1));
            default -> throw misused(word, args);
        };
    }

    private CertificateException misused(String word, List<Term> args) {
        return wrong("`" + word + "` can't be applied to "
                + args.stream().limit(4).map(a -> a.sort().toString()).toList());
    }
}
