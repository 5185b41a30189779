package dev.baton.model.expr;

/** What an {@link Expr.Query} asks of the protocol. Lowering replaces each by an expression over variables. */
public sealed interface Question {

    /** {@code at(task, LABEL)}: whether control of a task or handler is at a label; args: the actor's member. */
    record At(String actor, String task, String label) implements Question {}

    /** {@code done(task)}: whether a task has run to its end; args: the actor's member. */
    record Done(String actor, String task) implements Question {}

    /** {@code quiescent}: nothing is in flight (messages, pending IPIs, running handlers, store buffers). */
    record Quiescent() implements Question {}

    /** {@code live(k)}: the actor is switched on, and neither crashed nor hung; args: the actor's member. */
    record Live(String actor) implements Question {}

    /** {@code pending(ipi)} or {@code pending(ipi, k)}; args: the target's member. */
    record Pending(String ipi) implements Question {}

    /** {@code owner(r)}: an option of a holder; args: the resource's member. */
    record OwnerOf(String resource) implements Question {}

    /** {@code owns(k, r)}; args: the actor's member, the resource's member. */
    record Owns(String actor, String resource) implements Question {}

    /**
     * {@code contents(c)}: the messages in a channel as a sequence, bag or option; args: sender's, receiver's member.
     */
    record Contents(String channel) implements Question {}

    /** {@code timeout}: a guard that may always become true. */
    record Timeout() implements Question {}
}
