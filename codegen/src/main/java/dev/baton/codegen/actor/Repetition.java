package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.actor.Flow.Result;
import dev.baton.codegen.machine.Loops;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/** {@code loop}, {@code while} and {@code for}. */
record Repetition(Flow flow, Unit unit) {

    Result loop(Stmt.Loop x, Optional<Points.Point> forEver) {
        if (forEver.isPresent()) {
            CodeBlock wait = CodeBlock.of("core.pause();\n");
            CodeBlock loop = Flow.braces(CodeBlock.of("while (true)"), wait);
            return new Result(CodeBlock.join(List.of(Points.step(forEver.get(), unit), loop), ""), false);
        }
        Unit inner = unit.inner();
        Label label = Label.in(inner, "loop");
        Result body = flow.nest()
                .inLoop(label, () -> flow.statements(x.body(), inner))
                .and(Unit.relaxing(unit.futile().endsWith(x)));
        CodeBlock loop = Flow.braces(CodeBlock.of("while (true)"), round(body.code()));
        return new Result(label.before(loop), label.isLeft());
    }

    /** @param step stands before each test */
    Result whileTrue(Stmt.While x, CodeBlock step) {
        Unit inner = unit.inner();
        Label label = Label.in(inner, "loop");
        Branches branches = new Branches(flow, inner);
        Branches.Tested test = branches.test(x.test());
        CodeBlock stop = Flow.braces(CodeBlock.of("if ($L)", test.fails()), CodeBlock.of("break;\n"));
        CodeBlock head = CodeBlock.join(List.of(step, test.prelude(), stop, branches.bindings(x.test(), test)), "");
        Result body = flow.nest()
                .inLoop(label, () -> flow.statements(x.body(), inner))
                .and(Unit.relaxing(unit.futile().endsWith(x)));
        CodeBlock loop = Flow.braces(CodeBlock.of("while (true)"), round(head, body.code()));
        return new Result(label.before(loop), true);
    }

    Result forEach(Stmt.ForEach x) {
        Unit inner = unit.inner();
        Label label = Label.in(inner, "each_" + x.name());
        boolean used = unit.read().contains(x.name());
        String name = used || isCounted(x.type()) ? inner.locals().bind(x.name()) : "_";
        CodeBlock head = new Loops(unit.naming()).head(x.type(), name);
        if (isCounted(x.type())) {
            inner.copies().assigned().add(x.name());
        }
        Result body = flow.nest().inLoop(label, () -> flow.statements(x.body(), inner));
        return new Result(label.before(Flow.braces(head, round(body.code()))), true);
    }

    /** One round of a loop whose rounds are steps: the core is told that it begins. */
    private CodeBlock round(CodeBlock... body) {
        CodeBlock told = CodeBlock.of(flow.isStepped() ? "core.round();\n" : "");
        return CodeBlock.builder()
                .add(told)
                .add(CodeBlock.join(List.of(body), ""))
                .build();
    }

    private static boolean isCounted(Type type) {
        return type instanceof Type.Range || type instanceof Type.Index;
    }
}
