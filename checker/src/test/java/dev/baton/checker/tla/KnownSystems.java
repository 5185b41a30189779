package dev.baton.checker.tla;

import static dev.baton.checker.tla.Sketch.each;
import static dev.baton.checker.tla.Sketch.set;
import static dev.baton.checker.tla.Systems.add;
import static dev.baton.checker.tla.Systems.and;
import static dev.baton.checker.tla.Systems.constant;
import static dev.baton.checker.tla.Systems.domain;
import static dev.baton.checker.tla.Systems.in;
import static dev.baton.checker.tla.Systems.local;
import static dev.baton.checker.tla.Systems.map;
import static dev.baton.checker.tla.Systems.member;
import static dev.baton.checker.tla.Systems.not;
import static dev.baton.checker.tla.Systems.setOf;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.ErrorSite;
import dev.baton.model.system.Fairness;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Transition systems of protocols that are known from elsewhere. */
final class KnownSystems {
    private KnownSystems() {}

    /** Two-phase commit (Gray and Lamport, 2006) as in the TLA+ examples: 288 states of three resource managers. */
    static TransitionSystem twoPhase() {
        Sketch s = new Sketch("TwoPhase").doc("Two-phase commit: resource managers and their transaction manager.");
        s.parameter("RMS", 3);
        Type.Index rm = s.symmetric(new Type.Index("RM", 3, "RMS", false));
        Type.Enumeration rmStates =
                s.type(new Type.Enumeration("RmState", List.of("working", "prepared", "committed", "aborted")));
        Type.Enumeration tmStates = s.type(new Type.Enumeration("TmState", List.of("init", "committed", "aborted")));
        Type.Struct prepared = s.type(new Type.Struct("Prepared", List.of(new Type.Field("rm", rm))));
        Type.Struct commit = s.type(new Type.Struct("Commit", List.of()));
        Type.Struct abort = s.type(new Type.Struct("Abort", List.of()));
        Type.Union message = s.type(new Type.Union("Message", List.of(prepared, commit, abort)));
        Variable rmState = s.variable(
                "RM.state", new Type.MapOf(rm, rmStates), map("r", rm, rmStates, member(rmStates, "working")));
        Variable tmState = s.variable("TM.state", tmStates, member(tmStates, "init"));
        Variable ready = s.variable("TM.prepared", new Type.SetOf(rm), setOf(rm));
        Variable messages = s.variable("msgs", new Type.SetOf(message), setOf(message));

        Binder r = each("self", rm);
        Expr mine = Exprs.at(Exprs.read(rmState), local(r));
        Expr undecided = Exprs.eq(Exprs.read(tmState), member(tmStates, "init"));
        Expr prepare = new Expr.Make(prepared, List.of(local(r)), Span.NONE);
        Expr committing = new Expr.Make(commit, List.of(), Span.NONE);
        Expr aborting = new Expr.Make(abort, List.of(), Span.NONE);
        s.action(
                "commit",
                and(undecided, Exprs.eq(Exprs.read(ready), domain(rm))),
                set(tmState, member(tmStates, "committed")),
                set(messages, sent(messages, committing)));
        s.action(
                "abort", undecided, set(tmState, member(tmStates, "aborted")), set(messages, sent(messages, aborting)));
        s.action(
                "receive_prepared",
                List.of(r),
                and(undecided, Exprs.apply(Op.IN, Type.BOOL, prepare, Exprs.read(messages))),
                set(ready, Exprs.apply(Op.UNION, ready.type(), Exprs.read(ready), setOf(rm, local(r)))));
        Expr working = Exprs.eq(mine, member(rmStates, "working"));
        s.action(
                "prepare",
                List.of(r),
                working,
                set(rmState, Exprs.put(Exprs.read(rmState), local(r), member(rmStates, "prepared"))),
                set(messages, sent(messages, prepare)));
        s.action(
                "choose_to_abort",
                List.of(r),
                working,
                set(rmState, Exprs.put(Exprs.read(rmState), local(r), member(rmStates, "aborted"))));
        s.action(
                "receive_commit",
                List.of(r),
                Exprs.apply(Op.IN, Type.BOOL, committing, Exprs.read(messages)),
                set(rmState, Exprs.put(Exprs.read(rmState), local(r), member(rmStates, "committed"))));
        s.action(
                "receive_abort",
                List.of(r),
                Exprs.apply(Op.IN, Type.BOOL, aborting, Exprs.read(messages)),
                set(rmState, Exprs.put(Exprs.read(rmState), local(r), member(rmStates, "aborted"))));
        s.unit("manager", Fairness.Strength.WEAK, Optional.empty(), "commit", "abort", "receive_prepared");
        s.unit(
                "resource",
                Fairness.Strength.WEAK,
                Optional.of(r),
                "prepare",
                "choose_to_abort",
                "receive_commit",
                "receive_abort");
        Expr decided = Exprs.forall(
                "r", rm, not(in(Exprs.at(Exprs.read(rmState), Exprs.local("r", rm)), rmStates, "working", "prepared")));
        s.terminal(decided);
        Expr split = and(
                Exprs.eq(Exprs.at(Exprs.read(rmState), Exprs.local("a", rm)), member(rmStates, "aborted")),
                Exprs.eq(Exprs.at(Exprs.read(rmState), Exprs.local("b", rm)), member(rmStates, "committed")));
        s.property("Consistent", Property.Kind.INVARIANT, Exprs.forall("a", rm, Exprs.forall("b", rm, not(split))));
        s.property("Decides", Property.Kind.EVENTUALLY, decided);
        s.property(
                "CanCommit",
                Property.Kind.COVER,
                Exprs.forall(
                        "r",
                        rm,
                        Exprs.eq(Exprs.at(Exprs.read(rmState), Exprs.local("r", rm)), member(rmStates, "committed"))));
        s.property("no_deadlock", Property.Kind.DEADLOCK_FREE, Expr.TRUE);
        return s.build();
    }

    private static Expr sent(Variable messages, Expr message) {
        return Exprs.apply(
                Op.UNION,
                messages.type(),
                Exprs.read(messages),
                setOf(((Type.SetOf) messages.type()).element(), message));
    }

    /** The first example of the language: one slot, one vector, and how a message is lost. */
    static TransitionSystem singleSlot() {
        Sketch s = new Sketch("SingleSlot")
                .doc("One message slot per target. A second send before the handler ran overwrites the first.");
        s.parameter("SENDERS", 2).parameter("MESSAGES", 1);
        Type.Index spawn = s.symmetric(new Type.Index("Spawn", 2, "SENDERS", false));
        Type.Range count = new Type.Range(Bound.of(0), new Bound(1, "MESSAGES"));
        Type.Struct msg =
                s.type(new Type.Struct("Msg", List.of(new Type.Field("from", spawn), new Type.Field("seq", count))));
        Type.Option option = new Type.Option(msg);
        Type.Enumeration senderPc =
                s.type(new Type.Enumeration("Spawn.sender", List.of("store", "raise", "count", "done")));
        Type.Enumeration bellPc = s.type(new Type.Enumeration("Host.bell", List.of("idle", "look", "clear")));

        Variable slot = s.variable("slot", option, Exprs.literal(Value.NONE, option));
        Variable pending = s.variable("bell.pending", Type.BOOL, Expr.FALSE);
        Variable got = s.variable("Host.got", new Type.MapOf(spawn, count), map("x", spawn, count, Exprs.literal(0)));
        Variable sent =
                s.variable("Spawn.sent", new Type.MapOf(spawn, count), map("x", spawn, count, Exprs.literal(0)));
        Variable bell = s.variable("Host.bell", bellPc, member(bellPc, "idle"));
        Variable sender = s.variable(
                "Spawn.sender", new Type.MapOf(spawn, senderPc), map("x", spawn, senderPc, member(senderPc, "store")));
        s.error(ErrorSite.Kind.UNDEFINED, "`got[m.from]` out of range (line 21)");

        Binder self = each("self", spawn);
        Expr at = Exprs.at(Exprs.read(sender), local(self));
        Expr mine = Exprs.at(Exprs.read(sent), local(self));
        Expr message = new Expr.Make(msg, List.of(local(self), mine), Span.NONE);
        s.action(
                "sender_store",
                List.of(self),
                and(
                        Exprs.eq(at, member(senderPc, "store")),
                        Exprs.apply(Op.LT, Type.BOOL, mine, constant("MESSAGES", 1))),
                set(slot, Exprs.apply(Op.SOME, option, message)),
                set(sender, Exprs.put(Exprs.read(sender), local(self), member(senderPc, "raise"))));
        s.action(
                "sender_raise",
                List.of(self),
                Exprs.eq(at, member(senderPc, "raise")),
                set(pending, Expr.TRUE),
                set(sender, Exprs.put(Exprs.read(sender), local(self), member(senderPc, "count"))));
        Expr more = add(mine, Exprs.literal(1));
        s.action(
                "sender_count",
                List.of(self),
                Exprs.eq(at, member(senderPc, "count")),
                set(sent, Exprs.put(Exprs.read(sent), local(self), more)),
                set(
                        sender,
                        Exprs.put(
                                Exprs.read(sender),
                                local(self),
                                new Expr.If(
                                        Exprs.apply(Op.LT, Type.BOOL, more, constant("MESSAGES", 1)),
                                        member(senderPc, "store"),
                                        member(senderPc, "done"),
                                        senderPc,
                                        Span.NONE))));
        s.action(
                "bell_deliver",
                and(Exprs.read(pending), Exprs.eq(Exprs.read(bell), member(bellPc, "idle"))),
                set(pending, Expr.FALSE),
                set(bell, member(bellPc, "look")));
        Expr m = Exprs.local("m", msg);
        Expr from = new Expr.Get(m, "from", spawn, Span.NONE);
        Expr next = add(Exprs.at(Exprs.read(got), from), Exprs.literal(1));
        Expr some = Exprs.apply(Op.IS_SOME, Type.BOOL, Exprs.read(slot));
        s.action(
                "bell_look",
                List.of(),
                List.of(new Action.Binding("m", Exprs.apply(Op.UNWRAP, msg, Exprs.read(slot)))),
                Exprs.eq(Exprs.read(bell), member(bellPc, "look")),
                List.of(new Action.Check(
                        Exprs.apply(Op.IMPLIES, Type.BOOL, some, new Expr.Fits(next, count, Span.NONE)), 0)),
                set(bell, member(bellPc, "clear")),
                set(
                        got,
                        new Expr.If(
                                some, Exprs.put(Exprs.read(got), from, next), Exprs.read(got), got.type(), Span.NONE)));
        s.action(
                "bell_clear",
                Exprs.eq(Exprs.read(bell), member(bellPc, "clear")),
                set(slot, Exprs.literal(Value.NONE, option)),
                set(bell, member(bellPc, "idle")));
        s.unit("sender", Fairness.Strength.WEAK, Optional.of(self), "sender_store", "sender_raise", "sender_count");
        s.unit("bell_delivery", Fairness.Strength.WEAK, Optional.empty(), "bell_deliver");
        s.unit("bell", Fairness.Strength.WEAK, Optional.empty(), "bell_look", "bell_clear");

        Expr x = Exprs.local("s", spawn);
        s.property(
                "NothingInvented",
                Property.Kind.INVARIANT,
                Exprs.forall(
                        "s",
                        spawn,
                        Exprs.apply(
                                Op.LE,
                                Type.BOOL,
                                Exprs.at(Exprs.read(got), x),
                                add(Exprs.at(Exprs.read(sent), x), Exprs.literal(1)))));
        s.property(
                "AllArrive",
                Property.Kind.EVENTUALLY,
                Exprs.forall("s", spawn, Exprs.eq(Exprs.at(Exprs.read(got), x), constant("MESSAGES", 1))));
        s.property(
                "BothSent",
                Property.Kind.COVER,
                Exprs.forall("s", spawn, Exprs.eq(Exprs.at(Exprs.read(sent), x), constant("MESSAGES", 1))));
        s.standard();
        s.terminal(Exprs.forall("s", spawn, Exprs.eq(Exprs.at(Exprs.read(sender), x), member(senderPc, "done"))));
        return s.build();
    }
}
