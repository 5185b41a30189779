package dev.baton.model.expr;

import static dev.baton.model.interpreter.Terms.add;
import static dev.baton.model.interpreter.Terms.all;
import static dev.baton.model.interpreter.Terms.and;
import static dev.baton.model.interpreter.Terms.at;
import static dev.baton.model.interpreter.Terms.bool;
import static dev.baton.model.interpreter.Terms.eq;
import static dev.baton.model.interpreter.Terms.forall;
import static dev.baton.model.interpreter.Terms.literal;
import static dev.baton.model.interpreter.Terms.local;
import static dev.baton.model.interpreter.Terms.not;
import static dev.baton.model.interpreter.Terms.num;
import static dev.baton.model.interpreter.Terms.op;
import static dev.baton.model.interpreter.Terms.primed;
import static dev.baton.model.interpreter.Terms.quantified;
import static dev.baton.model.interpreter.Terms.read;
import static dev.baton.model.interpreter.Terms.typed;
import static dev.baton.model.interpreter.Terms.variable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.model.source.Span;
import dev.baton.model.type.Bound;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Baton text of expressions, parentheses above all. */
final class ExprPrinterTest {
    private static final Type DIGITS = Type.Range.of(0, 9);
    private static final Type.Index SPAWN = new Type.Index("Spawn", 2, "SENDERS", false);
    private static final Type.Index HOST = new Type.Index("Host", 1, "1", true);
    private static final Variable SENT = variable("Spawn.sent", new Type.MapOf(SPAWN, DIGITS), num(0));
    private static final Variable GOT = variable("Host.got", new Type.MapOf(SPAWN, DIGITS), num(0));
    private static final Expr A = local("a");
    private static final Expr B = local("b");
    private static final Expr C = local("c");
    private static final Expr S = local("s", SPAWN);

    @Test
    void theExampleOfTheLanguage() {
        Expr bound = op(Op.LE, at(read(GOT), S), add(at(read(SENT), S), num(1)));
        assertPrints(forall("s", SPAWN, bound), "forall s in Spawn: Host.got[s] <= s.sent + 1");
    }

    @Test
    void variablesOfActors() {
        assertPrints(at(read(SENT), local("self", SPAWN)), "sent");
        assertPrints(at(primed(SENT), local("self", SPAWN)), "sent'");
        assertPrints(at(primed(SENT), S), "s.sent'");
        assertPrints(at(read(SENT), literal(new Value.Member(SPAWN, 1), SPAWN)), "Spawn(1).sent");
        assertPrints(read(SENT), "Spawn.sent");
        assertPrints(primed(GOT), "Host.got'");
        Variable nested = variable("Spawn.seen", new Type.MapOf(SPAWN, new Type.MapOf(SPAWN, DIGITS)), num(0));
        assertPrints(at(at(read(nested), S), local("self")), "s.seen[self]");
        Variable ticket = variable("Spawn.run.t", new Type.MapOf(SPAWN, DIGITS), num(0), Variable.Role.LOCAL);
        assertPrints(at(read(ticket), local("self")), "t");
        assertPrints(at(read(ticket), S), "s.run.t");
        Variable ofSingle = variable("Host.own", new Type.MapOf(HOST, DIGITS), num(0));
        assertPrints(at(read(ofSingle), S), "Host.own[s]");
        Variable memory = variable("Spawn.sent", new Type.MapOf(SPAWN, DIGITS), num(0), Variable.Role.MEMORY);
        assertPrints(at(read(memory), S), "Spawn.sent[s]");
    }

    @Test
    void connectives() {
        assertPrints(and(A, and(B, C)), "a and b and c");
        assertPrints(and(A, B, C), "a and b and c");
        assertPrints(and(), "true");
        assertPrints(op(Op.OR), "false");
        assertPrints(and(op(Op.OR, A, B), C), "(a or b) and c");
        assertPrints(op(Op.OR, and(A, B), C), "a and b or c");
        assertPrints(op(Op.IMPLIES, A, op(Op.IMPLIES, B, C)), "a implies b implies c");
        assertPrints(op(Op.IMPLIES, op(Op.IMPLIES, A, B), C), "(a implies b) implies c");
        assertPrints(not(eq(A, B)), "not a == b");
        assertPrints(eq(not(A), B), "(not a) == b");
        assertPrints(not(not(and(A, B))), "not not (a and b)");
    }

    @Test
    void quantifiersReachToTheRight() {
        Expr forall = forall("s", SPAWN, and(A, B));
        assertPrints(op(Op.IMPLIES, C, forall), "c implies forall s in Spawn: a and b");
        assertPrints(and(forall, C), "(forall s in Spawn: a and b) and c");
        assertPrints(op(Op.OR, and(C, forall), A), "c and (forall s in Spawn: a and b) or a");
        assertPrints(not(forall), "not forall s in Spawn: a and b");
        assertPrints(eq(A, forall), "a == (forall s in Spawn: a and b)");
        Expr count = quantified(Quantifier.COUNT, DIGITS, "s", all(SPAWN), A);
        assertPrints(op(Op.LT, count, num(3)), "(count s in Spawn: a) < 3");
        assertPrints(and(new Expr.If(A, B, C, Type.BOOL, Span.NONE), A), "(if a then b else c) and a");
        assertPrints(
                and(A, new Expr.If(A, forall, C, Type.BOOL, Span.NONE)),
                "a and if a then forall s in Spawn: a and b else c");
    }

    @Test
    void arithmetic() {
        assertPrints(op(Op.SUB, A, op(Op.SUB, B, C)), "a - (b - c)");
        assertPrints(op(Op.SUB, op(Op.SUB, A, B), C), "a - b - c");
        assertPrints(op(Op.MUL, add(A, B), C), "(a + b) * c");
        assertPrints(op(Op.DIV, A, op(Op.MOD, B, C)), "a / (b % c)");
        assertPrints(op(Op.NEG, add(A, B)), "-(a + b)");
        assertPrints(op(Op.NEG, op(Op.NEG, A)), "-(-a)");
        assertPrints(op(Op.NEG, num(-1)), "-(-1)");
        assertPrints(op(Op.MUL, num(-1), op(Op.NEG, A)), "-1 * -a");
    }

    @Test
    void sets() {
        Type range = new Type.Range(Bound.of(0), new Bound(3, "SLOTS - 1"));
        assertPrints(op(Op.IN, A, op(Op.RANGE, num(0), add(B, C))), "a in 0..b + c");
        assertPrints(op(Op.UNION, op(Op.RANGE, A, B), op(Op.SET, C)), "a..b union {c}");
        assertPrints(op(Op.RANGE, A, op(Op.UNION, B, C)), "a..(b union c)");
        assertPrints(op(Op.MINUS, A, op(Op.UNION, B, C)), "a minus (b union c)");
        assertPrints(op(Op.IN, A, all(range)), "a in 0..SLOTS - 1");
        assertPrints(new Expr.Fits(add(A, B), range, Span.NONE), "a + b in 0..SLOTS - 1");
        assertPrints(op(Op.SUBSET, A, all(SPAWN)), "a subset all(Spawn)");
        assertPrints(quantified(Quantifier.FILTER, DIGITS, "n", all(range), A), "{ n in 0..SLOTS - 1 where a }");
        assertPrints(quantified(Quantifier.IMAGE, DIGITS, "n", all(Type.BOOL), A), "{ a for n in bool }");
        assertPrints(quantified(Quantifier.MAP, DIGITS, "n", all(SPAWN), A), "[n in Spawn: a]");
        Type option = new Type.Option(DIGITS);
        assertPrints(quantified(Quantifier.EXISTS, option, "o", all(option), A), "exists o in all(0..9?): a");
    }

    @Test
    void structs() {
        Type.Struct msg = new Type.Struct("Msg", List.of(new Type.Field("from", SPAWN), new Type.Field("seq", DIGITS)));
        Type.Struct stop = new Type.Struct("Stop", List.of());
        Expr made = new Expr.Make(msg, List.of(S, add(A, B)), Span.NONE);
        Expr with = new Expr.With(A, List.of(new Expr.FieldValue("seq", num(2))), Span.NONE);
        assertPrints(made, "Msg { from: s, seq: a + b }");
        assertPrints(new Expr.Make(stop, List.of(), Span.NONE), "Stop");
        assertPrints(with, "a with { seq = 2 }");
        assertPrints(eq(A, with), "a == a with { seq = 2 }");
        assertPrints(new Expr.Get(with, "seq", DIGITS, Span.NONE), "(a with { seq = 2 }).seq");
        assertPrints(not(new Expr.Is(A, "State", Span.NONE)), "not a is State");
        assertPrints(new Expr.Get(new Expr.As(A, msg, Span.NONE), "seq", DIGITS, Span.NONE), "a.seq");
    }

    @Test
    void optionsSequencesAndMembers() {
        Expr seq = local("q", new Type.Seq(DIGITS, 2));
        assertPrints(op(Op.EQ, op(Op.UNWRAP, A), op(Op.SEQ_AT, seq, add(B, num(1)))), "a! == q[b + 1]");
        assertPrints(op(Op.SIZE, seq), "len(q)");
        assertPrints(op(Op.SIZE, local("t", new Type.SetOf(DIGITS))), "size(t)");
        assertPrints(and(op(Op.IS_SOME, A), op(Op.IS_NONE, B)), "a is some and b is none");
        assertPrints(typed(SPAWN, Op.MEMBER, A), "Spawn(a)");
        assertPrints(op(Op.ORD, S), "ord(s)");
        assertPrints(op(Op.FIRST, op(Op.APPEND, seq, A)), "first(append(q, a))");
        assertPrints(op(Op.SEQ, A, B), "[a, b]");
        assertPrints(new Expr.Let("x", A, and(B, C), Span.NONE), "let x = a in b and c");
        assertPrints(and(new Expr.Let("x", A, B, Span.NONE), bool(true)), "(let x = a in b) and true");
    }

    @Test
    void constantsAndCalls() {
        Definition full = new Definition("full", List.of(), Type.BOOL, A, Optional.empty(), Span.NONE);
        assertPrints(new Expr.Constant("N", Value.of(3), DIGITS, Span.NONE), "N");
        assertPrints(new Expr.Call(full, List.of(A, add(B, C)), Span.NONE), "full(a, b + c)");
    }

    @Test
    void questions() {
        Expr self = local("self", SPAWN);
        assertPrints(query(new Question.At("Spawn", "sender", "L"), S), "at(s.sender, L)");
        assertPrints(query(new Question.At("Spawn", "sender", "L"), self), "at(sender, L)");
        assertPrints(query(new Question.Done("Host", "t"), literal(new Value.Member(HOST, 0), HOST)), "done(Host.t)");
        assertPrints(query(new Question.Quiescent()), "quiescent");
        assertPrints(query(new Question.Live("Spawn"), S), "live(s)");
        assertPrints(query(new Question.Pending("bell")), "pending(bell)");
        assertPrints(query(new Question.Pending("bell"), S), "pending(bell, s)");
        assertPrints(query(new Question.OwnerOf("Page"), A), "owner(a)");
        assertPrints(query(new Question.Owns("Spawn", "Page"), S, A), "owns(s, a)");
        assertPrints(query(new Question.Contents("ctl"), A, B), "contents(ctl, a, b)");
        assertPrints(query(new Question.Timeout()), "timeout");
    }

    @ParameterizedTest
    @EnumSource
    void everyOperatorPrints(Op op) {
        Expr map = local("m", new Type.MapOf(SPAWN, DIGITS));
        assertThat(ExprPrinter.print(typed(SPAWN, op, map, B, C))).isNotBlank();
    }

    private static Expr query(Question question, Expr... args) {
        return new Expr.Query(question, List.of(args), Type.BOOL, Span.NONE);
    }

    private static void assertPrints(Expr expr, String text) {
        assertThat(ExprPrinter.print(expr)).isEqualTo(text);
    }
}
