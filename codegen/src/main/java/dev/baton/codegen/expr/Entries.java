package dev.baton.codegen.expr;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Entries of maps, of the acting member's own variables, and of shared memory. */
record Entries(Expressions in) {

    /** Of the acting member's own variable that variable, of memory the word at all keys. */
    Term of(Expr.Apply x) {
        List<Expr> keys = new ArrayList<>();
        Expr where = x;
        Expr map = x;
        while (map instanceof Expr.Apply at && at.op() == Op.AT) {
            keys.addFirst(at.arg(1));
            where = at;
            map = at.arg(0);
        }
        if (map instanceof Expr.Read r) {
            boolean word = r.variable().role() == Variable.Role.MEMORY && depth(map.type()) == keys.size();
            if (word) {
                return in.view().memory(r.variable(), checked(keys, map.type(), where));
            }
            if (r.variable().role() == Variable.Role.PRIVATE) {
                boolean own = in.view().indexed() && isSelf(keys.getFirst());
                Type type = own ? ((Type.MapOf) map.type()).value() : map.type();
                return own(r.variable(), type, keys.subList(own ? 1 : 0, keys.size()), where);
            }
        }
        return entry(in.of(map), map.type(), keys, where);
    }

    private Term own(Variable variable, Type type, List<Expr> keys, Expr where) {
        Term field = in.view().field(variable);
        return keys.isEmpty() ? Expressions.whole(field, type) : entry(field, type, keys, where);
    }

    private Term entry(Term map, Type type, List<Expr> keys, Expr where) {
        Term entry = map;
        for (Term key : checked(keys, type, where)) {
            entry = Term.of("$L.at($L)", entry.receiver(), key.code()).asBoxed();
        }
        return entry;
    }

    private List<Term> checked(List<Expr> keys, Type type, Expr where) {
        List<Term> terms = new ArrayList<>();
        Type holder = type;
        for (Expr key : keys) {
            Type.MapOf map = (Type.MapOf) holder;
            terms.add(in.checkedKey(key, map.key(), where));
            holder = map.value();
        }
        return terms;
    }

    private static int depth(Type type) {
        return type instanceof Type.MapOf map ? 1 + depth(map.value()) : 0;
    }

    private static boolean isSelf(Expr e) {
        return e instanceof Expr.Local l && l.name().equals("self");
    }
}
