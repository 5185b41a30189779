package dev.baton.checker.tla;

import dev.baton.checker.tla.syntax.Reserved;
import dev.baton.checker.tla.syntax.Term;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The bound names in force at a place, as Baton and as TLA+ calls them. TLA+ forbids to bind a name that means
 * something already; where Baton does, the inner name gets a number.
 */
final class Scope {
    private final Naming naming;
    private final Map<String, String> names;
    private final Set<String> taken;

    private Scope(Naming naming, Map<String, String> names, Set<String> taken) {
        this.naming = naming;
        this.names = names;
        this.taken = taken;
    }

    /** No bound names, only the module's. */
    static Scope of(Naming naming) {
        return new Scope(naming, Map.of(), Set.of());
    }

    /** The scope inside a binder of a name. */
    Scope with(String name) {
        String fresh = fresh(name);
        Map<String, String> longer = new HashMap<>(names);
        longer.put(name, fresh);
        Set<String> more = new HashSet<>(taken);
        more.add(fresh);
        return new Scope(naming, longer, more);
    }

    /** The scope in which a name is another word for one that is bound already. */
    Scope alias(String name, Term word) {
        Map<String, String> longer = new HashMap<>(names);
        longer.put(name, ((Term.Word) word).text());
        return new Scope(naming, longer, taken);
    }

    /** What TLA+ calls a bound name. */
    String get(String name) {
        String found = names.get(name);
        if (found == null) {
            throw new IllegalStateException("no local is called " + name);
        }
        return found;
    }

    /** A name near to the wanted one that may be bound here. */
    private String fresh(String wanted) {
        String identifier = Reserved.identifier(wanted);
        String plain = Reserved.prefixed(identifier) ? "n" + identifier : identifier;
        String name = plain;
        for (int i = 2; naming.global(name) || taken.contains(name); i++) {
            name = plain + "_" + i;
        }
        return name;
    }
}
