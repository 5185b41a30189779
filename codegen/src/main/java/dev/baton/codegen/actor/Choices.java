package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.codegen.actor.Flow.Result;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code either}: a branch is chosen; one whose first step can't be taken leads back to the choice. */
record Choices(Flow flow, Unit unit) {

    /** All branches in one step with what is around. */
    Result oneStep(List<List<Stmt>> branches) {
        CodeBlock.Builder out = CodeBlock.builder();
        out.beginControlFlow("switch (core.choose($L))", branches.size());
        boolean goesOn = false;
        for (int i = 0; i < branches.size(); i++) {
            List<Stmt> branch = branches.get(i);
            Result body = flow.nest().inSwitch(false, () -> flow.block(branch, unit));
            out.add(Flow.braces(head(i, branches.size()), body.code()));
            goesOn |= body.goesOn();
        }
        return new Result(out.endControlFlow().build(), goesOn);
    }

    private static CodeBlock head(int i, int size) {
        return i == size - 1 ? CodeBlock.of("default ->") : CodeBlock.of("case $L ->", i);
    }

    /**
     * The first step of a branch belongs to the choice.
     *
     * @param outer if this is itself the first step of a branch
     */
    Result stepped(Stmt.Either x, Optional<Blocked.Retry> outer) {
        Unit inner = unit.inner();
        Label label = Label.in(inner, "either");
        Blocked.Retry retry = outer.orElse(new Blocked.Retry(label));
        List<Result> bodies = new ArrayList<>();
        boolean mayWait = false;
        for (List<Stmt> branch : x.branches()) {
            refuse(branch);
            mayWait |= !branch.isEmpty()
                    && (Waits.mayWait(branch.getFirst()) || unit.buffer().mayWait(branch.getFirst()));
            boolean again = outer.isEmpty();
            bodies.add(flow.nest().inSwitch(again, () -> {
                List<Stmt> body = branch.isEmpty() ? List.of(new Stmt.Skip(x.span())) : branch;
                return flow.branch(body, inner, retry);
            }));
        }
        CodeBlock.Builder choice = CodeBlock.builder();
        choice.beginControlFlow("switch (core.choose($L))", bodies.size());
        boolean goesOn = false;
        for (int i = 0; i < bodies.size(); i++) {
            choice.add(Flow.braces(head(i, bodies.size()), bodies.get(i).code()));
            goesOn |= bodies.get(i).goesOn();
        }
        choice.endControlFlow();
        if (outer.isPresent() || !mayWait) {
            return new Result(choice.build(), goesOn);
        }
        if (goesOn) {
            choice.addStatement("break");
        }
        CodeBlock loop = Flow.braces(CodeBlock.of("while (true)"), choice.build());
        return new Result(label.before(loop), goesOn);
    }

    /** A branch that begins by jumping has as its first step one that stands elsewhere. */
    private void refuse(List<Stmt> branch) {
        first(branch)
                .filter(s -> s instanceof Stmt.Break || s instanceof Stmt.Continue || s instanceof Stmt.Return)
                .ifPresent(jump -> {
                    String word = jump.span().known() ? dev.baton.codegen.expr.Wording.quote(jump.span()) : "a jump";
                    flow.problems().add(Diagnostic.of(Code.B1202, jump.span(), word));
                });
    }

    /** What happens first; nothing does in a {@code for} without a body. */
    private static Optional<Stmt> first(List<Stmt> body) {
        return body.stream()
                .map(Statements::unlabelled)
                .flatMap(s -> s instanceof Stmt.ForEach each ? first(each.body()).stream() : Stream.of(s))
                .findFirst();
    }
}
