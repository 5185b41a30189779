package dev.baton.checker.tla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Variable;
import dev.baton.model.interpreter.Interpreter;
import dev.baton.model.interpreter.State;
import dev.baton.model.system.TransitionSystem;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values as TLC 2.18 prints them. */
final class TlaValueParserTest {
    private static final Type.Enumeration COLOR = new Type.Enumeration("Color", List.of("red", "gr`een"));
    private static final Type.Range NUMBER = Type.Range.of(-9, 9);
    private static final Type.Index NODE = new Type.Index("Node", 2, "2", false);
    private static final Type.Index HOST = new Type.Index("Host", 1, "1", true);
    private static final Type.Struct TEXT = new Type.Struct("Note", List.of(new Type.Field("x", COLOR)));
    private static final Type.Struct COUNT = new Type.Struct("Count", List.of(new Type.Field("x", NUMBER)));
    private static final Type.Union MESSAGE = new Type.Union("Message", List.of(TEXT, COUNT));

    private final Sketch sketch = new Sketch("Values");
    private final TransitionSystem system = system();
    private final TlaValueParser parser = new TlaValueParser(TlaEmitter.emit(system));

    private TransitionSystem system() {
        List.of(COLOR, NODE, HOST, TEXT, COUNT, MESSAGE).forEach(sketch::type);
        sketch.variable("A.b", Type.BOOL, Expr.TRUE);
        sketch.variable("A.n", NUMBER, Exprs.literal(-3));
        return sketch.build();
    }

    @Test
    void states() {
        Interpreter interpreter = new Interpreter(system);
        assertThat(parser.state("/\\ n = -3\n/\\ b = TRUE\n")).isEqualTo(interpreter.initial());
        assertThat(system.variables()).extracting(Variable::name).containsExactly("A.b", "A.n");
        assertThatThrownBy(() -> parser.state("/\\ n = 1\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parser.state("/\\ n = null\n/\\ b = TRUE"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStateOfOneVariableHasNoBullet() {
        Sketch one = new Sketch("One");
        one.variable("x", NUMBER, Exprs.literal(1));
        assertThat(new TlaValueParser(TlaEmitter.emit(one.build())).state("x = 1\n"))
                .isEqualTo(new State(List.of(Value.of(1))));
    }

    @Test
    void atoms() {
        check(Type.BOOL, "FALSE", Value.FALSE);
        check(NUMBER, "-3", Value.of(-3));
        check(COLOR, "\"gr'een\"", green());
        check(NODE, "Node1", node(1));
        check(HOST, "Host", new Value.Member(HOST, 0));
        check(new Type.Option(NUMBER), "None", Value.NONE);
        check(new Type.Option(NUMBER), "4", new Value.Some(Value.of(4)));
    }

    @Test
    void collections() {
        check(new Type.SetOf(NUMBER), "{3, -1}", Value.SetOf.of(List.of(Value.of(-1), Value.of(3))));
        check(new Type.SetOf(NUMBER), "-1..1", Value.SetOf.of(List.of(Value.of(-1), Value.of(0), Value.of(1))));
        check(new Type.SetOf(new Type.SetOf(NUMBER)), "{{}, 1..1}", Value.SetOf.of(List.of(Value.EMPTY_SET, one())));
        check(new Type.Seq(NUMBER, 3), "<<>>", Value.EMPTY_SEQ);
        check(new Type.Seq(NUMBER, 3), "<<1,\n  2>>", new Value.Seq(List.of(Value.of(1), Value.of(2))));
    }

    @Test
    void functionsAreTuplesRecordsOrLists() {
        Type.MapOf byColor = new Type.MapOf(COLOR, NUMBER);
        List<Value> values = List.of(Value.of(5), Value.of(6));
        check(byColor, "(\"gr'een\" :> 6 @@ \"red\" :> 5)", new Value.MapOf(COLOR, values));
        check(new Type.MapOf(Type.BOOL, NUMBER), "(FALSE :> 5 @@ TRUE :> 6)", new Value.MapOf(Type.BOOL, values));
        Type.Range fromOne = Type.Range.of(1, 2);
        check(new Type.MapOf(fromOne, NUMBER), "<<5, 6>>", new Value.MapOf(fromOne, values));
        Type.Enumeration plain = new Type.Enumeration("Plain", List.of("a", "b"));
        check(new Type.MapOf(plain, NUMBER), "[b |-> 6, a |-> 5]", new Value.MapOf(plain, values));
    }

    @Test
    void bags() {
        check(new Type.Bag(NUMBER, 3), "<< >>", new Value.Bag(List.of()));
        check(new Type.Bag(NUMBER, 3), "<<2, 1>>", new Value.Bag(List.of(Value.of(1), Value.of(1), Value.of(2))));
        check(new Type.Bag(NUMBER, 3), "(0 :> 2)", new Value.Bag(List.of(Value.of(0), Value.of(0))));
        check(new Type.Bag(COLOR, 3), "[red |-> 1]", new Value.Bag(List.of(new Value.EnumMember(COLOR, 0))));
    }

    @Test
    void structs() {
        check(MESSAGE, "[type |-> \"Count\", x_Count |-> 1]", new Value.Struct(COUNT, List.of(Value.of(1))));
        check(MESSAGE, "[x_Note |-> \"gr'een\", type |-> \"Note\"]", new Value.Struct(TEXT, List.of(green())));
        assertThatThrownBy(() -> parser.value(MESSAGE, "[type |-> \"Other\"]"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNoValue() {
        for (String text : List.of("", "{1", "<<1 2>>", "[a |-> ]", "(1 :> 2 @@", "1 2", "%", "{1,}")) {
            assertThatThrownBy(() -> parser.value(new Type.SetOf(NUMBER), text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Value one() {
        return Value.SetOf.of(List.of(Value.of(1)));
    }

    private static Value green() {
        return new Value.EnumMember(COLOR, 1);
    }

    private static Value node(int ordinal) {
        return new Value.Member(NODE, ordinal);
    }

    private void check(Type type, String text, Value expected) {
        assertThat(parser.value(type, text)).isEqualTo(expected);
    }
}
