package dev.baton.codegen.expr;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies of locals that are assigned somewhere, for lambdas, which see final ones only. The copies are made before the
 * statement that the expression stands in.
 *
 * @param assigned locals that are assigned after their declaration, by Baton's name
 */
public record Copies(Set<String> assigned, List<CodeBlock> made, Map<String, Term> known) {

    public static Copies of(Set<String> assigned) {
        return new Copies(assigned, new ArrayList<>(), new HashMap<>());
    }

    /** The copy of a local's Java variable. */
    Term copy(String local, Locals locals) {
        return known.computeIfAbsent(local, l -> {
            String name = locals.scope().take(locals.get(l).code() + "Now");
            made.add(CodeBlock.of("var $N = $L;\n", name, locals.get(l).code()));
            return Term.primary(CodeBlock.of("$N", name));
        });
    }

    /** The statements that make the copies asked for since the last time. */
    public CodeBlock take() {
        CodeBlock all = CodeBlock.join(made, "");
        made.clear();
        known.clear();
        return all;
    }
}
