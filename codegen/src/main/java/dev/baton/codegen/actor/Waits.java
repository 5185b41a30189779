package dev.baton.codegen.actor;

import dev.baton.model.expr.Expr;
import dev.baton.model.protocol.Stmt;
import java.util.List;

/** Which statements may have to wait, but for the store buffer of their core: see {@link BufferWaits}. */
final class Waits {
    private Waits() {}

    /** Whether a statement's own step may be one that can't be taken. */
    static boolean mayWait(Stmt s) {
        return switch (s) {
            case Stmt.Await x -> true;
            case Stmt.Receive x -> true;
            case Stmt.Choose x -> !(x.domain() instanceof Expr.Domain);
            case Stmt.Send x -> x.otherwise().isEmpty();
            case Stmt.Fence x -> false;
            case Stmt.Atomic x -> anyWaits(x.body());
            case Stmt.Labelled x -> mayWait(x.body());
            case Stmt.Either x -> x.branches().stream().anyMatch(b -> !b.isEmpty() && mayWait(b.getFirst()));
            case Stmt.Loop x -> !x.body().isEmpty() && mayWait(x.body().getFirst());
            case Stmt.ForEach x -> !x.body().isEmpty() && mayWait(x.body().getFirst());
            case Stmt.Assign x -> false;
            case Stmt.Let x -> false;
            case Stmt.If x -> false;
            case Stmt.While x -> false;
            case Stmt.Match x -> false;
            case Stmt.Break x -> false;
            case Stmt.Continue x -> false;
            case Stmt.Return x -> false;
            case Stmt.Raise x -> false;
            case Stmt.Mask x -> false;
            case Stmt.Unmask x -> false;
            case Stmt.Start x -> false;
            case Stmt.Halt x -> false;
            case Stmt.Assert x -> false;
            case Stmt.Skip x -> false;
            case Stmt.Use x -> false;
            case Stmt.Give x -> false;
            case Stmt.Take x -> false;
            case Stmt.Release x -> false;
        };
    }

    /** Whether any statement of what is one step may wait. */
    static boolean anyWaits(List<Stmt> body) {
        boolean[] found = {false};
        dev.baton.model.protocol.Statements.visit(body, s -> found[0] |= !(s instanceof Stmt.Atomic) && mayWait(s));
        return found[0];
    }

    /** Whether what is one step may find out that it can't be taken after it has done something. */
    static boolean mayWaitLate(List<Stmt> body) {
        if (body.isEmpty()) {
            return false;
        }
        Stmt first = body.getFirst();
        List<Stmt> rest = body.subList(1, body.size());
        return switch (first) {
            case Stmt.Labelled x -> mayWaitLate(List.of(x.body())) || anyWaits(rest);
            case Stmt.Atomic x -> mayWaitLate(x.body()) || anyWaits(rest);
            case Stmt.Await x -> anyWaits(rest);
            case Stmt.Receive x -> anyWaits(rest);
            case Stmt.Send x -> x.otherwise().isPresent() ? anyWaits(body) : anyWaits(rest);
            case Stmt.Choose x -> anyWaits(rest);
            case Stmt.Fence x -> anyWaits(rest);
            case Stmt.If x -> anyWaits(body);
            case Stmt.Match x -> anyWaits(body);
            case Stmt.Either x -> anyWaits(body);
            case Stmt.ForEach x -> anyWaits(body);
            case Stmt.Assign x -> anyWaits(body);
            case Stmt.Let x -> anyWaits(body);
            case Stmt.While x -> anyWaits(body);
            case Stmt.Loop x -> anyWaits(body);
            case Stmt.Break x -> anyWaits(body);
            case Stmt.Continue x -> anyWaits(body);
            case Stmt.Return x -> anyWaits(body);
            case Stmt.Raise x -> anyWaits(body);
            case Stmt.Mask x -> anyWaits(body);
            case Stmt.Unmask x -> anyWaits(body);
            case Stmt.Start x -> anyWaits(body);
            case Stmt.Halt x -> anyWaits(body);
            case Stmt.Assert x -> anyWaits(body);
            case Stmt.Skip x -> anyWaits(body);
            case Stmt.Use x -> anyWaits(body);
            case Stmt.Give x -> anyWaits(body);
            case Stmt.Take x -> anyWaits(body);
            case Stmt.Release x -> anyWaits(body);
        };
    }
}
