package dev.baton.dsl.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.dsl.Golden;
import dev.baton.dsl.TreeText;
import dev.baton.dsl.syntax.Decl;
import dev.baton.dsl.syntax.ExprSyntax;
import dev.baton.dsl.syntax.SyntaxFile;
import dev.baton.model.source.Code;
import dev.baton.model.source.Diagnosed;
import dev.baton.model.source.Diagnostic;
import dev.baton.model.source.SourceFile;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tree is where the text could be read in two ways, and that all of the language is read. */
final class ParserTest {

    @TestFactory
    Stream<DynamicTest> goodFilesParse() {
        return Stream.of("specs", "dsl-grammar/src/test/resources/format")
                .flatMap(folder -> Golden.files(Golden.ROOT.resolve(folder), ".baton").stream())
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertParses(file)));
    }

    private static void assertParses(Path file) {
        Diagnosed<SyntaxFile> parsed = Parser.parse(new SourceFile(file.toString(), Golden.read(file)));
        assertThat(parsed.diagnostics()).isEmpty();
        assertThat(parsed.result()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "a + b * c ¦ Binary(ADD, Ref(a), Binary(MUL, Ref(b), Ref(c)))",
                "a - b - c ¦ Binary(SUB, Binary(SUB, Ref(a), Ref(b)), Ref(c))",
                "-a.b + 1 ¦ Binary(ADD, Unary(NEGATE, Dot(Ref(a), b)), Int(1))",
                "not a in b ¦ Unary(NOT, Binary(IN, Ref(a), Ref(b)))",
                "not a == b and c ¦ Binary(AND, Unary(NOT, Binary(EQ, Ref(a), Ref(b))), Ref(c))",
                "a implies b implies c ¦ Binary(IMPLIES, Ref(a), Binary(IMPLIES, Ref(b), Ref(c)))",
                "a or b and c ¦ Binary(OR, Ref(a), Binary(AND, Ref(b), Ref(c)))",
                "x in 0..N - 1 union s ¦ Binary(IN, Ref(x), Binary(UNION, Binary(RANGE, Int(0), Binary(SUB, Ref(N),"
                        + " Int(1))), Ref(s)))",
                "a and forall x, y in S, z in T: P or Q ¦ Binary(AND, Ref(a), Quantified(FORALL, [BinderSyntax([x, y],"
                        + " Ref(S)), BinderSyntax([z], Ref(T))], Binary(OR, Ref(P), Ref(Q))))",
                "count + max ¦ Binary(ADD, Ref(count), Ref(max))",
                "count x in S: p ¦ Quantified(COUNT, [BinderSyntax([x], Ref(S))], Ref(p))",
                "if a then b else c + 1 ¦ If(Ref(a), Ref(b), Binary(ADD, Ref(c), Int(1)))",
                "m with { seq = 2, } ¦ With(Ref(m), [FieldValueSyntax(seq, Int(2))])",
                "Msg { from: self } ¦ Make(Msg, [FieldValueSyntax(from, Self())])",
                "Msg {} ¦ Make(Msg, [])",
                "x' == k.x' ¦ Binary(EQ, Primed(Ref(x)), Primed(Dot(Ref(k), x)))",
                "x! != y ¦ Binary(NE, Unwrap(Ref(x)), Ref(y))",
                "c.got[0]! is some ¦ Is(Unwrap(Index(Dot(Ref(c), got), Int(0))), some)",
                "{} ¦ SetOf([])",
                "{ x in S where x > 0x1F } ¦ Filter(x, Ref(S), Binary(GT, Ref(x), Int(31)))",
                "{ x in S } ¦ SetOf([Binary(IN, Ref(x), Ref(S))])",
                "{ f(x) for x in S } ¦ Image(Call(f, [Ref(x)]), [BinderSyntax([x], Ref(S))])",
                "[k in K: e] ¦ MapOf(k, Ref(K), Ref(e))",
                "[k in K] ¦ SeqOf([Binary(IN, Ref(k), Ref(K))])",
                "all(set<seq<0..N*2, 3>>) ¦ All(SetOf(SeqOf(Range(Int(0), Binary(MUL, Ref(N), Int(2))), Int(3))))",
                "at(k.send, L) and done(task_) ¦ Binary(AND, Call(at, [Dot(Ref(k), send), Ref(L)]),"
                        + " Call(done, [Ref(task_)]))",
                "exists b in bool: b ¦ Quantified(EXISTS, [BinderSyntax([b], Ref(bool))], Ref(b))",
                "some(to) == none ¦ Binary(EQ, Some(Ref(to)), None())",
            })
    void expressions(String text, String tree) {
        Decl.Const constant = (Decl.Const) declaration("const A = " + text);
        assertThat(TreeText.of(constant.value())).isEqualTo(tree);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "if a == M { skip } ¦ If(TestSyntax(-, Binary(EQ, Ref(a), Ref(M))), BlockSyntax([Skip()]), -)",
                "if a == M { f: skip } ¦ If(TestSyntax(-, Binary(EQ, Ref(a), Ref(M))), BlockSyntax([Labelled(f,"
                        + " Skip())]), -)",
                "if a == (M { f: 1 }) { } ¦ If(TestSyntax(-, Binary(EQ, Ref(a), Make(M, [FieldValueSyntax(f,"
                        + " Int(1))]))), BlockSyntax([]), -)",
                "if x in {A, B} { } ¦ If(TestSyntax(-, Binary(IN, Ref(x), SetOf([Ref(A), Ref(B)]))), BlockSyntax([]),"
                        + " -)",
                "while k.send { } ¦ While(TestSyntax(-, Dot(Ref(k), send)), BlockSyntax([]))",
                "if State { pages, n: _ } = m { } ¦ If(TestSyntax(Fields(State, [FieldPatternSyntax(pages, pages),"
                        + " FieldPatternSyntax(n, -)]), Ref(m)), BlockSyntax([]), -)",
                "if some(x) = m { } else if State s = m { } else { } ¦ If(TestSyntax(Some(x), Ref(m)), BlockSyntax([]),"
                        + " BlockSyntax([If(TestSyntax(Bound(State, s), Ref(m)), BlockSyntax([]), BlockSyntax([]))]))",
                "if (if a then b else c) { } ¦ If(TestSyntax(-, If(Ref(a), Ref(b), Ref(c))), BlockSyntax([]), -)",
                "match m with { a = 1 } { none => skip else => x = y } ¦ Match(With(Ref(m), [FieldValueSyntax(a,"
                    + " Int(1))]), [ArmSyntax(None(), BlockSyntax([Skip()])), ArmSyntax(-, BlockSyntax([Assign(Ref(x),"
                    + " SET, Ref(y))]))])",
                "match m { A => if x { } else => skip } ¦ Match(Ref(m), [ArmSyntax(Named(A),"
                        + " BlockSyntax([If(TestSyntax(-, Ref(x)), BlockSyntax([]), -)])), ArmSyntax(-,"
                        + " BlockSyntax([Skip()]))])",
                "match m { A => x = a -1 => { } } ¦ Match(Ref(m), [ArmSyntax(Named(A), BlockSyntax([Assign(Ref(x), SET,"
                        + " Ref(a))])), ArmSyntax(Int(-1), BlockSyntax([]))])",
                "for i in 0..3 { } ¦ ForEach(i, Binary(RANGE, Int(0), Int(3)), BlockSyntax([]))",
                "send c.reply(Msg { a: 1 }) to k else { } ¦ Send(PathSyntax(c, reply), Make(Msg, [FieldValueSyntax(a,"
                        + " Int(1))]), Ref(k), BlockSyntax([]))",
                "receive c(State _) from from ¦ Receive(PathSyntax(c, -), Fields(State, []), from)",
                "L: m[k].f += cas(p, 0, 1) ¦ Labelled(L, Assign(Dot(Index(Ref(m), Ref(k)), f), ADD, Call(cas, [Ref(p),"
                        + " Int(0), Int(1)])))",
                "give r to k ¦ Give(Ref(r), Ref(k))",
                "release x ¦ Release(Ref(x))",
                "release x = 1 ¦ ReleaseStore(Ref(x), Int(1))",
                "var m[A][0..N-1]: Msg? = none ¦ Var(VariableSyntax(m, [Named(A), Range(Int(0), Binary(SUB, Ref(N),"
                        + " Int(1)))], Option(Named(Msg)), None(), -))",
                "var s: set<T>= {} ¦ Var(VariableSyntax(s, [], SetOf(Named(T)), SetOf([]), -))",
                "either { } or { } or { } ¦ Either([BlockSyntax([]), BlockSyntax([]), BlockSyntax([])])",
            })
    void statements(String text, String tree) {
        Decl.Procedure procedure = (Decl.Procedure) declaration("proc p() { " + text + " }");
        assertThat(TreeText.of(procedure.body().statements())).isEqualTo("[" + tree + "]");
    }

    /** Line ends mean nothing; what a statement could go on with begins the next one where that is possible. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "raise v ⏎ to = 3 ¦ [Raise(v, -), Assign(Ref(to), SET, Int(3))]",
                "raise v ⏎ to k ¦ [Raise(v, Ref(k))]",
                "receive c(M) ⏎ from: skip ¦ [Receive(PathSyntax(c, -), Named(M), -), Labelled(from, Skip())]",
                "await a ⏎ b = 1 ¦ [Await(TestSyntax(-, Ref(a))), Assign(Ref(b), SET, Int(1))]",
                "await A a = 1 ¦ [Await(TestSyntax(Bound(A, a), Int(1)))]",
                "x = count ⏎ y = 2 ¦ [Assign(Ref(x), SET, Ref(count)), Assign(Ref(y), SET, Int(2))]",
                "x = y ⏎ send c(m) ¦ [Assign(Ref(x), SET, Ref(y)), Send(PathSyntax(c, -), Ref(m), -, -)]",
                "x = a; p(1); ; skip ¦ [Assign(Ref(x), SET, Ref(a)), Call(p, [Int(1)]), Skip()]",
            })
    void statementsAfterStatements(String text, String tree) {
        Decl.Procedure procedure = (Decl.Procedure) declaration("proc p() { " + text.replace('⏎', '\n') + " }");
        assertThat(TreeText.of(procedure.body().statements())).isEqualTo(tree);
    }

    @Test
    void aStateAfterAVariableIsNotAComparison() {
        Decl.Actor actor = (Decl.Actor) declaration("kernel K { states A var x: T = A in A { } in A { on c(M) { } } }");
        assertThat(actor.members().stream().map(member -> member.getClass().getSimpleName()))
                .containsExactly("States", "Var", "InState", "InState");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "eventually always P ¦ EventuallyAlways(Ref(P))",
                "always eventually forall k in K: P ¦ AlwaysEventually(Quantified(FORALL, [BinderSyntax([k], Ref(K))],"
                        + " Ref(P)))",
                "forall k in K: P leads to Q ¦ ForAll([BinderSyntax([k], Ref(K))], LeadsTo(Ref(P), Ref(Q)))",
                "(forall k in K: P) leads to Q ¦ LeadsTo(Quantified(FORALL, [BinderSyntax([k], Ref(K))], Ref(P)),"
                        + " Ref(Q))",
                "forall a in {x in S where x}, b in T: forall c in U: P until exists d in V: Q ¦"
                        + " ForAll([BinderSyntax([a], Filter(x, Ref(S), Ref(x))), BinderSyntax([b], Ref(T))],"
                        + " ForAll([BinderSyntax([c], Ref(U))], Until(Ref(P), Quantified(EXISTS, [BinderSyntax([d],"
                        + " Ref(V))], Ref(Q)))))",
            })
    void liveness(String text, String tree) {
        Decl.Liveness liveness = (Decl.Liveness) declaration("liveness L: " + text);
        assertThat(TreeText.of(liveness.formula())).isEqualTo(tree);
    }

    @Test
    void docCommentsBelongToWhatTheyStandBefore() {
        SyntaxFile file = parse("""
            /// The protocol,
            ///   in two lines.
            protocol P

            //// Not a doc comment.
            /// Of another thing.

            /// Of A.
            // A note.
            enum A { B, /// behind
              /// Of C.
              C }
            memory { x: bool = false  /// behind x
              y: bool = false }
            """);
        assertThat(file.doc()).contains("The protocol,\n  in two lines.");
        Decl.Enumeration a = (Decl.Enumeration) file.declarations().get(0);
        assertThat(a.doc()).contains("Of A.");
        assertThat(a.members().get(0).doc()).isEmpty();
        assertThat(a.members().get(1).doc()).contains("Of C.");
        Decl.Memory memory = (Decl.Memory) file.declarations().get(1);
        assertThat(memory.variables().get(1).doc()).isEmpty();
    }

    @Test
    void spansCoverWhatWasWritten() {
        Decl.Const constant = (Decl.Const) declaration("/* 😀 */ const A = (a + b) * m[c].d");
        ExprSyntax.Binary product = (ExprSyntax.Binary) constant.value();
        assertThat(constant.span().text()).isEqualTo("const A = (a + b) * m[c].d");
        assertThat(product.span().text()).isEqualTo("(a + b) * m[c].d");
        assertThat(product.left().span().text()).isEqualTo("a + b");
        assertThat(product.right().span().text()).isEqualTo("m[c].d");
        assertThat(constant.name().span().text()).isEqualTo("A");
    }

    @Test
    void whatIsSaidTwiceIsAWarning() {
        Diagnosed<SyntaxFile> parsed = Parser.parse(new SourceFile("test.baton", "protocol P ipi v to K nmi nmi"));
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(Code.B0811);
        assertThat(parsed.result()).isPresent();
    }

    private static Decl declaration(String text) {
        return parse("protocol P\n" + text).declarations().getFirst();
    }

    private static SyntaxFile parse(String text) {
        Diagnosed<SyntaxFile> parsed = Parser.parse(new SourceFile("test.baton", text));
        assertThat(parsed.diagnostics().stream().map(Diagnostic::render)).isEmpty();
        return parsed.result().orElseThrow();
    }
}
