package dev.baton.model.expr;

import dev.baton.model.source.Span;
import dev.baton.model.type.Type;
import java.util.Optional;

/**
 * A state variable. Its name is unique in a protocol and in a system: {@code slot} for memory, {@code Host.got} for a
 * private variable of an actor. A private variable of an indexed actor has type {@code MapOf(index, T)}; the actor
 * reads its own as {@code AT(Read(v), self)}.
 *
 * @param init its first value, over constants only
 */
public record Variable(String name, Type type, Expr init, Role role, Optional<String> doc, Span span) {

    /** What a variable is for. */
    public enum Role {
        /** Private to an actor, written by the designer. */
        PRIVATE,
        /** Shared memory, sequentially consistent or with its store buffers elsewhere. */
        MEMORY,
        /** A local of a task or handler that outlives a step. */
        LOCAL,
        /** Where a task or handler is. */
        CONTROL,
        /** Messages in flight. */
        CHANNEL,
        /** Pending bits or counts of an IPI. */
        PENDING,
        /** Masked vectors. */
        MASK,
        /** Store buffers of cores. */
        BUFFER,
        /** Off, running, crashed, hung. */
        LIFE,
        /** Owners of resources. */
        OWNER,
        /** Faults that may still strike. */
        BUDGET,
        /** What a property remembers (until). */
        HISTORY,
        /** What went wrong, by rule 3 or 13. */
        ERROR
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Variable v && v.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
