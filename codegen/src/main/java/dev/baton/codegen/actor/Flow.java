package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements to Java: control as in the source, and a {@code core.step} before each statement that is a step. */
final class Flow {
    private final Points points;
    private final List<Diagnostic> problems;
    private final boolean stepped;
    private final Blocked blocked;
    private final CodeBlock finish;
    private final Nest nest = new Nest();

    private @Nullable First first;

    /** @param goesOn whether control can come to the end of the code */
    record Result(CodeBlock code, boolean goesOn) {

        /** The same with something behind it. */
        Result and(CodeBlock more) {
            return more.isEmpty() ? this : new Result(CodeBlock.join(List.of(code, more), ""), goesOn);
        }
    }

    /** The step that is begun already when a branch of an {@code either} begins. */
    private static final class First {
        private final Blocked.Retry blocked;
        private final String begun;
        private boolean repeated;

        First(Blocked.Retry blocked, String begun) {
            this.blocked = blocked;
            this.begun = begun;
        }
    }

    private Flow(Points points, List<Diagnostic> problems, boolean stepped, Blocked blocked, CodeBlock finish) {
        this.points = points;
        this.problems = problems;
        this.stepped = stepped;
        this.blocked = blocked;
        this.finish = finish;
    }

    /** The body of a task or interrupt handler. */
    static Flow stepped(Points points, List<Diagnostic> problems) {
        return new Flow(points, problems, true, new Blocked.Wait(), CodeBlock.of("return;\n"));
    }

    /**
     * What is one step.
     *
     * @param finish ends it early
     */
    static Flow oneStep(Points points, List<Diagnostic> problems, Blocked blocked, CodeBlock finish) {
        return new Flow(points, problems, false, blocked, finish);
    }

    /** The statements of a block of their own. */
    Result block(List<Stmt> body, Unit unit) {
        return statements(body, unit.inner());
    }

    /** The statements, whose locals are the unit's. */
    Result statements(List<Stmt> body, Unit unit) {
        CodeBlock.Builder out = CodeBlock.builder();
        for (Stmt s : body) {
            Result result = statement(s, unit);
            out.add(result.code);
            if (!result.goesOn) {
                return new Result(out.build(), false);
            }
        }
        return new Result(out.build(), true);
    }

    private Result statement(Stmt s, Unit unit) {
        return switch (s) {
            case Stmt.Labelled x -> statement(x.body(), unit);
            case Stmt.Loop x -> new Repetition(this, unit).loop(x, points.of(x));
            case Stmt.ForEach x -> new Repetition(this, unit).forEach(x);
            case Stmt.Break x -> new Result(nest.leave(), false);
            case Stmt.Continue x -> before(Unit.relaxing(unit.futile().endsBefore(x)), new Result(nest.again(), false));
            case Stmt.Return x -> new Result(finish, false);
            case Stmt.Assign x -> step(s, unit);
            case Stmt.Let x -> step(s, unit);
            case Stmt.If x -> step(s, unit);
            case Stmt.While x -> step(s, unit);
            case Stmt.Match x -> step(s, unit);
            case Stmt.Await x -> step(s, unit);
            case Stmt.Either x -> step(s, unit);
            case Stmt.Choose x -> step(s, unit);
            case Stmt.Send x -> step(s, unit);
            case Stmt.Receive x -> step(s, unit);
            case Stmt.Raise x -> step(s, unit);
            case Stmt.Mask x -> step(s, unit);
            case Stmt.Unmask x -> step(s, unit);
            case Stmt.Fence x -> step(s, unit);
            case Stmt.Start x -> step(s, unit);
            case Stmt.Halt x -> step(s, unit);
            case Stmt.Assert x -> step(s, unit);
            case Stmt.Atomic x -> step(s, unit);
            case Stmt.Skip x -> step(s, unit);
            case Stmt.Use x -> step(s, unit);
            case Stmt.Give x -> step(s, unit);
            case Stmt.Take x -> step(s, unit);
            case Stmt.Release x -> step(s, unit);
        };
    }

    private Result step(Stmt s, Unit unit) {
        Optional<Points.Point> point = points.of(s);
        if (!stepped) {
            return effect(s, unit, blocked, CodeBlock.of(""), Optional.empty());
        }
        if (first == null) {
            return point.isPresent()
                    ? effect(s, unit, blocked, Points.step(point.get(), unit), Optional.empty())
                    : new Result(CodeBlock.of(""), false);
        }
        First begun = first;
        first = null;
        BufferWaits buffer = unit.buffer();
        if (point.isEmpty()) {
            CodeBlock free = buffer.cannot(s).map(begun.blocked::unless).orElse(CodeBlock.of(""));
            return effect(s, unit, begun.blocked, free, Optional.of(begun));
        }
        if (Waits.mayWait(s) || buffer.mayWait(s)) {
            problems.add(Diagnostic.of(Code.B1203, s.span(), "is also reached in other ways"));
        }
        begun.repeated = true;
        CodeBlock again = CodeBlock.builder()
                .beginControlFlow("if ($N)", begun.begun)
                .add(Points.step(point.get(), unit))
                .endControlFlow()
                .addStatement("$N = true", begun.begun)
                .build();
        return effect(s, unit, blocked, again, Optional.empty());
    }

    private Result effect(Stmt s, Unit unit, Blocked where, CodeBlock step, Optional<First> begun) {
        Effects effects = new Effects(unit, where);
        return switch (s) {
            case Stmt.Assign x -> on(step, effects.assign(x), afterwards(unit, s));
            case Stmt.Let x -> on(step, effects.let(x));
            case Stmt.Await x -> on(step, effects.await(x));
            case Stmt.Choose x -> on(step, effects.choose(x));
            case Stmt.Receive x -> on(step, effects.receive(x));
            case Stmt.Raise x -> on(step, effects.raise(x));
            case Stmt.Mask x -> on(step, effects.mask(x.ipi(), true));
            case Stmt.Unmask x -> on(step, effects.mask(x.ipi(), false));
            case Stmt.Fence x -> on(step, CodeBlock.of("core.fence();\n"));
            case Stmt.Start x -> on(step, effects.start(x));
            case Stmt.Assert x -> on(step, effects.check(x));
            case Stmt.Skip x -> on(step);
            case Stmt.Use x -> on(step, effects.use(x));
            case Stmt.Give x -> on(step, effects.give(x));
            case Stmt.Take x -> on(step, effects.take(x));
            case Stmt.Release x -> on(step, effects.release(x));
            case Stmt.Halt x ->
                new Result(CodeBlock.join(List.of(step, CodeBlock.of("throw core.halt();\n")), ""), false);
            case Stmt.Send x -> x.otherwise().isEmpty() ? on(step, effects.send(x)) : offer(x, unit, effects, step);
            case Stmt.If x -> before(step, new Branches(this, unit).branch(x));
            case Stmt.Match x -> before(step, new Branches(this, unit).match(x));
            case Stmt.While x -> new Repetition(this, unit).whileTrue(x, step);
            case Stmt.Either x -> before(step, either(x, unit, begun));
            case Stmt.Atomic x -> before(step, atomic(x, unit, where));
            case Stmt.Labelled x -> throw new IllegalStateException("a label is no step");
            case Stmt.Loop x -> throw new IllegalStateException("a loop is no step");
            case Stmt.ForEach x -> throw new IllegalStateException("a loop is no step");
            case Stmt.Break x -> throw new IllegalStateException("a jump is no step");
            case Stmt.Continue x -> throw new IllegalStateException("a jump is no step");
            case Stmt.Return x -> throw new IllegalStateException("a jump is no step");
        };
    }

    /** In what is one step checks come at its end. */
    private CodeBlock afterwards(Unit unit, Stmt s) {
        return stepped ? unit.checks().after(List.of(s)) : CodeBlock.of("");
    }

    private static Result on(CodeBlock... code) {
        return new Result(CodeBlock.join(List.of(code), ""), true);
    }

    private static Result before(CodeBlock step, Result then) {
        return new Result(CodeBlock.join(List.of(step, then.code), ""), then.goesOn);
    }

    private Result offer(Stmt.Send x, Unit unit, Effects effects, CodeBlock step) {
        CodeBlock sent = effects.offer(x).not().code();
        CodeBlock copies = unit.withCopies(CodeBlock.of(""));
        Result full = block(x.otherwise().orElseThrow(), unit);
        if (full.code.isEmpty()) {
            return on(step, copies, CodeBlock.of("$L;\n", effects.offer(x).code()));
        }
        return on(
                step,
                copies,
                CodeBlock.builder()
                        .beginControlFlow("if ($L)", sent)
                        .add(full.code)
                        .endControlFlow()
                        .build());
    }

    private Result either(Stmt.Either x, Unit unit, Optional<First> begun) {
        return stepped
                ? new Choices(this, unit).stepped(x, begun.map(b -> b.blocked))
                : new Choices(this, unit).oneStep(x.branches());
    }

    private Result atomic(Stmt.Atomic x, Unit unit, Blocked where) {
        CodeBlock checks = unit.checks().after(x.body());
        boolean late = Waits.mayWaitLate(x.body()) || unit.view().buffered();
        if (!stepped) {
            return enclosed(x.body(), unit);
        }
        if (late && where instanceof Blocked.Retry) {
            problems.add(Diagnostic.of(Code.B1203, x.span(), "may find out late that it can't be taken"));
        }
        if (late) {
            return on(new Undoable(points, problems, unit).code(x.body()), checks);
        }
        Result body = oneStep(points, problems, where, finish).enclosed(x.body(), unit);
        return new Result(CodeBlock.join(List.of(body.code, checks), ""), body.goesOn);
    }

    /** The statements, in braces if they declare something, so that its name ends with them. */
    private Result enclosed(List<Stmt> body, Unit unit) {
        Unit inner = unit.inner();
        Result result = statements(body, inner);
        return new Result(inner.enclosed(result.code), result.goesOn);
    }

    /** The code of a branch, whose first step is begun. */
    Result branch(List<Stmt> body, Unit unit, Blocked.Retry retry) {
        Unit inner = unit.inner();
        String begun = inner.fresh("begun");
        First now = new First(retry, begun);
        first = now;
        Result result = statements(body, inner);
        first = null;
        return now.repeated ? before(CodeBlock.of("boolean $N = false;\n", begun), result) : result;
    }

    /** Whether statements are steps, and not parts of one. */
    boolean isStepped() {
        return stepped;
    }

    Nest nest() {
        return nest;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    static CodeBlock braces(CodeBlock head, CodeBlock body) {
        CodeBlock.Builder out = CodeBlock.builder();
        if (head.isEmpty()) {
            out.add("{\n$>");
        } else {
            out.add("$L {\n$>", head);
        }
        return out.add(body).add("$<}\n").build();
    }
}
