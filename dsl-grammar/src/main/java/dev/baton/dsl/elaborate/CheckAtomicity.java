package dev.baton.dsl.elaborate;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Code;
import dev.baton.model.type.Type;
import java.util.List;

/** Rule 5: outside {@code atomic}, a step of a task or handler touches shared memory or a channel at most once. */
final class CheckAtomicity {
    private static final String MANY = "go through its entries with `for`, or put the statement into `atomic { }`";

    private final Problems problems;

    private CheckAtomicity(Problems problems) {
        this.problems = problems;
    }

    static void check(Protocol protocol, Problems problems) {
        CheckAtomicity pass = new CheckAtomicity(problems);
        for (Actor actor : protocol.actors()) {
            actor.tasks().forEach(t -> pass.steps(t.body()));
            actor.interrupts().forEach(i -> pass.steps(i.body()));
        }
    }

    private void steps(List<Stmt> body) {
        for (Stmt stmt : body) {
            if (!(stmt instanceof Stmt.Atomic)) {
                step(stmt);
                Statements.bodies(stmt).forEach(this::steps);
            }
        }
    }

    private void step(Stmt stmt) {
        List<Touches.Touch> touches = Touches.of(stmt);
        boolean once =
                touches.isEmpty() || (touches.size() == 1 && !touches.getFirst().many());
        if (once) {
            return;
        }
        Touches.Touch first = touches.getFirst();
        Touches.Touch second = touches.size() > 1 ? touches.get(1) : first;
        String what = first.name().equals(second.name())
                ? "`" + first.name() + "` more than once"
                : "`" + first.name() + "` and `" + second.name() + "`";
        problems.help(Code.B0501, second.span(), second.many() ? MANY : advice(stmt), what);
    }

    private static String advice(Stmt stmt) {
        if (stmt instanceof Stmt.Assign assign
                && assign.value() instanceof Source.Pure pure
                && pure.value() instanceof Expr.Apply sum
                && (sum.op() == Op.ADD || sum.op() == Op.SUB)
                && assign.place().type() instanceof Type.Range) {
            String by = sum.op() == Op.ADD ? "" : "-";
            return "say `fetch_add(" + Coerce.text(assign.place().span()) + ", " + by
                    + Coerce.text(sum.arg(1).span()) + ")`, or read it into a `let` first";
        }
        return "read one into a `let` first, or put the statement into `atomic { }`";
    }
}
