package dev.baton.model.lowering;

import dev.baton.model.expr.Expr;
import dev.baton.model.expr.Exprs;
import dev.baton.model.expr.Variable;
import dev.baton.model.protocol.Actor;
import dev.baton.model.protocol.Pattern;
import dev.baton.model.protocol.Source;
import dev.baton.model.protocol.Stmt;
import dev.baton.model.source.Span;
import dev.baton.model.system.Fairness;
import dev.baton.model.type.Type;
import dev.baton.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The control of one task or handler: its places, and the variables that say where it is and what it remembers.
 *
 * @param handler whether it is an interrupt handler, which rests in {@code idle}; a task ends in {@code done}
 * @param variable absent if there is one place only, which is never left
 * @param locals variables for the locals that outlive a step and are read, by local name
 */
record Control(
        Actor actor,
        String unit,
        boolean handler,
        Fairness.Strength fairness,
        Optional<Expr> core,
        Optional<Variable> variable,
        Type.Enumeration labels,
        Map<String, Memory> locals,
        Optional<Node> entry,
        List<Node> nodes,
        Optional<String> doc,
        Span span) {

    /** A local that outlives a step; as an option where its type's first value would single out a member. */
    record Memory(Variable variable, Type type, boolean optional) {}

    /** A place before a step. */
    static final class Node {
        final Move move;
        final Stmt statement;
        /** What the names of unrolled loops stand for. */
        final Map<String, Expr> constants;
        /** Locals that are bound here. */
        final Set<String> scope;

        final List<String> names = new ArrayList<>();
        String label = "";

        Node(Move move, Stmt statement, Map<String, Expr> constants, Set<String> scope) {
            this.move = move;
            this.statement = statement;
            this.constants = Map.copyOf(constants);
            this.scope = Set.copyOf(scope);
        }
    }

    /** Where a step leads, known once everything is built; no node means the end. */
    static final class Ref {
        private Optional<Node> node = Optional.empty();
        private Optional<Ref> other = Optional.empty();

        static Ref to(Node node) {
            Ref ref = new Ref();
            ref.node = Optional.of(node);
            return ref;
        }

        void become(Ref other) {
            this.other = Optional.of(other);
        }

        /** Whether this stands for itself in the end: a loop without a step. */
        boolean circular() {
            Ref at = this;
            while (at.other.isPresent()) {
                at = at.other.get();
                if (at == this) {
                    return true;
                }
            }
            return false;
        }

        Optional<Node> resolve() {
            Ref at = this;
            while (at.other.isPresent()) {
                at = at.other.get();
            }
            return at.node;
        }
    }

    /** What a step does with control. */
    sealed interface Move {
        /** A statement without choice of place, then on. */
        record Go(Stmt statement, Ref next) implements Move {}

        record Branch(Stmt.Test test, Ref yes, Ref no) implements Move {}

        record Dispatch(Source source, List<Case> cases) implements Move {}

        record Case(Pattern pattern, Ref next) {}

        /** A send that has an {@code else}. */
        record Offer(Stmt.Send send, Ref sent, Ref full) implements Move {}

        record Choice(List<Ref> branches) implements Move {}
    }

    /** The name of the place of rest: where a handler waits, or a task has ended. */
    String rest() {
        return handler ? "idle" : "done";
    }

    /** Whether control of a member is at a label. */
    Expr at(Expr member, String label) {
        if (variable.isEmpty()) {
            return label.equals(rest()) ? Expr.FALSE : Expr.TRUE;
        }
        return Exprs.eq(World.of(Exprs.read(variable.get()), actor.index(), member), literal(label));
    }

    Expr literal(String label) {
        return Exprs.literal(new Value.EnumMember(labels, labels.members().indexOf(label)), labels);
    }

    /** Whether a handler of a member runs. */
    Expr running(Expr member) {
        return variable.isEmpty() ? Expr.FALSE : Exprs.not(at(member, rest()));
    }

    /** Where control starts. */
    String first() {
        return handler || entry.isEmpty() ? rest() : entry.get().label;
    }
}
