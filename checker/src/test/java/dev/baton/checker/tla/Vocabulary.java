package dev.baton.checker.tla;

import static dev.baton.checker.tla.Sketch.apply;
import static dev.baton.checker.tla.Sketch.each;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Definition;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Op;
import dev.baton.model.expr.Quantifier;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Action;
import dev.baton.model.system.Property;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import dev.baton.model.value.Domain;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A system that uses every operator, quantifier, kind of expression, type and value. Its inputs grow step by step;
 * between any two steps {@code observe} may store the value of one expression of each sort in a variable of its own, so
 * that engines that differ on any of them differ in their states.
 */
final class Vocabulary {
    private static final Type.Range SMALL = Type.Range.of(0, 5);
    private static final Type.Range NUMBER = Type.Range.of(-40, 60);
    private static final Type.Enumeration COLOR = new Type.Enumeration("Color", List.of("red", "green", "blue"));
    private static final Type.Index NODE = new Type.Index("Node", 3, "NODES", false);
    private static final Type.Index PEER = new Type.Index("Peer", 2, "2", false);
    private static final Type.Index HOST = new Type.Index("Host", 1, "1", true);
    private static final Type.Struct POINT =
            new Type.Struct("Point", List.of(field("x", SMALL), field("type", COLOR), field("IF", Type.BOOL)));
    private static final Type.Seq QUEUE = new Type.Seq(SMALL, 4);
    private static final Type.Struct STATE = new Type.Struct("State", List.of(field("pages", QUEUE)));
    private static final Type.Struct READY = new Type.Struct("Ready", List.of());
    private static final Type.Struct PEER_HOLDS = new Type.Struct("Peer", List.of(field("id", PEER)));
    private static final Type.Struct TEXT = new Type.Struct("Note", List.of(field("pages", COLOR), field("n", SMALL)));
    private static final Type.Union MESSAGE = new Type.Union("Message", List.of(STATE, READY, TEXT, PEER_HOLDS));
    private static final Type.SetOf NUMBERS = new Type.SetOf(SMALL);
    private static final Type.Bag BAG = new Type.Bag(SMALL, 5);
    private static final Type.Bag COLORS = new Type.Bag(COLOR, 4);
    private static final Type.Bag MESSAGES = new Type.Bag(MESSAGE, 4);
    private static final Type.MapOf BY_COLOR = new Type.MapOf(COLOR, SMALL);
    private static final Type.MapOf BY_NODE = new Type.MapOf(NODE, SMALL);
    private static final Type.MapOf BY_PEER = new Type.MapOf(PEER, Type.BOOL);
    private static final Type.MapOf FROM_ONE = new Type.MapOf(Type.Range.of(1, 3), COLOR);
    private static final Type.MapOf BY_BOOL = new Type.MapOf(Type.BOOL, BY_COLOR);
    private static final Type.Option OPTION = new Type.Option(POINT);

    private final Sketch sketch = new Sketch("Vocabulary").parameter("NODES", 3).parameter("BELOW", -2);
    private final List<Expr> samples = new ArrayList<>();
    private final Variable n = sketch.variable("n", SMALL, Exprs.literal(1));
    private final Variable flag = sketch.variable("A.flag", Type.BOOL, Expr.TRUE);
    private final Variable queue = sketch.variable("A.queue", QUEUE, seq(1));
    private final Variable numbers = sketch.variable("A.numbers", NUMBERS, set(SMALL, num(0), num(1)));
    private final Variable bag = sketch.variable("A.bag", BAG, literal(bagOf(1, 1), BAG));
    private final Variable colors = sketch.variable("A.colors", COLORS, literal(new Value.Bag(List.of()), COLORS));
    private final Variable color = sketch.variable("A.color", COLOR, red());
    private final Variable node = sketch.variable("B.node", NODE, literal(new Value.Member(NODE, 1), NODE));
    private final Variable byColor = sketch.variable("B.byColor", BY_COLOR, literal(Domain.first(BY_COLOR), BY_COLOR));
    private final Variable byNode = sketch.variable("B.byNode", BY_NODE, literal(map(NODE, 0, 1, 2), BY_NODE));
    private final Variable byPeer = sketch.variable("B.byPeer", BY_PEER, literal(Domain.first(BY_PEER), BY_PEER));
    private final Variable fromOne = sketch.variable("B.fromOne", FROM_ONE, literal(Domain.first(FROM_ONE), FROM_ONE));
    private final Variable byBool = sketch.variable("B.byBool", BY_BOOL, literal(Domain.first(BY_BOOL), BY_BOOL));
    private final Variable point = sketch.variable("B.point", POINT, point(3));
    private final Variable option =
            sketch.variable("B.option", OPTION, literal(new Value.Some(Domain.first(POINT)), OPTION));
    private final Variable message = sketch.variable("C.message", MESSAGE, literal(Domain.first(STATE), MESSAGE));
    private final Variable inbox = sketch.variable("C.inbox", new Type.SetOf(MESSAGE), set(MESSAGE));
    private final Variable flight = sketch.variable("C.flight", MESSAGES, literal(new Value.Bag(List.of()), MESSAGES));
    private final Definition twice = sketch.definition(
            "twice", List.of(Systems.param("x", SMALL)), NUMBER, apply(Op.MUL, NUMBER, local("x", SMALL), num(2)));
    private final Definition large =
            sketch.definition("large", List.of(), Type.BOOL, apply(Op.GT, Type.BOOL, read(n), num(2)));

    private Vocabulary() {}

    static TransitionSystem system() {
        return new Vocabulary().build();
    }

    private TransitionSystem build() {
        Stream.of(COLOR, NODE, PEER, HOST, POINT, STATE, READY, TEXT, PEER_HOLDS, MESSAGE)
                .forEach(sketch::type);
        for (Op op : Op.values()) {
            samples.addAll(of(op));
        }
        for (Quantifier quantifier : Quantifier.values()) {
            samples.addAll(of(quantifier));
        }
        samples.addAll(kinds());
        sketch.action(
                "grow",
                List.of(each("p", PEER)),
                apply(Op.LT, Type.BOOL, read(n), num(4)),
                set(n, add(read(n), num(1))),
                set(flag, Exprs.not(read(flag))),
                set(queue, apply(Op.APPEND, QUEUE, read(queue), read(n))),
                set(numbers, apply(Op.UNION, NUMBERS, read(numbers), set(SMALL, add(read(n), num(1))))),
                set(bag, apply(Op.BAG_ADD, BAG, read(bag), read(n))),
                set(colors, apply(Op.BAG_ADD, COLORS, read(colors), read(color))),
                set(color, new Expr.If(read(flag), green(), blue(), COLOR, Span.NONE)),
                set(node, apply(Op.MEMBER, NODE, apply(Op.MOD, SMALL, read(n), num(3)))),
                set(byColor, Exprs.put(read(byColor), read(color), add(read(n), num(1)))),
                set(byPeer, Exprs.put(read(byPeer), local("p", PEER), read(flag))),
                set(fromOne, Exprs.put(read(fromOne), num(2), read(color))),
                set(byBool, nestedPut()),
                set(point, with(read(point), new Expr.FieldValue("x", read(n)))),
                set(option, apply(Op.SOME, OPTION, read(point))),
                set(message, newMessage()),
                set(inbox, apply(Op.UNION, inbox.type(), read(inbox), set(MESSAGE, read(message), ready()))),
                set(flight, apply(Op.BAG_ADD, MESSAGES, read(flight), read(message))));
        Variable seen = sketch.variable("observed", Type.BOOL, Expr.FALSE);
        List<Action.Update> updates = new ArrayList<>();
        updates.add(set(seen, Expr.TRUE));
        for (int i = 0; i < samples.size(); i++) {
            Expr sample = samples.get(i);
            Variable result = sketch.variable(
                    String.format("r%02d", i), sample.type(), literal(Domain.first(sample.type()), sample.type()));
            updates.add(set(result, sample));
        }
        sketch.action(
                "observe",
                Exprs.and(Exprs.not(read(seen)), apply(Op.IS_SOME, Type.BOOL, read(option))),
                updates.toArray(Action.Update[]::new));
        for (int i = 1; i <= 4; i++) {
            sketch.property(
                    "Observed" + i,
                    Property.Kind.COVER,
                    Exprs.and(read(seen), apply(Op.EQ, Type.BOOL, read(n), num(i))));
        }
        sketch.property(
                "Grows", Property.Kind.STEP, apply(Op.LE, Type.BOOL, read(n), new Expr.Read(n, true, Span.NONE)));
        return sketch.build();
    }

    /** Both variants that hold {@code pages}, in turn. */
    private Expr newMessage() {
        Expr state = new Expr.Make(STATE, List.of(read(queue)), Span.NONE);
        Expr text = new Expr.Make(TEXT, List.of(read(color), read(n)), Span.NONE);
        return new Expr.If(read(flag), state, text, MESSAGE, Span.NONE);
    }

    private static Expr ready() {
        return new Expr.Make(READY, List.of(), Span.NONE);
    }

    private Expr nestedPut() {
        Expr inner = Exprs.at(read(byBool), read(flag));
        Expr more = add(Exprs.at(inner, read(color)), num(1));
        Expr once = Exprs.put(read(byBool), read(flag), Exprs.put(inner, read(color), more));
        Expr other = Exprs.at(once, Exprs.not(read(flag)));
        return Exprs.put(once, Exprs.not(read(flag)), Exprs.put(other, green(), read(n)));
    }

    private List<Expr> of(Op op) {
        Expr below = apply(Op.SUB, NUMBER, read(n), num(4));
        return switch (op) {
            case NOT -> List.of(bool(op, read(flag)), bool(op, bool(Op.AND, read(flag), bool(Op.LT, read(n), num(2)))));
            case AND, OR, IMPLIES -> List.of(bool(op, read(flag), bool(Op.LT, read(n), num(3))));
            case EQ, NE ->
                List.of(
                        bool(op, read(n), num(2)),
                        bool(op, read(flag), bool(Op.LT, read(n), num(3))),
                        bool(op, read(message), literal(Domain.first(TEXT), MESSAGE)),
                        bool(op, read(option), literal(Value.NONE, OPTION)));
            case LT, LE, GT, GE -> List.of(bool(op, read(n), num(2)));
            case ADD, SUB, MUL -> List.of(apply(op, NUMBER, below, apply(op, NUMBER, read(n), num(3))));
            case DIV, MOD -> List.of(apply(op, NUMBER, below, num(3)), apply(op, NUMBER, read(n), num(2)));
            case NEG -> List.of(apply(op, NUMBER, read(n)), apply(op, NUMBER, below));
            case AT -> List.of(Exprs.at(read(byColor), read(color)), Exprs.at(read(fromOne), num(2)));
            case PUT ->
                List.of(
                        Exprs.put(read(fromOne), num(3), read(color)),
                        Exprs.put(Exprs.put(read(byNode), read(node), num(5)), literal(member(0), NODE), read(n)));
            case SET -> List.of(set(SMALL), set(SMALL, read(n), num(2)));
            case RANGE -> List.of(apply(op, NUMBERS, apply(Op.SUB, SMALL, read(n), num(1)), num(2)));
            case IN -> List.of(bool(op, read(n), read(numbers)), bool(op, read(n), read(queue)));
            case SUBSET -> List.of(bool(op, set(SMALL, read(n)), read(numbers)));
            case UNION, INTERSECT, MINUS -> List.of(apply(op, NUMBERS, read(numbers), set(SMALL, num(1), num(4))));
            case SIZE ->
                List.of(apply(op, SMALL, read(numbers)), apply(op, SMALL, read(queue)), apply(op, SMALL, read(bag)));
            case SEQ -> List.of(seq(), apply(op, QUEUE, read(n), num(0)));
            case SEQ_AT -> List.of(apply(op, SMALL, read(queue), lastPosition()));
            case SEQ_PUT -> List.of(apply(op, QUEUE, read(queue), num(0), num(5)));
            case FIRST, LAST -> List.of(apply(op, SMALL, read(queue)));
            case APPEND -> List.of(apply(op, QUEUE, apply(Op.DROP, QUEUE, read(queue)), read(n)));
            case DROP -> List.of(apply(op, QUEUE, read(queue)));
            case REMOVE_AT -> List.of(apply(op, QUEUE, read(queue), lastPosition()));
            case INSERT_AT ->
                List.of(
                        apply(op, new Type.Seq(SMALL, 5), read(queue), num(0), num(4)),
                        apply(op, new Type.Seq(SMALL, 5), read(queue), apply(Op.SIZE, SMALL, read(queue)), num(4)));
            case SOME -> List.of(apply(op, OPTION, read(point)));
            case UNWRAP -> List.of(apply(op, POINT, read(option)));
            case IS_SOME, IS_NONE -> List.of(bool(op, read(option)));
            case BAG_ADD ->
                List.of(apply(op, new Type.Bag(SMALL, 6), read(bag), num(2)), apply(op, MESSAGES, none(), ready()));
            case BAG_REMOVE -> List.of(apply(op, BAG, read(bag), num(1)));
            case BAG_COUNT -> List.of(apply(op, SMALL, read(bag), num(1)), apply(op, SMALL, read(colors), red()));
            case BAG_MEMBERS -> List.of(apply(op, NUMBERS, read(bag)), apply(op, inbox.type(), read(flight)));
            case ORD ->
                List.of(apply(op, SMALL, read(node)), apply(op, SMALL, literal(new Value.Member(HOST, 0), HOST)));
            case MEMBER ->
                List.of(
                        apply(op, NODE, apply(Op.MOD, SMALL, read(n), num(3))),
                        apply(op, HOST, apply(Op.MOD, SMALL, read(n), num(1))));
        };
    }

    private Expr none() {
        return literal(new Value.Bag(List.of()), MESSAGES);
    }

    private Expr lastPosition() {
        return apply(Op.SUB, SMALL, apply(Op.SIZE, SMALL, read(queue)), num(1));
    }

    private List<Expr> of(Quantifier kind) {
        Expr x = local("x", SMALL);
        Binder inNumbers = new Binder("x", SMALL, read(numbers));
        Expr small = bool(Op.LT, x, read(n));
        return switch (kind) {
            case FORALL, EXISTS -> {
                Binder inner = new Binder("x", SMALL, apply(Op.RANGE, NUMBERS, num(0), x));
                Expr nested = quantified(kind, inner, bool(Op.LT, local("x", SMALL), read(n)), Type.BOOL);
                yield List.of(
                        quantified(kind, inNumbers, small, Type.BOOL), quantified(kind, inNumbers, nested, Type.BOOL));
            }
            case COUNT -> List.of(quantified(kind, inNumbers, small, SMALL));
            case SUM -> List.of(quantified(kind, inNumbers, apply(Op.MUL, NUMBER, x, num(2)), NUMBER));
            case MIN, MAX ->
                List.of(
                        quantified(kind, inNumbers, x, SMALL),
                        quantified(kind, inNumbers, apply(Op.SUB, NUMBER, num(3), x), NUMBER));
            case FILTER -> List.of(quantified(kind, inNumbers, small, NUMBERS));
            case IMAGE -> List.of(quantified(kind, inNumbers, apply(Op.MOD, SMALL, x, num(2)), NUMBERS));
            case MAP ->
                List.of(
                        quantified(kind, each("c", COLOR), Exprs.at(read(byColor), local("c", COLOR)), BY_COLOR),
                        quantified(
                                kind,
                                each("t", Type.BOOL),
                                bool(Op.EQ, local("t", Type.BOOL), read(flag)),
                                new Type.MapOf(Type.BOOL, Type.BOOL)));
        };
    }

    /** Kinds of expression that operators and quantifiers don't need, and values of every kind. */
    private List<Expr> kinds() {
        Expr state = new Expr.As(read(message), STATE, Span.NONE);
        Expr text = new Expr.As(read(message), TEXT, Span.NONE);
        Expr isState = new Expr.Is(read(message), "State", Span.NONE);
        Expr isText = new Expr.Is(read(message), "Note", Span.NONE);
        Expr holder = new Expr.Make(
                PEER_HOLDS,
                List.of(apply(Op.UNWRAP, PEER, literal(new Value.Some(peer(1)), new Type.Option(PEER)))),
                Span.NONE);
        List<Expr> kinds = new ArrayList<>(List.of(
                new Expr.Constant("NODES", Value.of(3), SMALL, Span.NONE),
                new Expr.Constant("BELOW", Value.of(-2), NUMBER, Span.NONE),
                new Expr.Constant("SOME", Value.SetOf.of(List.of(Value.of(3), Value.of(1))), NUMBERS, Span.NONE),
                new Expr.Get(read(point), "type", COLOR, Span.NONE),
                new Expr.Get(read(point), "IF", Type.BOOL, Span.NONE),
                with(
                        read(point),
                        new Expr.FieldValue("x", num(2)),
                        new Expr.FieldValue(
                                "IF", bool(Op.LT, new Expr.Get(read(point), "x", SMALL, Span.NONE), num(2)))),
                with(with(read(point), new Expr.FieldValue("x", num(2))), new Expr.FieldValue("type", green())),
                new Expr.Let("v", add(read(n), num(1)), add(local("v", NUMBER), local("v", NUMBER)), Span.NONE),
                new Expr.If(isState, new Expr.Get(state, "pages", QUEUE, Span.NONE), seq(), QUEUE, Span.NONE),
                new Expr.If(isText, new Expr.Get(text, "pages", COLOR, Span.NONE), blue(), COLOR, Span.NONE),
                new Expr.Call(twice, List.of(read(n)), Span.NONE),
                new Expr.Call(large, List.of(), Span.NONE),
                apply(Op.BAG_ADD, MESSAGES, none(), holder),
                literal(new Value.Struct(PEER_HOLDS, List.of(peer(0))), MESSAGE),
                literal(new Value.Seq(List.of(Value.of(3), Value.of(0))), QUEUE),
                literal(new Value.MapOf(Type.BOOL, List.of(map(COLOR, 1, 2, 3), map(COLOR, 0, 0, 0))), BY_BOOL)));
        for (Type type : List.of(Type.BOOL, SMALL, COLOR, NODE, PEER, HOST, POINT, OPTION, new Type.SetOf(COLOR))) {
            kinds.add(new Expr.Domain(type, Span.NONE));
        }
        Type.Range upTo = new Type.Range(Bound.of(0), new Bound(2, "NODES - 1"));
        kinds.add(new Expr.Fits(read(n), upTo, Span.NONE));
        kinds.add(new Expr.Fits(read(queue), new Type.Seq(upTo, 2), Span.NONE));
        kinds.add(new Expr.Fits(read(queue), new Type.Seq(SMALL, 2), Span.NONE));
        kinds.add(new Expr.Fits(read(bag), new Type.Bag(upTo, 3), Span.NONE));
        kinds.add(new Expr.Fits(read(bag), new Type.Bag(SMALL, 3), Span.NONE));
        kinds.add(new Expr.Fits(read(numbers), new Type.SetOf(upTo), Span.NONE));
        kinds.add(new Expr.Fits(read(byColor), new Type.MapOf(COLOR, upTo), Span.NONE));
        kinds.add(new Expr.Fits(seq(read(color)), new Type.Seq(COLOR, 3), Span.NONE));
        return kinds;
    }

    private static Type.Field field(String name, Type type) {
        return new Type.Field(name, type);
    }

    private static Action.Update set(Variable variable, Expr value) {
        return new Action.Update(variable, value);
    }

    private static Expr set(Type element, Expr... members) {
        return Systems.setOf(element, members);
    }

    private static Expr read(Variable variable) {
        return Exprs.read(variable);
    }

    private static Expr local(String name, Type type) {
        return Exprs.local(name, type);
    }

    private static Expr num(int value) {
        return Exprs.literal(value);
    }

    private static Expr literal(Value value, Type type) {
        return Exprs.literal(value, type);
    }

    private static Expr add(Expr a, Expr b) {
        return apply(Op.ADD, NUMBER, a, b);
    }

    private static Expr bool(Op op, Expr... args) {
        return apply(op, Type.BOOL, args);
    }

    private static Expr red() {
        return Systems.member(COLOR, "red");
    }

    private static Expr green() {
        return Systems.member(COLOR, "green");
    }

    private static Expr blue() {
        return Systems.member(COLOR, "blue");
    }

    private static Expr point(int x) {
        return new Expr.Make(POINT, List.of(num(x), blue(), Expr.FALSE), Span.NONE);
    }

    private static Expr seq(int... numbers) {
        return apply(
                Op.SEQ,
                QUEUE,
                java.util.Arrays.stream(numbers).mapToObj(Vocabulary::num).toArray(Expr[]::new));
    }

    private static Expr seq(Expr color) {
        return apply(Op.SEQ, new Type.Seq(COLOR, 2), color, color);
    }

    private static Expr with(Expr base, Expr.FieldValue... changes) {
        return new Expr.With(base, List.of(changes), Span.NONE);
    }

    private static Expr quantified(Quantifier kind, Binder binder, Expr body, Type type) {
        return new Expr.Quantified(kind, binder, body, type, Span.NONE);
    }

    private static Value member(int ordinal) {
        return new Value.Member(NODE, ordinal);
    }

    private static Value peer(int ordinal) {
        return new Value.Member(PEER, ordinal);
    }

    private static Value bagOf(int... numbers) {
        return new Value.Bag(
                java.util.Arrays.stream(numbers).mapToObj(Value::of).toList());
    }

    private static Value map(Type key, int... numbers) {
        return new Value.MapOf(
                key, java.util.Arrays.stream(numbers).mapToObj(Value::of).toList());
    }
}
