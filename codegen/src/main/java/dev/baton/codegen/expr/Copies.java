package dev.baton.codegen.expr;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.names.NameScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies of locals that are assigned somewhere, for lambdas, which see final ones only. The copies are made before the
 * statement that the expression stands in.
 *
 * @param assigned locals that are assigned after their declaration, by Baton's name
 * @param block names that are taken where that statement stands
 * @param parameters names of lambdas' parameters in that statement, which nothing around it that it declares may have
 */
public record Copies(
        Set<String> assigned, NameScope block, Set<String> parameters, List<CodeBlock> made, Map<String, Term> known) {

    public static Copies of(Set<String> assigned, NameScope block) {
        return new Copies(assigned, block, new HashSet<>(), new ArrayList<>(), new HashMap<>());
    }

    /** Those of the statements of a block within. */
    public Copies inner(NameScope within) {
        return of(assigned, within);
    }

    /** The copy of a local's Java variable. */
    Term copy(String local, Locals locals) {
        return known.computeIfAbsent(local, l -> {
            String name = block.take(locals.get(l).code() + "Now", parameters);
            made.add(CodeBlock.of("var $N = $L;\n", name, locals.get(l).code()));
            return Term.primary(CodeBlock.of("$N", name));
        });
    }

    /** The statements that make the copies asked for since the last time: here a statement ends. */
    public CodeBlock take() {
        CodeBlock all = CodeBlock.join(made, "");
        parameters.clear();
        made.clear();
        known.clear();
        return all;
    }
}
