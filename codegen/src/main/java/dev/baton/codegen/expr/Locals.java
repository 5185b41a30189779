package dev.baton.codegen.expr;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.names.NameScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the names of locals are in the Java around an expression.
 *
 * @param terms by Baton's name
 * @param scope names that are taken
 */
public record Locals(Map<String, Term> terms, NameScope scope) {

    /** No locals, and these names taken. */
    public static Locals none(NameScope scope) {
        return new Locals(new LinkedHashMap<>(), scope);
    }

    /** A copy for a block: what it adds is forgotten behind it. */
    public Locals inner() {
        return new Locals(new LinkedHashMap<>(terms), scope.inner());
    }

    /** A Java name for a local, which it has from now on. */
    public String bind(String local) {
        return bind(local, Set.of());
    }

    /** The same, but none of these. */
    public String bind(String local, Set<String> but) {
        String name = scope.take(Identifiers.camel(local), but);
        terms.put(local, Term.primary(CodeBlock.of("$N", name)));
        return name;
    }

    /** The same for one that is an {@code Integer} or {@code Boolean}. */
    public String bindBoxed(String local) {
        String name = scope.take(Identifiers.camel(local));
        terms.put(local, Term.primary(CodeBlock.of("$N", name)).asBoxed());
        return name;
    }

    public void put(String local, Term term) {
        terms.put(local, term);
    }

    public Term get(String local) {
        Term term = terms.get(local);
        if (term == null) {
            throw new IllegalStateException("no local `" + local + "` here");
        }
        return term;
    }
}
