package dev.baton.codegen.actor;

import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Place;
import dev.baton.model.protocol.Protocol;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Statements;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.type.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Stores that need only be seen in order. That memory is sequentially consistent takes a fence between a core's store
 * and its next load. A store after which its core does nothing but store until a locked operation, a fence or an IPI,
 * each of which is one, needs none of its own. (Taking an interrupt between two steps is a locked operation.) Shasha
 * and Snir, Efficient and correct execution of parallel programs that share memory, 1988, has the general case.
 */
final class OrderedStores {
    private final Protocol protocol;
    private final Touches touches;
    /** By identity: copies of one text, as of a {@code proc}, are equal, but go on in different ways. */
    private final Set<Stmt.Assign> found = Collections.newSetFromMap(new IdentityHashMap<>());

    private OrderedStores(Protocol protocol) {
        this.protocol = protocol;
        this.touches = new Touches(protocol);
    }

    /**
     * Those very statements of a body of which each statement is a step; none if steps hold a lock, or if some memory
     * has store buffers: then logged steps are not fenced from each other, so that each store must be.
     */
    static Set<Stmt.Assign> of(Protocol protocol, List<Stmt> body) {
        boolean buffered = protocol.variables().stream().anyMatch(m -> m.model() == Protocol.Memory.Model.TSO);
        if (buffered || !Touches.lockFree(protocol)) {
            return Set.of();
        }
        OrderedStores stores = new OrderedStores(protocol);
        stores.look(body);
        return Collections.unmodifiableSet(stores.found);
    }

    private void look(List<Stmt> body) {
        for (int i = 0; i < body.size(); i++) {
            Stmt s = Statements.unlabelled(body.get(i));
            if (s instanceof Stmt.Assign x && stores(x) && fenced(body.subList(i + 1, body.size()))) {
                found.add(x);
            }
            if (!(s instanceof Stmt.Atomic)) {
                Statements.bodies(s).forEach(this::look);
            }
        }
    }

    /** Whether statements come to a fence before they read anything that is shared, whatever way they go. */
    private boolean fenced(List<Stmt> rest) {
        for (Stmt labelled : rest) {
            Stmt s = Statements.unlabelled(labelled);
            if (isFence(s)) {
                return true;
            }
            boolean goesOn = (s instanceof Stmt.Assign x && stores(x)) || isPrivate(s);
            if (!goesOn) {
                return false;
            }
        }
        return false;
    }

    private boolean isPrivate(Stmt s) {
        boolean straight =
                s instanceof Stmt.Assign || s instanceof Stmt.Let || s instanceof Stmt.Assert || s instanceof Stmt.Skip;
        return straight && touches.own(s) == 0;
    }

    private boolean isFence(Stmt s) {
        boolean plain = touches.own(s) == 1;
        return switch (s) {
            case Stmt.Fence x -> true;
            case Stmt.Raise x ->
                plain && protocol.ipis().stream().anyMatch(i -> i.name().equals(x.ipi()) && !i.unordered());
            case Stmt.Assign x -> plain && isLocked(x.value());
            case Stmt.Let x -> plain && isLocked(x.value());
            case Stmt.If x -> plain && isLocked(x.test().source());
            case Stmt.While x -> plain && isLocked(x.test().source());
            case Stmt.Match x -> plain && isLocked(x.source());
            case Stmt.Await x -> false;
            case Stmt.Loop x -> false;
            case Stmt.ForEach x -> false;
            case Stmt.Break x -> false;
            case Stmt.Continue x -> false;
            case Stmt.Return x -> false;
            case Stmt.Either x -> false;
            case Stmt.Choose x -> false;
            case Stmt.Send x -> false;
            case Stmt.Receive x -> false;
            case Stmt.Mask x -> false;
            case Stmt.Unmask x -> false;
            case Stmt.Start x -> false;
            case Stmt.Halt x -> false;
            case Stmt.Assert x -> false;
            case Stmt.Atomic x -> false;
            case Stmt.Skip x -> false;
            case Stmt.Labelled x -> false;
            case Stmt.Use x -> false;
            case Stmt.Give x -> false;
            case Stmt.Take x -> false;
            case Stmt.Release x -> false;
        };
    }

    private static boolean isLocked(Source source) {
        return switch (source) {
            case Source.Pure x -> false;
            case Source.Cas x -> true;
            case Source.FetchAdd x -> true;
            case Source.Exchange x -> true;
        };
    }

    /** Whether a statement stores to one sequentially consistent word, and does nothing else that others notice. */
    private boolean stores(Stmt.Assign x) {
        return x.value() instanceof Source.Pure
                && x.place().root() instanceof Place.VariableRoot root
                && isConsistent(root.variable())
                && isWord(x.place(), root.variable().type())
                && touches.own(x) == 1;
    }

    private boolean isConsistent(Variable v) {
        return protocol.variables().stream()
                .anyMatch(m -> m.variable().equals(v) && m.model() == Protocol.Memory.Model.SC);
    }

    private static boolean isWord(Place place, Type type) {
        Type at = type;
        int keys = 0;
        while (at instanceof Type.MapOf map) {
            at = map.value();
            keys++;
        }
        return place.path().size() == keys;
    }
}
