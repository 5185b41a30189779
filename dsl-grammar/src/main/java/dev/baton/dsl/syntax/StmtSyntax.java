package dev.baton.dsl.syntax;

import dev.baton.model.source.Span;
import java.util.List;
import java.util.Optional;

/** A statement as written. */
public sealed interface StmtSyntax extends Syntax {

    /** {@code x = e}, {@code x += e}, {@code x -= e}; the target is a name with dots and indices behind it. */
    record Assign(ExprSyntax target, AssignWord op, ExprSyntax value, Span span) implements StmtSyntax {}

    /** The ways to assign. */
    enum AssignWord {
        SET("="),
        ADD("+="),
        SUB("-=");

        private final String text;

        AssignWord(String text) {
            this.text = text;
        }

        /** As written. */
        public String text() {
            return text;
        }
    }

    /** {@code p(a, b)}: a {@code proc}, or a locked operation whose result nobody wants. */
    record Call(Name callee, List<ExprSyntax> arguments, Span span) implements StmtSyntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code let x = e}. */
    record Let(Name name, ExprSyntax value, Span span) implements StmtSyntax {}

    /** {@code var x: T = e}. */
    record Var(VariableSyntax variable, Span span) implements StmtSyntax {}

    /** {@code else if} is an {@code otherwise} of one {@code if}. */
    record If(TestSyntax test, BlockSyntax then, Optional<BlockSyntax> otherwise, Span span) implements StmtSyntax {}

    record While(TestSyntax test, BlockSyntax body, Span span) implements StmtSyntax {}

    record Loop(BlockSyntax body, Span span) implements StmtSyntax {}

    /** <code>for x in T { … }</code>: the domain is a type's name, {@code bool}, or a range. */
    record ForEach(Name name, ExprSyntax domain, BlockSyntax body, Span span) implements StmtSyntax {}

    record Match(ExprSyntax value, List<ArmSyntax> arms, Span span) implements StmtSyntax {
        public Match {
            arms = List.copyOf(arms);
        }
    }

    record Await(TestSyntax test, Span span) implements StmtSyntax {}

    /** <code>either { } or { }</code>: two or more branches. */
    record Either(List<BlockSyntax> branches, Span span) implements StmtSyntax {
        public Either {
            branches = List.copyOf(branches);
        }
    }

    /** {@code choose x in S}. */
    record Choose(Name name, ExprSyntax domain, Span span) implements StmtSyntax {}

    /** <code>send c(m) to k else { }</code>. */
    record Send(
            PathSyntax channel, ExprSyntax message, Optional<ExprSyntax> to, Optional<BlockSyntax> otherwise, Span span)
            implements StmtSyntax {}

    /** {@code receive c(pattern) from s}. */
    record Receive(PathSyntax channel, PatternSyntax pattern, Optional<Name> from, Span span) implements StmtSyntax {}

    /** {@code raise v to k}. */
    record Raise(Name ipi, Optional<ExprSyntax> to, Span span) implements StmtSyntax {}

    record Mask(Name ipi, Span span) implements StmtSyntax {}

    record Unmask(Name ipi, Span span) implements StmtSyntax {}

    record Fence(Span span) implements StmtSyntax {}

    /** {@code start k}. */
    record Start(ExprSyntax actor, Span span) implements StmtSyntax {}

    record Halt(Span span) implements StmtSyntax {}

    record Use(ExprSyntax resource, Span span) implements StmtSyntax {}

    /** {@code give r to k}. */
    record Give(ExprSyntax resource, ExprSyntax to, Span span) implements StmtSyntax {}

    record Take(ExprSyntax resource, Span span) implements StmtSyntax {}

    record Release(ExprSyntax resource, Span span) implements StmtSyntax {}

    /** {@code release x = e}: a store with release order; not yet supported ({@code acquire(x)} is a call). */
    record ReleaseStore(ExprSyntax target, ExprSyntax value, Span span) implements StmtSyntax {}

    record Assert(ExprSyntax condition, Span span) implements StmtSyntax {}

    record Atomic(BlockSyntax body, Span span) implements StmtSyntax {}

    record Skip(Span span) implements StmtSyntax {}

    record Break(Span span) implements StmtSyntax {}

    record Continue(Span span) implements StmtSyntax {}

    record Return(Span span) implements StmtSyntax {}

    /** {@code goto S}. */
    record Goto(Name state, Span span) implements StmtSyntax {}

    /** {@code L: statement}. */
    record Labelled(Name label, StmtSyntax body, Span span) implements StmtSyntax {}
}
