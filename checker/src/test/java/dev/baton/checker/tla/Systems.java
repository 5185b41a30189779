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

    static Expr not(Expr e) {
        return Exprs.apply(Op.NOT, Type.BOOL, e);
    }

    static Expr in(Expr e, Type.Enumeration type, String... names) {
        Expr[] members =
                java.util.Arrays.stream(names).map(n -> member(type, n)).toArray(Expr[]::new);
        return Exprs.apply(Op.IN, Type.BOOL, e, setOf(type, members));
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
