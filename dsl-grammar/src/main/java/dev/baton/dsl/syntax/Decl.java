package dev.baton.dsl.syntax;

import dev.baton.model.protocol.Actor.Kind;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;

/** A declaration of a file. */
public sealed interface Decl extends Syntax {

    /**
     * {@code import "path.baton"}.
     *
     * @param path as written, without the quotes
     * @param pathSpan of the string, quotes included
     */
    record Import(String path, Span pathSpan, Span span) implements Decl {}

    /** {@code param N: 1..4 = 2}. */
    record Param(Name name, TypeSyntax type, Optional<ExprSyntax> value, Optional<String> doc, Span span)
            implements Decl {}

    record Const(Name name, ExprSyntax value, Optional<String> doc, Span span) implements Decl {}

    record Enumeration(Name name, List<EnumMemberSyntax> members, Optional<String> doc, Span span) implements Decl {
        public Enumeration {
            members = List.copyOf(members);
        }
    }

    record RecordType(Name name, List<FieldSyntax> fields, Optional<String> doc, Span span) implements Decl {
        public RecordType {
            fields = List.copyOf(fields);
        }
    }

    /** {@code message Ready} has no fields. */
    record Message(Name name, List<FieldSyntax> fields, Optional<String> doc, Span span) implements Decl {
        public Message {
            fields = List.copyOf(fields);
        }
    }

    /** {@code index Page[PAGES]}. */
    record Index(Name name, ExprSyntax size, Optional<String> doc, Span span) implements Decl {}

    /** {@code resource Page[PAGES] owned by Old}. */
    record Resource(Name name, ExprSyntax size, Optional<ExprSyntax> owner, Optional<String> doc, Span span)
            implements Decl {}

    /**
     * {@code memory x: T = e}, or <code>memory tso(3) { … }</code>.
     *
     * @param model SC if not said
     * @param buffer the capacity of the store buffers, if said
     */
    record Memory(
            MemoryModel model,
            Optional<ExprSyntax> buffer,
            List<VariableSyntax> variables,
            Optional<String> doc,
            Span span)
            implements Decl {
        public Memory {
            variables = List.copyOf(variables);
        }
    }

    /** The memory models that can be written; RELAXED is not yet supported. */
    enum MemoryModel {
        SC,
        TSO,
        RELAXED
    }

    /**
     * {@code channel c: A -> B carries T fifo capacity 2}.
     *
     * @param bothWays written {@code <->}
     * @param kind FIFO if not said
     */
    record Channel(
            Name name,
            Name from,
            boolean bothWays,
            Name to,
            TypeSyntax carries,
            Protocol.Channel.Kind kind,
            Optional<ExprSyntax> capacity,
            Optional<String> doc,
            Span span)
            implements Decl {}

    /** {@code ipi v to K nmi queued 3 unordered}: the three in any order. */
    record Ipi(
            Name name,
            Name target,
            boolean nmi,
            Optional<ExprSyntax> queued,
            boolean unordered,
            Optional<String> doc,
            Span span)
            implements Decl {}

    /**
     * <code>kernel K[n] on core E initially off { … }</code>, {@code core}, {@code environment}.
     *
     * @param size absent for a single one
     * @param core where it runs, if said
     */
    record Actor(
            Kind kind,
            Name name,
            Optional<ExprSyntax> size,
            Optional<ExprSyntax> core,
            boolean initiallyOff,
            List<Member> members,
            Optional<String> doc,
            Span span)
            implements Decl {
        public Actor {
            members = List.copyOf(members);
        }
    }

    /** {@code fn f(x: T): U = e}. */
    record Function(
            Name name,
            List<ParameterSyntax> parameters,
            TypeSyntax result,
            ExprSyntax body,
            Optional<String> doc,
            Span span)
            implements Decl {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** <code>proc p(x: T) { … }</code>. */
    record Procedure(Name name, List<ParameterSyntax> parameters, BlockSyntax body, Optional<String> doc, Span span)
            implements Decl {
        public Procedure {
            parameters = List.copyOf(parameters);
        }
    }

    /** {@code fault lose ctl.reply at most 2}. */
    record Fault(Protocol.Fault.Kind kind, PathSyntax target, ExprSyntax budget, Optional<String> doc, Span span)
            implements Decl {}

    /** {@code invariant}, {@code lemma}, {@code step} and {@code cover}. */
    record Property(PropertyWord word, Name name, ExprSyntax predicate, Optional<String> doc, Span span)
            implements Decl {}

    /** The words before a property that is one expression. */
    enum PropertyWord {
        INVARIANT,
        LEMMA,
        STEP,
        COVER
    }

    record Liveness(Name name, TemporalSyntax formula, Optional<String> doc, Span span) implements Decl {}

    /** {@code terminal P}. */
    record Terminal(ExprSyntax predicate, Optional<String> doc, Span span) implements Decl {}

    /** <code>refines P with { x = e, … }</code>: not yet supported. */
    record Refines(Name protocol, List<SettingSyntax> mapping, Span span) implements Decl {
        public Refines {
            mapping = List.copyOf(mapping);
        }
    }

    /** <code>check name { N = 3 } expect P violated</code>. */
    record Check(
            Name name,
            List<SettingSyntax> parameters,
            List<ExpectationSyntax> expectations,
            Optional<String> doc,
            Span span)
            implements Decl {
        public Check {
            parameters = List.copyOf(parameters);
            expectations = List.copyOf(expectations);
        }
    }
}
