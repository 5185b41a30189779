package dev.baton.model.interpreter;

import static dev.baton.model.interpreter.SystemBuilder.parameter;
import static dev.baton.model.interpreter.SystemBuilder.set;
import static dev.baton.model.interpreter.Terms.all;
import static dev.baton.model.interpreter.Terms.and;
import static dev.baton.model.interpreter.Terms.at;
import static dev.baton.model.interpreter.Terms.eq;
import static dev.baton.model.interpreter.Terms.forall;
import static dev.baton.model.interpreter.Terms.literal;
import static dev.baton.model.interpreter.Terms.local;
import static dev.baton.model.interpreter.Terms.not;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.quantified;
import static dev.baton.model.interpreter.Terms.read;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Property;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;

/** The two-phase commit of Gray and Lamport (Consensus on transaction commit, 2006), as in the TLA+ examples. */
final class TwoPhase {
    private static final Type.Enumeration RM_STATE =
            new Type.Enumeration("RmState", List.of("working", "prepared", "committed", "aborted"));
    private static final Type.Enumeration TM_STATE =
            new Type.Enumeration("TmState", List.of("init", "committed", "aborted"));

    private final SystemBuilder system = new SystemBuilder();
    private final Type.Index rm;
    private final Type.Struct prepared;
    private final Expr commit;
    private final Expr abort;
    private final Variable rmState;
    private final Variable tmState;
    private final Variable tmPrepared;
    private final Variable msgs;

    private TwoPhase(int size) {
        rm = new Type.Index("RM", size, Integer.toString(size), false);
        prepared = new Type.Struct("Prepared", List.of(new Type.Field("rm", rm)));
        Type.Struct committing = new Type.Struct("Commit", List.of());
        Type.Struct aborting = new Type.Struct("Abort", List.of());
        Type.Union message = new Type.Union("Message", List.of(prepared, committing, aborting));
        commit = new Expr.Make(committing, List.of(), Span.NONE);
        abort = new Expr.Make(aborting, List.of(), Span.NONE);

        Type states = new Type.MapOf(rm, RM_STATE);
        rmState = system.variable("rmState", states, quantified(Quantifier.MAP, states, "r", all(rm), rm("working")));
        tmState = system.variable("tmState", TM_STATE, tm("init"));
        tmPrepared = system.variable("tmPrepared", new Type.SetOf(rm), op(Op.SET));
        msgs = system.variable("msgs", new Type.SetOf(message), op(Op.SET));
        actions();
        system.terminal(forall(
                "r", rm, not(op(Op.IN, at(read(rmState), local("r")), op(Op.SET, rm("working"), rm("prepared"))))));
        system.property("Consistent", Property.Kind.INVARIANT, consistent());
    }

    static SystemBuilder of(int resourceManagers) {
        return new TwoPhase(resourceManagers).system;
    }

    private static Expr rm(String state) {
        return literal(new Value.EnumMember(RM_STATE, RM_STATE.members().indexOf(state)), RM_STATE);
    }

    private static Expr tm(String state) {
        return literal(new Value.EnumMember(TM_STATE, TM_STATE.members().indexOf(state)), TM_STATE);
    }

    private Expr is(String state) {
        return eq(at(read(rmState), local("r")), rm(state));
    }

    private Expr become(String state) {
        return op(Op.PUT, read(rmState), local("r"), rm(state));
    }

    private Expr sent(Expr message) {
        return op(Op.UNION, read(msgs), op(Op.SET, message));
    }

    private void actions() {
        List<Binder> r = List.of(parameter("r", rm));
        Expr message = new Expr.Make(prepared, List.of(local("r")), Span.NONE);
        Expr undecided = eq(read(tmState), tm("init"));
        system.action(
                "tmCommit",
                and(undecided, eq(read(tmPrepared), all(rm))),
                set(tmState, tm("committed")),
                set(msgs, sent(commit)));
        system.action("tmAbort", undecided, set(tmState, tm("aborted")), set(msgs, sent(abort)));
        system.action(
                "tmReceivePrepared",
                r,
                and(undecided, op(Op.IN, message, read(msgs))),
                set(tmPrepared, op(Op.UNION, read(tmPrepared), op(Op.SET, local("r")))));
        system.action("rmPrepare", r, is("working"), set(rmState, become("prepared")), set(msgs, sent(message)));
        system.action("rmChooseToAbort", r, is("working"), set(rmState, become("aborted")));
        system.action("rmReceiveCommit", r, op(Op.IN, commit, read(msgs)), set(rmState, become("committed")));
        system.action("rmReceiveAbort", r, op(Op.IN, abort, read(msgs)), set(rmState, become("aborted")));
    }

    private Expr consistent() {
        Expr both = and(
                eq(at(read(rmState), local("a")), rm("aborted")), eq(at(read(rmState), local("b")), rm("committed")));
        return forall("a", rm, forall("b", rm, not(both)));
    }
}
