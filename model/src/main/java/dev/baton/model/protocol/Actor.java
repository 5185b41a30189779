package dev.baton.model.protocol;

import dev.baton.model.expr.Binder;
import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Variable;
import dev.baton.model.source.Span;
import dev.baton.model.system.Fairness;
import dev.baton.model.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A kernel, core or environment (rule 4). Within it {@code Expr.Local("self")} is the acting member, for single actors
 * too.
 *
 * @param index its members; {@code single} if it is not indexed
 * @param variables private ones; of an indexed actor each has type {@code MapOf(index, T)}
 * @param core where its tasks, handlers and actions run; absent: a core of its own (none, for an environment)
 */
public record Actor(
        Kind kind,
        String name,
        Type.Index index,
        List<Variable> variables,
        List<Task> tasks,
        List<Interrupt> interrupts,
        List<ActionDecl> actions,
        List<Handler> handlers,
        Optional<Expr> core,
        boolean initiallyOff,
        Optional<String> doc,
        Span span) {

    public Actor {
        variables = List.copyOf(variables);
        tasks = List.copyOf(tasks);
        interrupts = List.copyOf(interrupts);
        actions = List.copyOf(actions);
        handlers = List.copyOf(handlers);
    }

    public enum Kind {
        KERNEL,
        CORE,
        ENVIRONMENT
    }

    /** {@code task name { … }}: statements, each a step. {@code core} overrides the actor's. */
    public record Task(
            String name,
            Fairness.Strength fairness,
            Optional<Expr> core,
            List<Stmt> body,
            Optional<String> doc,
            Span span) {}

    /** {@code interrupt v { … }}: runs when IPI {@code v} is delivered to this actor. */
    public record Interrupt(
            String ipi,
            Fairness.Strength fairness,
            Optional<Expr> core,
            List<Stmt> body,
            Optional<String> doc,
            Span span) {}

    /** {@code action name(x in S, …) when guard { … }}: one step. */
    public record ActionDecl(
            String name,
            List<Binder> parameters,
            Fairness.Strength fairness,
            Expr guard,
            List<Stmt> body,
            Optional<String> doc,
            Span span) {}

    /**
     * {@code on c(pattern) from s when guard { … }}: one step, which takes a message from a channel. The message must
     * match the pattern (a guard, not an error).
     *
     * @param name an identifier, unique in the actor: {@code on_ctl_Prepare}
     * @param from the local that gets the sender's member; always there, named by the elaborator if not by the designer
     */
    public record Handler(
            String name,
            String channel,
            Pattern pattern,
            String from,
            Fairness.Strength fairness,
            Expr guard,
            List<Stmt> body,
            Optional<String> doc,
            Span span) {}

    /** How the actor's own member is written in the text of this actor. */
    public Expr self() {
        return new Expr.Local("self", index, Span.NONE);
    }
}
