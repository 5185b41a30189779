package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import dev.baton.model.system.Fairness;
import java.util.List;
import java.util.Optional;

/** What stands in the braces of a kernel, core or environment. */
public sealed interface Member extends Syntax {

    record Var(VariableSyntax variable, Span span) implements Member {}

    /** <code>task name on core E { … }</code>. */
    record Task(
            Name name,
            Fairness.Strength strength,
            Optional<ExprSyntax> core,
            BlockSyntax body,
            Optional<String> doc,
            Span span)
            implements Member {}

    /** <code>interrupt v on core E { … }</code>. */
    record Interrupt(
            Name ipi,
            Fairness.Strength strength,
            Optional<ExprSyntax> core,
            BlockSyntax body,
            Optional<String> doc,
            Span span)
            implements Member {}

    /** <code>action name(x in S, …) when g { … }</code>. */
    record Action(
            Name name,
            List<BinderSyntax> parameters,
            Fairness.Strength strength,
            Optional<ExprSyntax> guard,
            BlockSyntax body,
            Optional<String> doc,
            Span span)
            implements Member {
        public Action {
            parameters = List.copyOf(parameters);
        }
    }

    /** <code>on c(pattern) from s when g { … }</code>. */
    record On(
            PathSyntax channel,
            PatternSyntax pattern,
            Optional<Name> from,
            Fairness.Strength strength,
            Optional<ExprSyntax> guard,
            BlockSyntax body,
            Optional<String> doc,
            Span span)
            implements Member {}

    /** {@code states A, B, C}. */
    record States(List<EnumMemberSyntax> names, Optional<String> doc, Span span) implements Member {
        public States {
            names = List.copyOf(names);
        }
    }

    /** <code>in A { … }</code>: the members are {@link Action}s and {@link On}s. */
    record InState(Name state, List<Member> members, Span span) implements Member {
        public InState {
            members = List.copyOf(members);
        }
    }
}
