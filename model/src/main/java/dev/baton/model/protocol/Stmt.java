package dev.baton.model.protocol;

import dev.baton.model.expr.Expr;
import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A statement. In a task or handler each is one step (rule 5), also the test of an {@code if}, {@code while},
 * {@code match} and the choice of an {@code either}'s branch together with that branch's first step; see
 * docs/language.md.
 */
public sealed interface Stmt {

    Span span();

    record Assign(Place place, Source value, Span span) implements Stmt {}

    /** {@code let x = e} and, in a task, {@code var x: T = e}; in scope to the end of the block. */
    record Let(String name, Type type, Source value, Span span) implements Stmt {}

    /** What an {@code if} or {@code while} asks: a boolean source, or {@code pattern = source}. */
    record Test(Source source, Optional<Pattern> pattern) {}

    record If(Test test, List<Stmt> then, List<Stmt> otherwise, Span span) implements Stmt {}

    record While(Test test, List<Stmt> body, Span span) implements Stmt {}

    /** {@code loop { … }}: for ever, no step of its own. */
    record Loop(List<Stmt> body, Span span) implements Stmt {}

    /** <code>for x in T { … }</code>: once for each value of a type, in order; unrolled. */
    record ForEach(String name, Type type, List<Stmt> body, Span span) implements Stmt {}

    record Break(Span span) implements Stmt {}

    record Continue(Span span) implements Stmt {}

    /** Ends the task, handler or action here; no step of its own. */
    record Return(Span span) implements Stmt {}

    /** Exhaustive: some arm always matches; the first that does is taken. */
    record Match(Source source, List<Arm> arms, Span span) implements Stmt {}

    record Arm(Pattern pattern, List<Stmt> body, Span span) {}

    /** Blocks until the test holds; may bind by a pattern. */
    record Await(Test test, Span span) implements Stmt {}

    record Either(List<List<Stmt>> branches, Span span) implements Stmt {}

    /** {@code choose x in S}: any element, for the rest of the block; blocks while S is empty. */
    record Choose(String name, Type type, Expr domain, Span span) implements Stmt {}

    /** {@code to} is there if the receiving actor is indexed. Without {@code otherwise} it blocks while full. */
    record Send(String channel, Expr message, Optional<Expr> to, Optional<List<Stmt>> otherwise, Span span)
            implements Stmt {}

    /** Blocks until a message that matches is first (fifo), there (unordered, latest); binds. */
    record Receive(String channel, Pattern pattern, Optional<Pattern.Binding> from, Span span) implements Stmt {}

    record Raise(String ipi, Optional<Expr> to, Span span) implements Stmt {}

    record Mask(String ipi, Span span) implements Stmt {}

    record Unmask(String ipi, Span span) implements Stmt {}

    record Fence(Span span) implements Stmt {}

    /** Switches on an actor that is off; an actor that is not off is an error (rule 3). */
    record Start(Expr actor, Span span) implements Stmt {}

    /** Switches off the actor that runs it. */
    record Halt(Span span) implements Stmt {}

    record Assert(Expr condition, Span span) implements Stmt {}

    /** One step. */
    record Atomic(List<Stmt> body, Span span) implements Stmt {}

    record Skip(Span span) implements Stmt {}

    /** A place that properties may ask for: {@code at(task, LABEL)}. */
    record Labelled(String label, Stmt body, Span span) implements Stmt {}

    /** {@code use r}: an error unless {@code self} owns it. */
    record Use(Expr resource, Span span) implements Stmt {}

    /** {@code give r to k}: an error unless {@code self} owns it. */
    record Give(Expr resource, Expr to, Span span) implements Stmt {}

    /** {@code take r}: an error if another owns it. */
    record Take(Expr resource, Span span) implements Stmt {}

    /** {@code release r}: an error unless {@code self} owns it; afterwards nobody does. */
    record Release(Expr resource, Span span) implements Stmt {}
}
