package dev.baton.checker.smt.script;

import dev.baton.checker.smt.system.Leaf;
import dev.baton.checker.smt.term.Term;
import dev.baton.model.expr.Variable;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What numbers are called where they stand for a member of an enumeration or index type. */
final class Constants {
    /** So many members have names worth a line; that there are more of them tells the number itself. */
    private static final int MOST = 256;

    /** In the names of errors: a formula should stay the same where a line is put in above. */
    private static final Pattern LINE = Pattern.compile(" \\(line [0-9]+\\)");

    /** A member with its symbol. */
    record Named(String symbol, long value, int width) {}

    private final Map<Type, List<Named>> members = new LinkedHashMap<>();

    Constants(List<Leaf> leaves, Names names) {
        for (Leaf leaf : leaves) {
            switch (leaf.type()) {
                case Type.Enumeration t when t.members().size() <= MOST -> name(t, t.name() + ".", leaf, names);
                case Type.Index t when t.size() <= MOST -> name(t, "", leaf, names);
                case Type.Enumeration _, Type.Index _, Type.Bool _, Type.Range _ -> {}
                case Type.Struct _, Type.Union _, Type.Option _, Type.SetOf _, Type.Seq _, Type.Bag _, Type.MapOf _ ->
                    throw new IllegalStateException(leaf.type() + " is no scalar");
            }
        }
    }

    private void name(Type type, String prefix, Leaf leaf, Names names) {
        boolean error = leaf.variable().role() == Variable.Role.ERROR;
        members.computeIfAbsent(type, t -> {
            List<Named> all = new ArrayList<>();
            for (Value value : Domain.values(t)) {
                String name = error ? LINE.matcher(value.toString()).replaceAll("") : value.toString();
                all.add(new Named(
                        names.claim(prefix + name), all.size(), leaf.now().width()));
            }
            return List.copyOf(all);
        });
    }

    Map<Type, List<Named>> byType() {
        return members;
    }

    /** A number as SMT-LIB writes it, or by the name that it has in a type. */
    Sexp number(Term number, Type type) {
        List<Named> named = members.getOrDefault(type, List.of());
        if (Long.compareUnsigned(number.value(), named.size()) < 0
                && named.getFirst().width() == number.width()) {
            return Sexp.atom(named.get((int) number.value()).symbol());
        }
        return number(number.value(), number.width());
    }

    static Sexp number(long value, int width) {
        if (width <= 4) {
            StringBuilder bits = new StringBuilder("#b");
            for (int i = width - 1; i >= 0; i--) {
                bits.append((value >> i) & 1);
            }
            return Sexp.atom(bits.toString());
        }
        return Sexp.list("_", Sexp.atom("bv" + Long.toUnsignedString(value)), Sexp.atom(Integer.toString(width)));
    }
}
