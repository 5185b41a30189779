package dev.baton.checker.tla;

import static dev.baton.checker.tla.Sketch.each;
import static dev.baton.checker.tla.Sketch.set;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
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

/** Small systems that tests check. */
final class Systems {
    private Systems() {}

    static Expr member(Type.Enumeration type, String name) {
        return Exprs.literal(new Value.EnumMember(type, type.members().indexOf(name)), type);
    }

    static Expr domain(Type type) {
        return new Expr.Domain(type, Span.NONE);
    }

    static Expr map(String name, Type key, Type value, Expr body) {
        return new Expr.Quantified(Quantifier.MAP, each(name, key), body, new Type.MapOf(key, value), Span.NONE);
    }

    static Expr local(Binder binder) {
        return Exprs.local(binder.name(), binder.type());
    }

    static Expr and(Expr... all) {
        return Exprs.and(List.of(all));
    }

    static Expr exists(String name, Type type, Expr body) {
        return new Expr.Quantified(Quantifier.EXISTS, each(name, type), body, Type.BOOL, Span.NONE);
    }

    static Expr setOf(Type element, Expr... members) {
        return new Expr.Apply(Op.SET, List.of(members), new Type.SetOf(element), Span.NONE);
    }

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

    static Expr not(Expr e) {
        return Exprs.apply(Op.NOT, Type.BOOL, e);
    }

    static Expr in(Expr e, Type.Enumeration type, String... names) {
        Expr[] members =
                java.util.Arrays.stream(names).map(n -> member(type, n)).toArray(Expr[]::new);
        return Exprs.apply(Op.IN, Type.BOOL, e, setOf(type, members));
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

    static Expr constant(String name, int value) {
        return new Expr.Constant(name, Value.of(value), Type.Range.of(value, value), Span.NONE);
    }

    static Expr add(Expr a, Expr b) {
        Type.Range left = (Type.Range) a.type();
        Type.Range right = (Type.Range) b.type();
        return Exprs.apply(Op.ADD, Type.Range.of(left.low() + right.low(), left.high() + right.high()), a, b);
    }

    /**
     * One thing after another goes wrong: an error, a deadlock, invariants, a step; and two covers, one out of reach.
     */
    static TransitionSystem faulty() {
        Sketch s = new Sketch("Faulty").doc("What can go wrong (* and does *).").parameter("TOP", 4);
        Type.Range range = new Type.Range(Bound.of(0), new Bound(4, "TOP"));
        Variable x = s.variable("x", range, Exprs.literal(0));
        Variable y = s.variable("y", range, Exprs.literal(0));
        s.error(ErrorSite.Kind.UNDEFINED, "`x` out of range (line 3)", "`x` is \"odd\" \\ (line 4)");
        Expr up = add(Exprs.read(x), Exprs.literal(1));
        Expr small = Exprs.apply(Op.LT, Type.BOOL, Exprs.read(y), Exprs.literal(2));
        s.action(
                "up",
                List.of(),
                List.of(),
                small,
                List.of(
                        new Action.Check(new Expr.Fits(up, range, Span.NONE), 0),
                        new Action.Check(
                                Exprs.apply(
                                        Op.OR,
                                        Type.BOOL,
                                        Exprs.apply(Op.NE, Type.BOOL, Exprs.read(x), Exprs.literal(3)),
                                        Exprs.eq(Exprs.read(y), Exprs.literal(0))),
                                1)),
                set(x, up));
        s.action("down", and(small, less(Exprs.literal(0), x)), set(x, Exprs.literal(0)));
        s.action(
                "aside",
                and(
                        Exprs.apply(
                                Op.OR, Type.BOOL, Exprs.eq(Exprs.read(x), Exprs.literal(3)), less(Exprs.literal(3), x)),
                        less(y, Exprs.literal(3))),
                set(y, add(Exprs.read(y), Exprs.literal(1))));
        s.property("XIsSmall", Property.Kind.INVARIANT, less(x, Exprs.literal(3)));
        s.property("YIsSmall", Property.Kind.LEMMA, less(y, Exprs.literal(2)));
        s.property("Both", Property.Kind.INVARIANT, not(and(less(Exprs.literal(2), x), less(Exprs.literal(1), y))));
        s.property(
                "Rises",
                Property.Kind.STEP,
                Exprs.apply(Op.LE, Type.BOOL, Exprs.read(x), new Expr.Read(x, true, Span.NONE)));
        s.property(
                "Moves",
                Property.Kind.STEP,
                Exprs.apply(
                        Op.OR,
                        Type.BOOL,
                        Exprs.apply(Op.NE, Type.BOOL, Exprs.read(x), new Expr.Read(x, true, Span.NONE)),
                        Exprs.apply(Op.LE, Type.BOOL, Exprs.read(y), new Expr.Read(y, true, Span.NONE))));
        s.property("Reached", Property.Kind.COVER, Exprs.eq(Exprs.read(y), Exprs.literal(2)));
        s.property("NotReached", Property.Kind.COVER, Exprs.eq(Exprs.read(y), Exprs.literal(4)));
        s.property("FirstIsZero", Property.Kind.INVARIANT, Exprs.not(Exprs.eq(Exprs.read(x), Exprs.literal(0))));
        s.property("Here", Property.Kind.COVER, Exprs.eq(Exprs.read(x), Exprs.literal(0)));
        s.property("Never", Property.Kind.INVARIANT, Expr.FALSE);
        return s.standard().build();
    }

    private static Expr less(Expr a, Variable b) {
        return Exprs.apply(Op.LT, Type.BOOL, a, Exprs.read(b));
    }

    private static Expr less(Variable a, Expr b) {
        return Exprs.apply(Op.LT, Type.BOOL, Exprs.read(a), b);
    }

    /**
     * A light that each of two people switches on and that goes out again; one of them leaves only while it is on, so
     * that it takes strong fairness to leave.
     */
    static TransitionSystem light(Fairness.Strength leaving) {
        Sketch s = new Sketch("Light");
        Type.Index person = s.type(new Type.Index("Person", 2, "2", false));
        Variable on = s.variable("on", Type.BOOL, Expr.FALSE);
        Variable gone =
                s.variable("Person.gone", new Type.MapOf(person, Type.BOOL), map("p", person, Type.BOOL, Expr.FALSE));
        Binder self = each("self", person);
        s.action("switch_on", List.of(self), not(Exprs.read(on)), set(on, Expr.TRUE));
        s.action("go_out", Exprs.read(on), set(on, Expr.FALSE));
        s.action(
                "leave",
                List.of(self),
                and(Exprs.read(on), not(Exprs.at(Exprs.read(gone), local(self)))),
                set(gone, Exprs.put(Exprs.read(gone), local(self), Expr.TRUE)));
        s.unit("lamp", Fairness.Strength.WEAK, Optional.empty(), "switch_on", "go_out");
        s.unit("person", leaving, Optional.of(self), "leave");
        Expr someone = Exprs.local("p", person);
        Expr left = Exprs.at(Exprs.read(gone), someone);
        s.property("Leaves", Property.Kind.EVENTUALLY, List.of(each("p", person)), left, Optional.empty());
        s.property("Blinks", Property.Kind.ALWAYS_EVENTUALLY, Exprs.read(on));
        s.property("StaysOn", Property.Kind.EVENTUALLY_ALWAYS, Exprs.read(on));
        s.property(
                "Follows",
                Property.Kind.LEADS_TO,
                List.of(each("p", person)),
                Exprs.read(on),
                Optional.of(Exprs.apply(Op.OR, Type.BOOL, left, not(Exprs.read(on)))));
        s.property("Trivial", Property.Kind.EVENTUALLY, Expr.TRUE);
        s.property("AlsoTrivial", Property.Kind.LEADS_TO, List.of(), Exprs.read(on), Optional.of(Exprs.read(on)));
        s.property("Hopeless", Property.Kind.ALWAYS_EVENTUALLY, Expr.FALSE);
        s.property("no_deadlock", Property.Kind.DEADLOCK_FREE, Expr.TRUE);
        return s.build();
    }

    /** Everything has a name that TLA+ or TLC uses for something else, or that something else has. */
    static TransitionSystem clashing() {
        Sketch s = new Sketch("Bags").parameter("VIEW", 2).parameter("WITH", 1);
        Type.Index seq = s.type(new Type.Index("K_x", 2, "VIEW", false));
        Type.Index once = s.type(new Type.Index("Once", 1, "1", true));
        Type.Enumeration range = s.type(new Type.Enumeration("Range", List.of("a(*b", "\\* c *)", "\"", "`", "'")));
        Type.Struct nat =
                s.type(new Type.Struct("Nat", List.of(new Type.Field("type", range), new Type.Field("LET", seq))));
        Type.Struct none = s.type(new Type.Struct("None", List.of(new Type.Field("type", seq))));
        Type.Union union = s.type(new Type.Union("UNION", List.of(nat, none)));
        Variable len =
                s.variable("A.Len", new Type.Seq(range, 2), Exprs.literal(Value.EMPTY_SEQ, new Type.Seq(range, 2)));
        Variable other = s.variable("B.Len", range, Exprs.literal(new Value.EnumMember(range, 0), range));
        Variable x = s.variable("x", new Type.MapOf(seq, Type.BOOL), map("x", seq, Type.BOOL, Expr.FALSE));
        Variable self = s.variable("self", new Type.Option(union), Exprs.literal(Value.NONE, new Type.Option(union)));
        Variable holder = s.variable("1st", once, Exprs.literal(new Value.Member(once, 0), once));
        Binder actor = each("self", seq);
        Binder x2 = each("x", seq);
        Definition init = s.definition(
                "Init",
                List.of(param("x", seq), param("Len", Type.BOOL)),
                Type.BOOL,
                Exprs.eq(Exprs.at(Exprs.read(x), Exprs.local("x", seq)), Exprs.local("Len", Type.BOOL)));
        Expr add = Exprs.apply(
                Op.APPEND, len.type(), Exprs.read(len), Exprs.literal(new Value.EnumMember(range, 3), range));
        s.action(
                "Next",
                List.of(actor, x2),
                List.of(new Action.Binding("vars", add)),
                and(
                        new Expr.Call(init, List.of(local(actor), Expr.FALSE), Span.NONE),
                        Exprs.apply(Op.LT, Type.BOOL, Exprs.size(Exprs.read(len)), Exprs.literal(2))),
                List.of(),
                set(len, Exprs.local("vars", len.type())),
                set(x, Exprs.put(Exprs.read(x), local(actor), Expr.TRUE)),
                set(other, Exprs.apply(Op.FIRST, range, Exprs.local("vars", len.type()))),
                set(self, Exprs.apply(Op.SOME, self.type(), new Expr.Make(none, List.of(local(x2)), Span.NONE))),
                set(holder, Exprs.read(holder)));
        s.action(
                "vars",
                List.of(x2),
                Exprs.apply(Op.IN, Type.BOOL, Exprs.read(other), Exprs.read(len)),
                set(
                        self,
                        Exprs.apply(
                                Op.SOME,
                                self.type(),
                                new Expr.Make(nat, List.of(Exprs.read(other), local(x2)), Span.NONE))));
        s.unit("Spec", Fairness.Strength.WEAK, Optional.of(actor), "Next");
        s.unit("WF_vars", Fairness.Strength.WEAK, Optional.empty(), "vars");
        s.property(
                "Spec", Property.Kind.INVARIANT, exists("x", seq, not(Exprs.at(Exprs.read(x), Exprs.local("x", seq)))));
        s.property("until", Property.Kind.INVARIANT, Exprs.eq(Exprs.read(holder), Exprs.read(holder)));
        s.property(
                "until",
                Property.Kind.EVENTUALLY,
                exists("self", seq, Exprs.at(Exprs.read(x), Exprs.local("self", seq))));
        s.property("no deadlock", Property.Kind.DEADLOCK_FREE, Expr.TRUE);
        return s.build();
    }

    /** Many states: {@code digits} numbers that count independently of each other. */
    static TransitionSystem wide(int digits, int top) {
        Sketch s = new Sketch("Wide").parameter("TOP", top);
        Type.Index digit = s.type(new Type.Index("Digit", digits, Integer.toString(digits), false));
        Type.Range range = new Type.Range(Bound.of(0), new Bound(top, "TOP"));
        Variable value = s.variable("value", new Type.MapOf(digit, range), map("d", digit, range, Exprs.literal(0)));
        Binder self = each("self", digit);
        Expr mine = Exprs.at(Exprs.read(value), local(self));
        s.action(
                "count",
                List.of(self),
                Exprs.apply(Op.LT, Type.BOOL, mine, constant("TOP", top)),
                set(value, Exprs.put(Exprs.read(value), local(self), add(mine, Exprs.literal(1)))));
        Expr first = Exprs.at(Exprs.read(value), Exprs.local("d", digit));
        s.property(
                "Bounded",
                Property.Kind.INVARIANT,
                Exprs.forall("d", digit, Exprs.apply(Op.LE, Type.BOOL, first, constant("TOP", top))));
        s.property("Starts", Property.Kind.COVER, exists("d", digit, Exprs.eq(first, Exprs.literal(1))));
        s.terminal(Expr.TRUE);
        s.property("no_deadlock", Property.Kind.DEADLOCK_FREE, Expr.TRUE);
        return s.build();
    }

    static Definition.Parameter param(String name, Type type) {
        return new Definition.Parameter(name, type);
    }
}
