package dev.baton.codegen.actor;

import com.palantir.javapoet.CodeBlock;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import java.util.List;
import java.util.Optional;

/** Which steps of an actor wait for the store buffer of their core (rule 9), and for what. */
record BufferWaits(Protocol protocol, Actor actor) {

    /** Whether the first step of a statement may be one that waits for it. */
    boolean mayWait(Stmt s) {
        if (s instanceof Stmt.Labelled x) {
            return mayWait(x.body());
        }
        if (s instanceof Stmt.Loop || s instanceof Stmt.ForEach || s instanceof Stmt.Either) {
            return Statements.bodies(s).stream().anyMatch(this::firstMayWait);
        }
        return cannot(s).isPresent();
    }

    private boolean firstMayWait(List<Stmt> body) {
        return !body.isEmpty() && mayWait(body.getFirst());
    }

    /** In which condition of the buffer the own step of a statement can't be taken, if there is any. */
    Optional<CodeBlock> cannot(Stmt s) {
        if (actor.kind() == Actor.Kind.ENVIRONMENT || !buffers(Optional.empty())) {
            return Optional.empty();
        }
        boolean drains = s instanceof Stmt.Fence
                || (s instanceof Stmt.Raise x && isOrdered(x.ipi()))
                || Statements.sources(s).stream().anyMatch(source -> !(source instanceof Source.Pure));
        if (drains) {
            return Optional.of(CodeBlock.of("!core.isDrained()"));
        }
        boolean stores = s instanceof Stmt.Assign x
                && x.place().root() instanceof Place.VariableRoot root
                && buffers(Optional.of(root.variable()));
        return stores ? Optional.of(CodeBlock.of("!core.hasRoom(1)")) : Optional.empty();
    }

    /** Whether stores to a variable, or to any, go through store buffers. */
    private boolean buffers(Optional<Variable> variable) {
        return protocol.variables().stream()
                .filter(m -> variable.isEmpty() || m.variable().equals(variable.get()))
                .anyMatch(m -> m.model() == Protocol.Memory.Model.TSO);
    }

    private boolean isOrdered(String ipi) {
        return protocol.ipis().stream().anyMatch(i -> i.name().equals(ipi) && !i.unordered());
    }
}
