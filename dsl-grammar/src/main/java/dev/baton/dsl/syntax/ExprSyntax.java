package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;

/**
 * An expression as written. Locked operations ({@code cas(p, old, new)}) are a {@link Call}; {@code quiescent} and
 * {@code timeout} are a {@link Ref}, like every name that stands alone.
 */
public sealed interface ExprSyntax extends Syntax {

    /** {@code 3}, {@code 0x1f}. */
    record Int(int value, Span span) implements ExprSyntax {}

    /** {@code true}, {@code false}. */
    record Truth(boolean value, Span span) implements ExprSyntax {}

    /** A name alone; {@code bool} is one too, where a type is iterated over. */
    record Ref(Name name, Span span) implements ExprSyntax {}

    /** {@code self}. */
    record Self(Span span) implements ExprSyntax {}

    /** {@code some(x)}. */
    record Some(ExprSyntax value, Span span) implements ExprSyntax {}

    /** {@code none}. */
    record None(Span span) implements ExprSyntax {}

    /** {@code x.y}. */
    record Dot(ExprSyntax target, Name name, Span span) implements ExprSyntax {}

    /** {@code x[i]}. */
    record Index(ExprSyntax target, ExprSyntax index, Span span) implements ExprSyntax {}

    /** {@code f(a, b)}. */
    record Call(Name function, List<ExprSyntax> arguments, Span span) implements ExprSyntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** <code>Msg { from: self, seq: 1 }</code>. */
    record Make(Name type, List<FieldValueSyntax> fields, Span span) implements ExprSyntax {
        public Make {
            fields = List.copyOf(fields);
        }
    }

    /** <code>m with { seq = 2 }</code>. */
    record With(ExprSyntax base, List<FieldValueSyntax> changes, Span span) implements ExprSyntax {
        public With {
            changes = List.copyOf(changes);
        }
    }

    /** {@code x'}: after the step. */
    record Primed(ExprSyntax target, Span span) implements ExprSyntax {}

    /** {@code x!}: what is in an option. */
    record Unwrap(ExprSyntax target, Span span) implements ExprSyntax {}

    /** {@code x is some}, {@code x is none}, {@code m is State}. */
    record Is(ExprSyntax target, Name what, Span span) implements ExprSyntax {}

    /** {@code not x}, {@code -x}. */
    record Unary(UnaryWord op, ExprSyntax operand, Span span) implements ExprSyntax {}

    /** {@code a + b}, {@code lo..hi}, {@code x in S} … */
    record Binary(BinaryWord op, ExprSyntax left, ExprSyntax right, Span span) implements ExprSyntax {}

    /** {@code if a then b else c}. */
    record If(ExprSyntax condition, ExprSyntax then, ExprSyntax otherwise, Span span) implements ExprSyntax {}

    /** {@code forall x in S: P} and its like. */
    record Quantified(QuantifierWord word, List<BinderSyntax> binders, ExprSyntax body, Span span)
            implements ExprSyntax {
        public Quantified {
            binders = List.copyOf(binders);
        }
    }

    /** <code>{a, b}</code>, <code>{}</code>. */
    record SetOf(List<ExprSyntax> elements, Span span) implements ExprSyntax {
        public SetOf {
            elements = List.copyOf(elements);
        }
    }

    /** <code>{ x in S where P }</code>. */
    record Filter(Name name, ExprSyntax domain, ExprSyntax predicate, Span span) implements ExprSyntax {}

    /** <code>{ e for x in S }</code>. */
    record Image(ExprSyntax element, List<BinderSyntax> binders, Span span) implements ExprSyntax {
        public Image {
            binders = List.copyOf(binders);
        }
    }

    /** {@code [a, b]}, {@code []}. */
    record SeqOf(List<ExprSyntax> elements, Span span) implements ExprSyntax {
        public SeqOf {
            elements = List.copyOf(elements);
        }
    }

    /** {@code [k in K: e]}. */
    record MapOf(Name key, ExprSyntax domain, ExprSyntax value, Span span) implements ExprSyntax {}

    /** {@code all(T)}. */
    record All(TypeSyntax type, Span span) implements ExprSyntax {}

    /** The prefix operators. */
    enum UnaryWord {
        NOT("not"),
        NEGATE("-");

        private final String text;

        UnaryWord(String text) {
            this.text = text;
        }

        /** As written. */
        public String text() {
            return text;
        }
    }

    /** The operators between two operands. */
    enum BinaryWord {
        IMPLIES("implies"),
        OR("or"),
        AND("and"),
        EQ("=="),
        NE("!="),
        LT("<"),
        LE("<="),
        GT(">"),
        GE(">="),
        IN("in"),
        SUBSET("subset"),
        UNION("union"),
        INTERSECT("intersect"),
        MINUS("minus"),
        RANGE(".."),
        ADD("+"),
        SUB("-"),
        MUL("*"),
        DIV("/"),
        MOD("%");

        private final String text;

        BinaryWord(String text) {
            this.text = text;
        }

        /** As written. */
        public String text() {
            return text;
        }
    }

    /** The words that bind names over a finite domain. */
    enum QuantifierWord {
        FORALL("forall"),
        EXISTS("exists"),
        COUNT("count"),
        SUM("sum"),
        MIN("min"),
        MAX("max");

        private final String text;

        QuantifierWord(String text) {
            this.text = text;
        }

        /** As written. */
        public String text() {
            return text;
        }
    }
}
