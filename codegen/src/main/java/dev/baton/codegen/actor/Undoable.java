package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.expr.Copies;
import dev.baton.codegen.expr.Locals;
import dev.baton.codegen.expr.Term;
import dev.baton.codegen.names.Identifiers;
import dev.baton.codegen.names.NameScope;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.type.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An {@code atomic} that may find out late that it can't be taken: the runtime undoes it and begins it anew. Its body
 * is a lambda, so locals around it that are assigned somewhere are copied, and those that it assigns itself are held by
 * an object and put back.
 */
record Undoable(Points points, List<Diagnostic> problems, Unit unit) {

    CodeBlock code(List<Stmt> body) {
        Map<String, Type> assigned = new TreeMap<>();
        Set<String> declared = new HashSet<>();
        Statements.visit(body, s -> {
            Statements.writes(s).forEach(place -> {
                if (place.root() instanceof Place.LocalRoot local) {
                    assigned.put(local.name(), local.type());
                }
            });
            if (s instanceof Stmt.Let let) {
                declared.add(let.name());
            }
        });
        assigned.keySet().removeAll(declared);
        assigned.keySet().retainAll(unit.read());
        CodeBlock.Builder out = CodeBlock.builder();
        Unit around = unit.inner();
        Locals within = around.locals();
        Set<String> copied = new TreeSet<>();
        for (String local : unit.copies().assigned()) {
            if (unit.locals().terms().containsKey(local)) {
                String copy = around.fresh(Identifiers.camel(local) + "Before");
                copied.add(copy);
                out.add("var $N = $L;\n", copy, unit.locals().get(local).code());
                within.put(local, Term.of("$N", copy));
            }
        }
        CodeBlock.Builder start = CodeBlock.builder();
        CodeBlock.Builder back = CodeBlock.builder();
        if (!assigned.isEmpty()) {
            String holder = around.fresh("after");
            NameScope fields = new NameScope(copied);
            out.add("var $N = new Object() {\n$>", holder);
            assigned.forEach((local, type) -> {
                String field = fields.take(Identifiers.camel(local));
                CodeBlock before = within.get(local).code();
                out.add("$T $N = $L;\n", unit.naming().types().of(type), field, before);
                start.add("$N.$N = $L;\n", holder, field, before);
                back.add("$L = $N.$N;\n", unit.locals().get(local).code(), holder, field);
                within.put(local, Term.of("$N.$N", holder, field));
            });
            out.add("$<};\n");
        }
        Copies copies = Copies.of(new TreeSet<>(declared), within.scope());
        Unit inner = new Unit(
                unit.actor(), unit.view(), within, copies, unit.read(), Set.of(), unit.futile(), unit.checks());
        Flow flow = Flow.oneStep(points, problems, new Blocked.Unwind(), CodeBlock.of("return;\n"));
        CodeBlock code = flow.block(body, inner).code();
        out.add("core.atomic(() -> {\n$>").add(start.build()).add(code).add("$<});\n");
        return around.enclosed(out.add(back.build()).build());
    }
}
